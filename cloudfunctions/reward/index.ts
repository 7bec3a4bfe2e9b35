/** What rooms above may use of reward. */
export { lapseVouchers } from './services/lapse';
export { cancelOfTheDead } from './services/of-the-dead';
export { firstWithoutVoucher } from './store/compare-entries';
export { lookTimes } from './store/second-looks';
export { slipTimes } from './store/slips';
