import { sql } from 'kysely';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import { businessDate } from '../../values/dates';
import type { Balance, CanonicalEntry, ChainedEntry, Head, MonthSum } from '../rules';

const INSERT_ENTRIES: Statement = {
  name: 'insert-entries',
  text: `insert into ledger_entry (account_id, seq, kind, points, title, source, source_id, unit_id, item_id, item_version,
           deed_date, posted_at, posted_on, corrects_seq, prev_hash, hash)
         select * from unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::uuid[],
           $9::uuid[], $10::int[], $11::date[], $12::timestamptz[], $13::date[], $14::int[], $15::bytea[], $16::bytea[])`,
};
const UPDATE_ACCOUNTS: Statement = {
  name: 'update-accounts',
  text: `update account set seq = now.seq, head_hash = now.head_hash, lifetime = now.lifetime, held = now.held, redeemed = now.redeemed
         from unnest($1::uuid[], $2::int[], $3::bytea[], $4::bigint[], $5::bigint[], $6::bigint[])
           as now (account_id, seq, head_hash, lifetime, held, redeemed)
         where account.account_id = now.account_id`,
};

/** An account as it stands after its new entries. */
export interface AccountAfter {
  readonly accountId: string;
  readonly head: Head;
  readonly balance: Balance;
}

/** Both statements at once; the accounts are locked, so nothing can have changed in between. */
export async function appendEntries(
  run: Run,
  entries: readonly ChainedEntry[],
  accounts: readonly AccountAfter[],
): Promise<void> {
  const column = <T>(pick: (entry: ChainedEntry) => T) => entries.map(pick);
  const after = <T>(pick: (account: AccountAfter) => T) => accounts.map(pick);
  await Promise.all([
    run(INSERT_ENTRIES, [
      column((e) => e.accountId),
      column((e) => e.seq),
      column((e) => e.kind),
      column((e) => e.points),
      column((e) => e.title),
      column((e) => e.source),
      column((e) => e.sourceId),
      column((e) => e.unitId),
      column((e) => e.itemId),
      column((e) => e.itemVersion),
      column((e) => e.deedDate),
      column((e) => new Date(e.postedAtMs)),
      column((e) => businessDate(e.postedAtMs)),
      column((e) => e.correctsSeq),
      column((e) => e.prevHash),
      column((e) => e.hash),
    ]),
    run(UPDATE_ACCOUNTS, [
      after((a) => a.accountId),
      after((a) => a.head.seq),
      after((a) => a.head.hash),
      after((a) => a.balance.lifetime),
      after((a) => a.balance.held),
      after((a) => a.balance.redeemed),
    ]),
  ]);
}

const ENTRY_COLUMNS = [
  'account_id',
  'seq',
  'kind',
  'points',
  'title',
  'source',
  'source_id',
  'unit_id',
  'item_id',
  'item_version',
  'deed_date',
  'posted_at',
  'posted_on',
  'corrects_seq',
  'prev_hash',
  'hash',
] as const;

/** An entry as it stands, with who corrected it, if anyone. */
export interface StoredEntry extends ChainedEntry {
  readonly postedOn: string;
  readonly correctedBySeq: number | null;
}

const selectEntries = (db: Db) =>
  db
    .selectFrom('ledger_entry as entry')
    .select(ENTRY_COLUMNS.map((column) => `entry.${column}` as const))
    .select((eb) =>
      eb
        .selectFrom('ledger_entry as correcting')
        .select('correcting.seq')
        .whereRef('correcting.account_id', '=', 'entry.account_id')
        .whereRef('correcting.corrects_seq', '=', 'entry.seq')
        .as('corrected_by_seq'),
    );
type RawEntry = Awaited<ReturnType<ReturnType<typeof selectEntries>['executeTakeFirstOrThrow']>>;

const toCanonical = (row: Omit<RawEntry, 'corrected_by_seq'>): CanonicalEntry => ({
  accountId: row.account_id,
  seq: row.seq,
  kind: row.kind,
  points: row.points,
  title: row.title,
  source: row.source,
  sourceId: row.source_id,
  unitId: row.unit_id,
  itemId: row.item_id,
  itemVersion: row.item_version,
  deedDate: row.deed_date,
  postedAtMs: row.posted_at.getTime(),
  correctsSeq: row.corrects_seq,
});
const toStored = (row: RawEntry): StoredEntry => ({
  ...toCanonical(row),
  postedOn: row.posted_on,
  prevHash: row.prev_hash,
  hash: row.hash,
  correctedBySeq: row.corrected_by_seq,
});

/** A page of somebody's accounts, newest deed first, and of a day's the last one entered; `before` continues the page before. */
export async function pageOfEntries(
  db: Db,
  accountIds: readonly string[],
  before: Pick<StoredEntry, 'deedDate' | 'seq' | 'accountId'> | null,
  limit: number,
): Promise<StoredEntry[]> {
  let query = selectEntries(db).where('entry.account_id', 'in', [...accountIds]);
  if (before) {
    const { deedDate, seq, accountId } = before;
    query = query.where(
      sql<boolean>`(entry.deed_date, entry.seq, entry.account_id) < (${deedDate}::date, ${seq}::int, ${accountId}::uuid)`,
    );
  }
  const newestFirst = query
    .orderBy('entry.deed_date', 'desc')
    .orderBy('entry.seq', 'desc')
    .orderBy('entry.account_id', 'desc');
  return (await newestFirst.limit(limit).execute()).map(toStored);
}

export async function entryAt(db: Db, accountId: string, seq: number): Promise<StoredEntry | null> {
  const row = await selectEntries(db)
    .where('entry.account_id', '=', accountId)
    .where('entry.seq', '=', seq)
    .executeTakeFirst();
  return row ? toStored(row) : null;
}

/** Entries of several accounts in one question; those that are not there are left out. */
export async function entriesAt(
  db: Db,
  places: readonly Pick<StoredEntry, 'accountId' | 'seq'>[],
): Promise<StoredEntry[]> {
  if (places.length === 0) return [];
  const asked = sql`unnest(${places.map(({ accountId }) => accountId)}::uuid[], ${places.map(({ seq }) => seq)}::int[])`;
  const rows = await selectEntries(db)
    .where(sql<boolean>`(entry.account_id, entry.seq) in (select * from ${asked})`)
    .execute();
  return rows.map(toStored);
}

/** Whole chains of a page of accounts, each in its order, for the walk of verify. */
export async function chainsOf(db: Db, accountIds: readonly string[]): Promise<Map<string, StoredEntry[]>> {
  const chains = new Map<string, StoredEntry[]>(accountIds.map((id) => [id, []]));
  if (accountIds.length === 0) return chains;
  const query = selectEntries(db).where('entry.account_id', 'in', [...accountIds]);
  const rows = await query.orderBy('entry.account_id').orderBy('entry.seq').execute();
  for (const row of rows) chains.get(row.account_id)?.push(toStored(row));
  return chains;
}

/** The first entry of which there is no account; there can be one only where somebody switched the foreign key off. */
export async function firstWithoutAccount(db: Db): Promise<{ accountId: string; seq: number } | null> {
  const row = await db
    .selectFrom('ledger_entry as entry')
    .leftJoin('account', 'account.account_id', 'entry.account_id')
    .select(['entry.account_id as accountId', 'entry.seq'])
    .where('account.account_id', 'is', null)
    .orderBy('entry.account_id')
    .orderBy('entry.seq')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export interface MonthSums extends MonthSum {
  readonly accountId: string;
}

/** Sums by the month of the deed (credits, corrections) or of the use, for one or a few accounts. */
export async function monthSums(
  db: Db,
  accountIds: readonly string[],
  months?: readonly string[],
): Promise<MonthSums[]> {
  const month = sql<string>`to_char(deed_date, 'YYYY-MM')`;
  const sumOf = (kind: string) => sql<number>`coalesce(sum(points) filter (where kind = ${kind}), 0)`;
  let query = db
    .selectFrom('ledger_entry')
    .select(['account_id as accountId', month.as('month')])
    .select([sumOf('credit').as('credited'), sumOf('redeem').as('redeemed'), sumOf('correction').as('corrected')])
    .select([sumOf('hold').as('held'), sumOf('release').as('released')])
    .where('account_id', 'in', [...accountIds]);
  if (months) query = query.where(month, 'in', [...months]);
  return query.groupBy(['account_id', month]).orderBy(month).execute();
}
