/** What rooms above may use of the ledger. */

export type { Balance, ChainedEntry, DraftEntry } from './rules';
export { NO_POINTS } from './rules';
export { append, appendToChain } from './services/append';
export { rebuildBalances } from './services/rebuild';
export { signCheckpoints } from './services/sign-checkpoints';
export { type LedgerFault, verifyLedger } from './services/verify';
export { holdPoints, redeemHeld, releaseHeld } from './services/voucher-points';
export type { AccountRow, Holder } from './store/accounts';
export { ACCOUNT, balancesOf, lockAccounts, readAccounts } from './store/accounts';
export { appendEntries as writeEntries } from './store/entries';
