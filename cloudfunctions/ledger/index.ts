/** What rooms above may use of the ledger. */
export { append, hangEntries } from './append';
export { rebuildBalances } from './rebuild';
export type { Balance, ChainedEntry, DraftEntry } from './rules';
export { NO_POINTS } from './rules';
export { signCheckpoints } from './sign-checkpoints';
export type { AccountRow, Holder } from './store/accounts';
export { balancesOf, lockAccounts, readAccounts } from './store/accounts';
export { appendEntries as writeEntries } from './store/entries';
export { type LedgerFault, verifyLedger } from './verify';
export { holdPoints, redeemHeld, releaseHeld } from './voucher-points';
