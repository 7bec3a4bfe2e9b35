import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { VoucherState } from '../rules';
import type { StockKey } from './stock';
import { toVoucher, type VoucherRow } from './vouchers';

/** Vouchers that count for limits: issued or redeemed ones of a line of rewards and a period. */
export interface Taken {
  readonly lineId: string;
  readonly holderId: string;
  readonly householdId: string | null;
  readonly count: number;
}

/** Of these lines and periods, what these holders and households have taken. */
export async function takenOf(
  db: Db,
  keys: readonly StockKey[],
  by: { readonly holderIds: readonly string[]; readonly householdIds: readonly string[] },
): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    select coalesce(first_id, reward.id) as "lineId", holder_id as "holderId", household_id as "householdId",
      sum(quantity)::int as count
    from voucher join reward on reward.id = reward_id
    where state in ('issued', 'redeemed')
      and (coalesce(first_id, reward.id), period_key) in
        (select * from unnest(${keys.map((key) => key.lineId)}::uuid[], ${keys.map((key) => key.periodKey)}::text[]))
      and (holder_id = any(${by.holderIds}::uuid[]) or household_id = any(${by.householdIds}::uuid[]))
    group by 1, 2, 3`.execute(db);
  return rows;
}

/** The newest voucher that a holder can still use, by `lineId holderId`. */
export async function vouchersInHand(
  db: Db,
  lineIds: readonly string[],
  holderIds: readonly string[],
  nowMs: number,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('voucher')
    .innerJoin('reward', 'reward.id', 'voucher.reward_id')
    .select(['voucher.id', 'holder_id', sql<string>`coalesce(first_id, reward.id)`.as('line_id')])
    .where('holder_id', '=', sql<string>`any(${holderIds}::uuid[])`)
    .where(sql<boolean>`coalesce(first_id, reward.id) = any(${lineIds}::uuid[])`)
    .where('state', '=', 'issued')
    .where('expires_at', '>=', new Date(nowMs))
    .orderBy('issued_at')
    .execute();
  return new Map(rows.map((row) => [`${row.line_id} ${row.holder_id}`, row.id]));
}

interface PlaceInList {
  readonly issuedAtMs: number;
  readonly voucherId: string;
}
export interface VoucherQuery {
  readonly holderIds: readonly string[];
  readonly voucherId?: string | undefined;
  readonly state?: VoucherState | undefined;
  /** Continues the page that ended there. */
  readonly after: PlaceInList | null;
  readonly limit: number;
  readonly nowMs: number;
}

/** Newest first. An expired voucher counts as lapsed, whether or not its points went back yet. */
export async function pageOfVouchers(db: Db, wanted: VoucherQuery): Promise<VoucherRow[]> {
  const now = new Date(wanted.nowMs);
  const stateNow = sql<VoucherState>`case when state = 'issued' and expires_at < ${now} then 'lapsed' else state end`;
  let query = db
    .selectFrom('voucher')
    .selectAll()
    .where('holder_id', '=', sql<string>`any(${wanted.holderIds}::uuid[])`);
  if (wanted.voucherId) query = query.where('id', '=', wanted.voucherId);
  if (wanted.state) query = query.where(stateNow, '=', wanted.state);
  if (wanted.after) {
    const { issuedAtMs, voucherId } = wanted.after;
    query = query.where(sql<boolean>`(issued_at, id) < (${new Date(issuedAtMs)}, ${voucherId}::uuid)`);
  }
  const rows = await query.orderBy('issued_at', 'desc').orderBy('id', 'desc').limit(wanted.limit).execute();
  return rows.map(toVoucher);
}

/** Issued and expired, the oldest first, after a place in that order. */
export async function expiredVouchers(
  db: Db,
  nowMs: number,
  after: { readonly expiresAtMs: number; readonly voucherId: string } | null,
  limit: number,
): Promise<VoucherRow[]> {
  let query = db
    .selectFrom('voucher')
    .selectAll()
    .where('state', '=', 'issued')
    .where('expires_at', '<', new Date(nowMs));
  if (after)
    query = query.where(sql<boolean>`(expires_at, id) > (${new Date(after.expiresAtMs)}, ${after.voucherId}::uuid)`);
  return (await query.orderBy('expires_at').orderBy('id').limit(limit).execute()).map(toVoucher);
}

/** Of residents, what they have and have not used. */
export async function issuedOf(db: Db, residentIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('voucher')
    .select('id')
    .where('holder_id', '=', sql<string>`any(${residentIds}::uuid[])`)
    .where('state', '=', 'issued')
    .execute();
  return rows.map(({ id }) => id);
}

/** Of these, the ones that are still issued and that nobody else is working on; or all, once those are done. */
export async function lockStillIssued(
  db: Db,
  voucherIds: readonly string[],
  others: 'passBy' | 'await' = 'passBy',
): Promise<VoucherRow[]> {
  const rows = await db
    .selectFrom('voucher')
    .selectAll()
    .where('id', '=', sql<string>`any(${voucherIds}::uuid[])`)
    .where('state', '=', 'issued')
    .orderBy('id')
    .forUpdate()
    .$if(others === 'passBy', (found) => found.skipLocked())
    .execute();
  return rows.map(toVoucher);
}
