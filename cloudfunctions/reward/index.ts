/** What rooms above may use of reward. */
export { lapseVouchers } from './services/lapse';
