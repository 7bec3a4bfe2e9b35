import { sql } from 'kysely';
import type { SharedRead } from '../../kit/shared-read';
import { type Run, runOn, type Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { HolderKind } from '../../values/awards';
import type { Balance, Head } from '../rules';
import { FIRST_HEAD, NO_POINTS } from '../rules';

export interface Holder {
  readonly kind: HolderKind;
  readonly id: string;
}
/** A locked account: where its chain stands and what it holds. */
export interface AccountRow {
  readonly accountId: string;
  readonly holderKind: Holder['kind'];
  readonly head: Head;
  readonly balance: Balance;
  readonly isClosed: boolean;
}

interface RawAccount {
  account_id: string;
  holder_kind: Holder['kind'];
  seq: number;
  head_hash: Buffer;
  lifetime: number;
  held: number;
  redeemed: number;
  closed_at: Date | null;
}

const toAccount = (row: RawAccount): AccountRow => ({
  accountId: row.account_id,
  holderKind: row.holder_kind,
  head: { seq: row.seq, hash: row.head_hash },
  balance: toBalance(row),
  isClosed: row.closed_at !== null,
});

export function toBalance({ lifetime, held, redeemed }: Omit<Balance, 'available'>): Balance {
  return { lifetime, held, redeemed, available: lifetime - held - redeemed };
}

const OPEN_ACCOUNTS: Statement = {
  name: 'open-accounts',
  text: `insert into account (account_id, holder_kind, head_hash, opened_at)
         select id, kind, decode(repeat('00', 32), 'hex'), $3
         from unnest($1::uuid[], $2::text[]) as wanted (id, kind)
         where not exists (select from account where account_id = id)
         order by id on conflict do nothing`,
};
const LOCK_ACCOUNTS: Statement = {
  name: 'lock-accounts',
  text: `select account_id, holder_kind, seq, head_hash, lifetime, held, redeemed, closed_at
         from account where account_id = any ($1::uuid[]) order by account_id for update`,
};

/** Holders sorted by id, once each: everyone locks in this order. */
function sortHolders(holders: readonly Holder[]): Holder[] {
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Opens the accounts that are not there yet, then locks all in one order. Two statements, sent one behind the other:
 * a read in the same statement as the lock would see what was there before the wait.
 */
export async function lockAccounts(
  run: Run,
  holders: readonly Holder[],
  nowMs: number,
): Promise<Map<string, AccountRow>> {
  const sorted = sortHolders(holders);
  const ids = sorted.map((holder) => holder.id);
  const [, rows] = await Promise.all([
    run(OPEN_ACCOUNTS, [ids, sorted.map((holder) => holder.kind), new Date(nowMs)]),
    run<RawAccount>(LOCK_ACCOUNTS, [ids]),
  ]);
  return new Map(rows.map((row) => [row.account_id, toAccount(row)]));
}

/** Closed to credits and to redeeming as their holder; null opens them again. Those that are there, in the order of everyone. */
export async function closeAccounts(db: Db, ids: readonly string[], atMs: number | null): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update account set closed_at = ${atMs === null ? null : new Date(atMs)}::timestamptz
    where account_id in (select account_id from account
      where account_id = any(${ids}::uuid[]) and (closed_at is null) = ${atMs !== null} order by account_id for update)`.execute(
    db,
  );
}

const READ_ACCOUNTS: Statement = {
  name: 'ledger-accounts',
  text: `select account_id, holder_kind, seq, head_hash, lifetime, held, redeemed, closed_at
         from account where account_id = any ($1::uuid[])`,
};
/** By holder; of one without an account, nothing. */
export const ACCOUNT: SharedRead<string, AccountRow> = {
  keyOf: (id) => id,
  read: async (run, ids) =>
    new Map((await run<RawAccount>(READ_ACCOUNTS, [ids])).map((row) => [row.account_id, toAccount(row)])),
};

/** Zero for a holder who has no account yet. */
export async function balancesOf(db: Db, holderIds: readonly string[]): Promise<Map<string, Balance>> {
  const accounts = await readAccounts(db, holderIds);
  return new Map([...accounts].map(([id, { balance }]) => [id, balance]));
}

/** Accounts as they stand, without a lock; a holder without one stands as it would be opened. */
export async function readAccounts(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, Pick<AccountRow, 'balance' | 'head' | 'isClosed'>>> {
  const known = ids.length === 0 ? new Map<string, AccountRow>() : await ACCOUNT.read(runOn(db), ids);
  return new Map(ids.map((id) => [id, known.get(id) ?? { balance: NO_POINTS, head: FIRST_HEAD, isClosed: false }]));
}

export async function holderKindOf(db: Db, accountId: string): Promise<Holder['kind'] | null> {
  const row = await db
    .selectFrom('account')
    .select('holder_kind')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.holder_kind ?? null;
}

/** Accounts by id, a page at a time. */
export async function pageOfAccounts(db: Db, afterId: string | null, limit: number): Promise<AccountRow[]> {
  let query = db.selectFrom('account').selectAll();
  if (afterId) query = query.where('account_id', '>', afterId);
  return (await query.orderBy('account_id').limit(limit).execute()).map(toAccount);
}
