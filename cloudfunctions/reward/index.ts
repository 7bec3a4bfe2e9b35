/** What rooms above may use of reward. */
export { lapseVouchers } from './lapse';
export { insertRewards as addRewards, type NewReward } from './store/rewards';
