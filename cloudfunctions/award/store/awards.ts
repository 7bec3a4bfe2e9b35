import { sql } from 'kysely';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { HolderKind } from '../../values/awards';
import { CEILING_KINDS, type CeilingKind } from '../../values/awards';
import { CAP_KINDS, type Claim, capKey, ceilingKey, sourceKey } from '../rules';

export interface AwardRow {
  readonly accountId: string;
  readonly id: string;
  readonly holderKind: HolderKind;
  readonly householdId: string | null;
  readonly unitId: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly points: number;
  readonly grade?: string | null;
  readonly halfHours?: number | null;
  readonly deedDate: string;
  readonly source: 'checkIn' | 'give';
  readonly sourceId: string;
  readonly givenBy: string | null;
  readonly entrySeq: number;
  readonly atMs: number;
}

const READ_TAKEN: Statement = {
  name: 'award-read-taken',
  text: `select account_id, source, source_id
         from unnest($1::uuid[], $2::text[], $3::text[]) as wanted (account_id, source, source_id)
         join award using (account_id, source, source_id)`,
};
export const STANDS = `not exists (
  select from corrected_entry as corrected
  where corrected.account_id = award.account_id and corrected.seq = award.entry_seq)`;
export const COUNTS = `award.state not in ('refused', 'withdrawn') and ${STANDS}`;
const SPANS = ['Activity', 'Day', 'Month', 'Year'] as const;
const WITHIN: Record<(typeof SPANS)[number], string> = {
  Activity: 'award.source = wanted.source and award.source_id = wanted.source_id',
  Day: 'award.deed_date = wanted.deed_date',
  Month: "date_trunc('month', award.deed_date::timestamp) = date_trunc('month', wanted.deed_date::timestamp)",
  Year: 'true',
};
/** Times and points of one account, or of one household, in every span. */
const countedFor = (who: 'person' | 'household', column: string) => `cross join lateral (
           select ${SPANS.map(
             (span) => `count(*) filter (where ${WITHIN[span]}) as "${who}${span}",
             coalesce(sum(award.points) filter (where ${WITHIN[span]}), 0)::int as "${who}${span}Points"`,
           ).join(',\n             ')}
           from item_lineage as item join award on award.item_id = item.item_id
           where item.lineage_id = wanted.lineage_id and award.${column} = wanted.${column}
             and award.deed_date >= date_trunc('year', wanted.deed_date::timestamp)::date
             and award.deed_date < (date_trunc('year', wanted.deed_date::timestamp) + interval '1 year')::date
             and ${COUNTS}) as ${who}`;
// One row per claim: how often its item counted at the activity, in the deed's day, month and year, for the person and for
// the household, and what it gave. What was refused, withdrawn or corrected does not count: it never should have been.
const READ_COUNTED: Statement = {
  name: 'award-read-counted',
  text: `select wanted.place, person.*, household.*
         from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::text[], $7::text[])
           as wanted (place, account_id, household_id, lineage_id, deed_date, source, source_id)
         ${countedFor('person', 'account_id')}
         ${countedFor('household', 'household_id')}`,
};
const INSERT_AWARDS: Statement = {
  name: 'award-insert',
  text: `insert into award (account_id, id, holder_kind, household_id, unit_id, item_id, item_version, points, deed_date,
           source, source_id, state, given_by, entry_seq, created_at, posted_at, grade, half_hours)
         select account_id, id, holder_kind, household_id, unit_id, item_id, item_version, points, deed_date,
           source, source_id, 'posted', given_by, entry_seq, at, at, grade, half_hours
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::int[], $9::date[],
           $10::text[], $11::text[], $12::uuid[], $13::int[], $14::timestamptz[],
           $15::text[], $16::int[])
           as made (account_id, id, holder_kind, household_id, unit_id, item_id, item_version, points, deed_date, source, source_id, given_by, entry_seq, at, grade, half_hours)`,
};

/** The sources among the claims' that have their award already. */
export async function readTaken(run: Run, claims: readonly Claim[]): Promise<Set<string>> {
  const rows = await run<{ account_id: string; source: string; source_id: string }>(READ_TAKEN, [
    claims.map((claim) => claim.accountId),
    claims.map((claim) => claim.source),
    claims.map((claim) => claim.sourceId),
  ]);
  return new Set(
    rows.map((row) => sourceKey({ accountId: row.account_id, source: row.source, sourceId: row.source_id })),
  );
}

type Counters = Record<CeilingKind | `${CeilingKind}Points`, number>;

const isLimited = ({ caps, ceilings }: Claim) =>
  CAP_KINDS.some((kind) => caps[kind] !== null) || CEILING_KINDS.some((kind) => (ceilings?.[kind] ?? null) !== null);

/** Counters for every window that a claim's caps and ceilings look at. */
export async function readCounted(run: Run, claims: readonly Claim[]): Promise<Map<string, number>> {
  const limited = claims.filter(isLimited);
  const rows = await run<{ place: number } & Counters>(READ_COUNTED, [
    limited.map((_, place) => place),
    limited.map((claim) => claim.accountId),
    limited.map((claim) => claim.householdId),
    limited.map((claim) => claim.lineageId),
    limited.map((claim) => claim.deedDate),
    limited.map((claim) => claim.source),
    limited.map((claim) => claim.sourceId),
  ]);
  const counted = new Map<string, number>();
  for (const row of rows) {
    const claim = limited[row.place];
    if (!claim) continue;
    for (const kind of CAP_KINDS) keep(counted, capKey(claim, kind), row[kind]);
    for (const kind of CEILING_KINDS) keep(counted, ceilingKey(claim, kind), row[`${kind}Points`]);
  }
  return counted;
}

function keep(counted: Map<string, number>, key: string | null, value: number): void {
  if (key) counted.set(key, value);
}

export async function insertAwards(run: Run, awards: readonly AwardRow[]): Promise<void> {
  const column = <T>(pick: (award: AwardRow) => T) => awards.map(pick);
  await run(INSERT_AWARDS, [
    column((a) => a.accountId),
    column((a) => a.id),
    column((a) => a.holderKind),
    column((a) => a.householdId),
    column((a) => a.unitId),
    column((a) => a.itemId),
    column((a) => a.itemVersion),
    column((a) => a.points),
    column((a) => a.deedDate),
    column((a) => a.source),
    column((a) => a.sourceId),
    column((a) => a.givenBy),
    column((a) => a.entrySeq),
    column((a) => new Date(a.atMs)),
    column((a) => a.grade ?? null),
    column((a) => a.halfHours ?? null),
  ]);
}

/** Items and people that somebody awarded lately in a community, newest first. */
export async function recentlyGiven(db: Db, unitId: string, givenBy: string, limit: number) {
  return db
    .selectFrom('award')
    .select(['item_id as itemId', 'account_id as accountId', 'holder_kind as holderKind'])
    .where('given_by', '=', givenBy)
    .where('unit_id', '=', unitId)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
}

/** Residents with most posted deeds in a community since a day. */
export async function regulars(db: Db, unitId: string, sinceDay: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('award')
    .select(['account_id as accountId'])
    .where('unit_id', '=', unitId)
    .where('state', '=', 'posted')
    .where('posted_at', '>=', sinceDay)
    .where(sql.raw<boolean>(STANDS))
    .where('holder_kind', '=', 'resident')
    .groupBy('account_id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('account_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.accountId);
}

export async function givenSince(db: Db, unitId: string, since: Date) {
  return db
    .selectFrom('award')
    .select((eb) => [
      eb.fn.count<number>('account_id').distinct().as('people'),
      eb.fn.coalesce(eb.fn.sum<number>('points'), eb.lit(0)).as('points'),
    ])
    .where('unit_id', '=', unitId)
    .where('state', '=', 'posted')
    .where('posted_at', '>=', since)
    .where(sql.raw<boolean>(STANDS))
    .executeTakeFirstOrThrow();
}

/** The newest posted deeds of a community; what was corrected is thanked no more. */
export async function newestPosted(db: Db, unitId: string, limit: number) {
  return db
    .selectFrom('award')
    .innerJoin('item_version as version', (join) =>
      join.onRef('version.item_id', '=', 'award.item_id').onRef('version.version', '=', 'award.item_version'),
    )
    .select([
      'award.account_id as accountId',
      'award.holder_kind as holderKind',
      'version.name as deed',
      'version.category',
    ])
    .select(['award.deed_date as deedDate', 'award.posted_at as postedAt'])
    .where('award.unit_id', '=', unitId)
    .where('award.state', '=', 'posted')
    .where(sql.raw<boolean>(STANDS))
    .orderBy('award.posted_at', 'desc')
    .limit(limit)
    .execute();
}
