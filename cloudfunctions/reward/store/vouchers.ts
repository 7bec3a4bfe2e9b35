import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Db } from '../../kit/transaction';
import type { CodeHashes, Draw, Holder, VoucherState, VoucherTimes } from '../rules';

export interface VoucherRow extends VoucherTimes {
  readonly voucherId: string;
  readonly rewardId: string;
  readonly periodKey: string;
  /** The community whose ledger it belongs to. */
  readonly unitId: string;
  readonly holder: Holder;
  readonly householdId: string | null;
  readonly choice: string | null;
  readonly quantity: number;
  /** For all of them. */
  readonly points: number;
  readonly version: number;
  readonly issuedAtMs: number;
  readonly redeemedProviderId: string | null;
}

export const toVoucher = (row: Selectable<Tables['voucher']>): VoucherRow => ({
  voucherId: row.id,
  rewardId: row.reward_id,
  periodKey: row.period_key,
  unitId: row.unit_id,
  holder: { kind: row.holder_kind, id: row.holder_id },
  householdId: row.household_id,
  choice: row.choice,
  quantity: row.quantity,
  points: row.points,
  state: row.state,
  version: row.version,
  issuedAtMs: row.issued_at.getTime(),
  expiresAtMs: row.expires_at.getTime(),
  redeemedAtMs: row.redeemed_at?.getTime() ?? null,
  redeemedProviderId: row.redeemed_provider_id,
  endedAtMs: row.ended_at?.getTime() ?? null,
});

export async function voucherOf(db: Db, voucherId: string): Promise<VoucherRow | null> {
  const row = await db.selectFrom('voucher').selectAll().where('id', '=', voucherId).executeTakeFirst();
  return row ? toVoucher(row) : null;
}

/** Whoever ends a voucher, in whichever way, locks it first: the second finds it ended. */
export async function lockVoucher(db: Db, voucherId: string): Promise<VoucherRow | null> {
  const row = await db.selectFrom('voucher').selectAll().where('id', '=', voucherId).forUpdate().executeTakeFirst();
  return row ? toVoucher(row) : null;
}

/**
 * By the hash of what was scanned or typed. A short code may come back after its voucher has ended: the one that is
 * still issued is meant, else the newest.
 */
const byHash = (db: Db, hashes: Partial<CodeHashes>) =>
  db
    .selectFrom('voucher')
    .selectAll()
    .$if(hashes.tokenHash !== undefined, (query) => query.where('token_hash', '=', hashes.tokenHash as Buffer))
    .$if(hashes.codeHash !== undefined, (query) => query.where('code_hash', '=', hashes.codeHash as Buffer))
    .orderBy(sql`state = 'issued'`, 'desc')
    .orderBy('issued_at', 'desc')
    .limit(1);

export async function voucherByHash(db: Db, hashes: Partial<CodeHashes>): Promise<VoucherRow | null> {
  const row = await byHash(db, hashes).executeTakeFirst();
  return row ? toVoucher(row) : null;
}

/** The same, locked until the transaction ends. */
export async function lockByHash(db: Db, hashes: Partial<CodeHashes>): Promise<VoucherRow | null> {
  const row = await byHash(db, hashes).forUpdate().executeTakeFirst();
  return row ? toVoucher(row) : null;
}

export interface NewVoucher extends Omit<VoucherRow, 'state' | 'redeemedAtMs' | 'redeemedProviderId' | 'endedAtMs'> {
  readonly hashes: CodeHashes;
  readonly issuedBy: string;
}

/** False when its short code is that of another issued voucher: to be tried with the next version. */
export async function insertVoucher(db: Db, voucher: NewVoucher): Promise<boolean> {
  const result = await db
    .insertInto('voucher')
    .values({
      id: voucher.voucherId,
      reward_id: voucher.rewardId,
      period_key: voucher.periodKey,
      unit_id: voucher.unitId,
      holder_kind: voucher.holder.kind,
      holder_id: voucher.holder.id,
      household_id: voucher.householdId,
      choice: voucher.choice,
      quantity: voucher.quantity,
      points: voucher.points,
      state: 'issued',
      version: voucher.version,
      code_hash: voucher.hashes.codeHash,
      token_hash: voucher.hashes.tokenHash,
      issued_at: new Date(voucher.issuedAtMs),
      issued_by: voucher.issuedBy,
      expires_at: new Date(voucher.expiresAtMs),
    })
    .onConflict((conflict) => conflict.column('code_hash').where(sql<boolean>`state = 'issued'`).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function insertDraws(db: Db, voucherId: string, draws: readonly Draw[]): Promise<void> {
  const rows = draws.map((draw) => ({ voucher_id: voucherId, account_id: draw.accountId, points: draw.points }));
  await db.insertInto('voucher_draw').values(rows).execute();
}

/** Who pays for each voucher. Of the accounts drawn on, those that are neither holder nor household are members. */
export async function drawsOf(db: Db, vouchers: readonly VoucherRow[]): Promise<Map<string, Draw[]>> {
  const ids = vouchers.map((voucher) => voucher.voucherId);
  const rows = await db
    .selectFrom('voucher_draw')
    .selectAll()
    .where('voucher_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('account_id')
    .execute();
  const kindOf = ({ holder, householdId }: VoucherRow, accountId: string) =>
    accountId === holder.id ? holder.kind : accountId === householdId ? 'household' : 'resident';
  return new Map(
    vouchers.map((voucher) => [
      voucher.voucherId,
      rows
        .filter((row) => row.voucher_id === voucher.voucherId)
        .map((row) => ({
          accountId: row.account_id,
          holderKind: kindOf(voucher, row.account_id),
          points: row.points,
        })),
    ]),
  );
}

/** issued → redeemed. The voucher is locked and was found issued: finding it otherwise is a fault. */
export async function markRedeemed(
  db: Db,
  voucherId: string,
  by: { readonly residentId: string; readonly providerId: string; readonly nowMs: number },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('voucher')
    .set({
      state: 'redeemed',
      redeemed_at: new Date(by.nowMs),
      redeemed_by: by.residentId,
      redeemed_provider_id: by.providerId,
    })
    .where('id', '=', voucherId)
    .where('state', '=', 'issued')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`voucher ${voucherId} is not issued any more`);
}

/** issued → cancelled or lapsed, under the same lock. Nobody in particular ends a voucher that lapses. */
export async function markEnded(
  db: Db,
  voucherIds: readonly string[],
  by: {
    readonly state: Extract<VoucherState, 'cancelled' | 'lapsed'>;
    readonly residentId: string | null;
    readonly nowMs: number;
  },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('voucher')
    .set({ state: by.state, ended_at: new Date(by.nowMs), ended_by: by.residentId })
    .where('id', '=', sql<string>`any(${voucherIds}::uuid[])`)
    .where('state', '=', 'issued')
    .executeTakeFirst();
  if (numUpdatedRows !== BigInt(voucherIds.length)) throw new Error('a voucher to be ended is not issued any more');
}
