/** What rooms above may use of reward. */

export { followChangesInReward } from './services/follow-changes';
export { lapseVouchers } from './services/lapse';
export { firstWithoutVoucher } from './store/compare-entries';
export { lookTimes } from './store/second-looks';
export { slipTimes } from './store/slips';
