import { runOn } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { HolderKind } from '../../values/awards';
import { businessDate } from '../../values/dates';
import type { Kind } from '../rules';
import { lockAccounts } from '../store/accounts';
import { append } from './append';

export interface Draw {
  readonly accountId: string;
  readonly holderKind: HolderKind;
  readonly points: number;
}
/** What a voucher does to the accounts it draws on. */
export interface VoucherMove {
  readonly draws: readonly Draw[];
  readonly voucherId: string;
  /** The reward's title, as it will stand in the passbook. */
  readonly title: string;
  readonly unitId: string;
  readonly nowMs: number;
}

/** Sets points aside for a voucher. The caller has decided that they are there, on the locked accounts. */
export const holdPoints = (db: Db, move: VoucherMove): Promise<void> => moveAll(db, 'hold', move);
/** The voucher was verified: what was held is used. */
export const redeemHeld = (db: Db, move: VoucherMove): Promise<void> => moveAll(db, 'redeem', move);
/** Cancelled or lapsed: what was held is free again. */
export const releaseHeld = (db: Db, move: VoucherMove): Promise<void> => moveAll(db, 'release', move);

async function moveAll(db: Db, kind: Kind, move: VoucherMove): Promise<void> {
  const run = runOn(db);
  const holders = move.draws.map((draw) => ({ kind: draw.holderKind, id: draw.accountId }));
  const accounts = await lockAccounts(run, holders, move.nowMs); // locked already: this reads them as they are now
  const drafts = move.draws.map((draw) => ({
    accountId: draw.accountId,
    kind,
    points: draw.points,
    title: move.title,
    source: 'voucher' as const,
    sourceId: move.voucherId,
    unitId: move.unitId,
    itemId: null,
    itemVersion: null,
    deedDate: businessDate(move.nowMs),
    postedAtMs: move.nowMs,
    correctsSeq: null,
  }));
  await append(run, accounts, drafts);
}
