/** What rooms above may use of the ledger. */
export { append, hangEntries } from './append';
export type { Balance, ChainedEntry, DraftEntry } from './rules';
export { NO_POINTS, sumBalances } from './rules';
export type { AccountRow, Holder } from './store/accounts';
export { balancesOf, lockAccounts } from './store/accounts';
export { appendEntries as writeEntries, monthSums } from './store/entries';
export { type Draw, holdPoints, redeemHeld, releaseHeld } from './voucher-points';
