/** What rooms above may use of the ledger. */
export { append, hangEntries } from './append';
export { type ReachedHolder, reachHolder } from './holder';
export { rebuildBalances } from './rebuild';
export type { Balance, ChainedEntry, DraftEntry } from './rules';
export { NO_POINTS, sumBalances } from './rules';
export { CHECKPOINT_AFTER_MIDNIGHT_MS, signCheckpoints } from './sign-checkpoints';
export type { AccountRow, Holder } from './store/accounts';
export { balancesOf, lockAccounts, readAccounts } from './store/accounts';
export { appendEntries as writeEntries, monthSums } from './store/entries';
export { type LedgerFault, verifyLedger } from './verify';
export { type Draw, holdPoints, redeemHeld, releaseHeld } from './voucher-points';
