/** What rooms above may use of the ledger. */

export type { Balance, ChainedEntry, DraftEntry } from './rules';
export { NO_POINTS, sumBalances } from './rules';
export { append, appendToChain } from './services/append';
export { type BasisFault, firstWithoutCorrection } from './services/compare-basis';
export { proposeCorrectionOf } from './services/propose';
export { rebuildBalances } from './services/rebuild';
export { signCheckpoints } from './services/sign-checkpoints';
export { type LateWord, signLate, waitsForWord } from './services/sign-late';
export { readSigning, type Signing } from './services/signing-state';
export { type LedgerFault, verifyLedger, type Walk } from './services/verify';
export { holdPoints, redeemHeld, releaseHeld } from './services/voucher-points';
export { ledgerAlarms } from './services/watch';
export type { AccountRow, Holder } from './store/accounts';
export { ACCOUNT, balancesOf, closeAccounts, lockAccounts, readAccounts } from './store/accounts';
export { correctionStates, correctionTimes } from './store/corrections';
export { appendEntries as writeEntries, entryAt } from './store/entries';
