import { sql } from 'kysely';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import { businessDate, startOfDayMs } from '../../values/dates';
import { type Claim, givenKey, monthKey } from '../rules';
import { COUNTS, STANDS } from './awards';

/** Everyone's order: of two requests of one giver the second finds what the first gave. */
const LOCK_GIVERS: Statement = {
  name: 'award-lock-givers',
  text: `select pg_advisory_xact_lock(hashtextextended('giver ' || id, 0))
         from (select distinct id from unnest($1::text[]) as given (id) order by id) as giver`,
};
const READ_GIVEN: Statement = {
  name: 'award-read-given',
  text: `select given_by, coalesce(household_id, account_id) as receiver, sum(points)::float8 as month,
           coalesce(sum(points) filter (where created_at >= $2), 0)::float8 as points
         from award where given_by = any ($1::uuid[]) and created_at >= $3 and ${COUNTS} group by 1, 2`,
};

/** Whose giving is limited. */
type Giver = Pick<Claim, 'givenBy' | 'givingLimits'>;
const giversOf = (claims: readonly Giver[]): string[] => [
  ...new Set(claims.flatMap(({ givenBy, givingLimits }) => (givenBy && givingLimits ? [givenBy] : []))),
];

/** When the day and the month began, in Asia/Shanghai. */
function spansAt(nowMs: number): { readonly day: Date; readonly month: Date } {
  const today = businessDate(nowMs);
  return { day: new Date(startOfDayMs(today)), month: new Date(startOfDayMs(`${today.slice(0, 8)}01`)) };
}

export async function lockGivers(run: Run, claims: readonly Giver[]): Promise<void> {
  const givers = giversOf(claims);
  if (givers.length > 0) await run(LOCK_GIVERS, [givers]);
}

/** What the claims' givers have given in the day and the month of that moment, by `givenKey` and `monthKey`. */
export async function readGiven(run: Run, claims: readonly Giver[], nowMs: number): Promise<Map<string, number>> {
  const givers = giversOf(claims);
  const given = new Map<string, number>();
  if (givers.length === 0) return given;
  const { day, month } = spansAt(nowMs);
  const rows = await run<{ given_by: string; receiver: string; points: number; month: number }>(READ_GIVEN, [
    givers,
    day,
    month,
  ]);
  const add = (key: string, points: number) => given.set(key, (given.get(key) ?? 0) + points);
  for (const { given_by: giver, receiver, points, month: ofMonth } of rows) {
    add(givenKey(giver), points);
    add(givenKey(giver, receiver), points);
    add(monthKey(giver), ofMonth);
  }
  return given;
}

interface GivenBy {
  readonly householdId: string;
  /** Null: they checked in themselves. */
  readonly givenBy: string | null;
  readonly points: number;
  readonly count: number;
}

/** By whom households were given what they have: to judge whether it may be so. */
export async function givenToHouseholds(db: Db, householdIds: readonly string[]): Promise<GivenBy[]> {
  return db
    .selectFrom('award')
    .select(['household_id as householdId', 'given_by as givenBy'])
    .select((eb) => [sql<number>`sum(points)::float8`.as('points'), eb.fn.countAll<number>().as('count')])
    .where('household_id', '=', sql<string>`any(${householdIds})`)
    .where('state', '=', 'posted')
    .where(sql.raw<boolean>(STANDS))
    .groupBy(['household_id', 'given_by'])
    .orderBy(sql`sum(points)`, 'desc')
    .$narrowType<{ householdId: string }>()
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, count: Number(row.count) })));
}
