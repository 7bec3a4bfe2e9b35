import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import { type WaitingTimes, waitingTimes } from '../../kit/waiting';
import type { Holder } from '../../ledger';
import type { Alone, Worth } from '../rules';
import { askedAmong } from './waiting-words';

export interface NewWaiting extends Alone {
  readonly waitingId: string;
  readonly unitId: string;
  readonly itemId: string;
  readonly itemVersion: number;
  /** For each holder: so many points, under this title. */
  readonly worth: Worth;
  readonly deedDate: string;
  readonly sourceId: string;
  readonly holders: readonly Holder[];
  readonly givenBy: string;
  readonly givenAtMs: number;
}
export interface WaitingAward extends NewWaiting {
  readonly state: 'waiting' | 'signed' | 'turnedDown' | 'withdrawn';
}

const toWaiting = (row: Selectable<Tables['waiting_award']>): WaitingAward => ({
  waitingId: row.id,
  unitId: row.unit_id,
  itemId: row.item_id,
  itemVersion: row.item_version,
  worth: row.worth as unknown as Worth,
  pointsAlone: row.points_alone,
  limitOf: row.limit_of as NewWaiting['limitOf'],
  deedDate: row.deed_date,
  sourceId: row.source_id,
  holders: row.holders as unknown as readonly Holder[],
  givenBy: row.given_by,
  givenAtMs: row.given_at.getTime(),
  state: row.state as WaitingAward['state'],
});

const INSERT: Statement = {
  name: 'award-insert-waiting',
  text: `insert into waiting_award (id, unit_id, item_id, item_version, worth, points_alone, deed_date, source_id, holders, given_by, given_at, limit_of)
         select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::jsonb[], $6::int[], $7::date[], $8::text[],
           $9::jsonb[], $10::uuid[], $11::timestamptz[], $12::text[])`,
};

/** In the transaction of the request that asks for it. */
export async function insertWaiting(run: Run, rows: readonly NewWaiting[]): Promise<void> {
  const column = <T>(pick: (row: NewWaiting) => T) => rows.map(pick);
  await run(INSERT, [
    column((row) => row.waitingId),
    column((row) => row.unitId),
    column((row) => row.itemId),
    column((row) => row.itemVersion),
    column((row) => JSON.stringify(row.worth)),
    column((row) => row.pointsAlone),
    column((row) => row.deedDate),
    column((row) => row.sourceId),
    column((row) => JSON.stringify(row.holders)),
    column((row) => row.givenBy),
    column((row) => new Date(row.givenAtMs)),
    column((row) => row.limitOf),
  ]);
}

export async function waitingOf(db: Db, waitingId: string): Promise<WaitingAward | null> {
  const row = await db.selectFrom('waiting_award').selectAll().where('id', '=', waitingId).executeTakeFirst();
  return row ? toWaiting(row) : null;
}

/** What waits for a second one in a community waits in its successor; how many that were. */
export async function handOverWaiting(db: Db, fromId: string, toId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('waiting_award')
    .set({ unit_id: toId })
    .where('unit_id', '=', fromId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** A page of those that wait in a community, oldest first. */
export async function waitingIn(
  db: Db,
  unitId: string,
  after: Pick<WaitingAward, 'givenAtMs' | 'waitingId'> | null,
  limit: number,
): Promise<WaitingAward[]> {
  let waiting = db.selectFrom('waiting_award').selectAll().where('unit_id', '=', unitId).where('state', '=', 'waiting');
  if (after)
    waiting = waiting.where(sql<boolean>`(given_at, id) > (${new Date(after.givenAtMs)}, ${after.waitingId}::uuid)`);
  const rows = await waiting.orderBy('given_at').orderBy('id').limit(limit).execute();
  return rows.map(toWaiting);
}

export interface Decided extends WaitingAward {
  readonly state: Ending['state'];
  readonly becauseId: string | null;
  readonly decidedBy: string;
  readonly decidedAtMs: number;
}

const toDecided = (row: Selectable<Tables['waiting_award']>): Decided => ({
  ...toWaiting(row),
  state: row.state as Decided['state'],
  becauseId: row.because_id,
  decidedBy: row.decided_by as string,
  decidedAtMs: row.decided_at?.getTime() as number,
});

/** A page of those that a second person has decided about, or their giver took back: the latest first. */
export async function decidedIn(
  db: Db,
  unitId: string,
  after: Pick<Decided, 'decidedAtMs' | 'waitingId'> | null,
  limit: number,
): Promise<Decided[]> {
  let over = db.selectFrom('waiting_award').selectAll().where('unit_id', '=', unitId).where('state', '<>', 'waiting');
  if (after)
    over = over.where(sql<boolean>`(decided_at, id) < (${new Date(after.decidedAtMs)}, ${after.waitingId}::uuid)`);
  const rows = await over.orderBy('decided_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toDecided);
}

/** Since when each of the first ones waits that others than this resident gave: nobody signs their own. */
export async function signingTimes(db: Db, unitId: string, residentId: string, most: number): Promise<WaitingTimes> {
  return db
    .selectFrom('waiting_award')
    .select(waitingTimes('given_at', most))
    .where('unit_id', '=', unitId)
    .where('state', '=', 'waiting')
    .where('given_by', '<>', residentId)
    .executeTakeFirstOrThrow();
}

export interface TurnedDown extends Pick<NewWaiting, 'worth' | 'holders'> {
  readonly becauseId: string | null;
  readonly decidedBy: string;
  readonly decidedAtMs: number;
}

/** What somebody gave in a community and a second one has not signed since then, newest first. */
export async function turnedDownSince(
  db: Db,
  { unitId, givenBy }: Pick<NewWaiting, 'unitId' | 'givenBy'>,
  sinceMs: number,
  limit: number,
): Promise<TurnedDown[]> {
  const rows = await db
    .selectFrom('waiting_award')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('given_by', '=', givenBy)
    .where('state', '=', 'turnedDown')
    .where('decided_at', '>=', new Date(sinceMs))
    .orderBy('decided_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toDecided);
}

export interface Asked extends Pick<NewWaiting, 'waitingId' | 'worth' | 'holders'> {
  readonly questionId: string;
  readonly askedBy: string;
  readonly askedAtMs: number;
}

/** What somebody gave in a community, that waits and was asked about last: the oldest first. */
export async function askedOf(
  db: Db,
  { unitId, givenBy }: Pick<NewWaiting, 'unitId' | 'givenBy'>,
  limit: number,
): Promise<Asked[]> {
  const rows = await db
    .selectFrom('waiting_award')
    .innerJoin('waiting_award_word as said', 'said.waiting_id', 'waiting_award.id')
    .selectAll('waiting_award')
    .select(['said.words_id', 'said.by_id', 'said.said_at'])
    .where('unit_id', '=', unitId)
    .where('given_by', '=', givenBy)
    .where('state', '=', 'waiting')
    .where(sql<boolean>`said.seq % 2 = 1`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('waiting_award_word as later')
            .select('later.seq')
            .whereRef('later.waiting_id', '=', 'said.waiting_id')
            .whereRef('later.seq', '>', 'said.seq'),
        ),
      ),
    )
    .orderBy('said.said_at')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const { waitingId, worth, holders } = toWaiting(row);
    return {
      ...{ waitingId, worth, holders, questionId: row.words_id },
      ...{ askedBy: row.by_id, askedAtMs: row.said_at.getTime() },
    };
  });
}

const LOCK_WAITING: Statement = {
  name: 'award-lock-waiting',
  text: `select id, state from waiting_award where id = any ($1::uuid[]) order by id for update`,
};

/** Those among them that still wait, and nobody else decides about until the transaction ends. */
export async function lockWaiting(run: Run, ids: readonly string[]): Promise<Set<string>> {
  const rows = await run<{ id: string; state: string }>(LOCK_WAITING, [ids]);
  return new Set(rows.flatMap(({ id, state }) => (state === 'waiting' ? [id] : [])));
}

/** Likewise, and of which nothing is asked that is not answered: a question waits for the same lock. */
export async function lockSignable(run: Run, ids: readonly string[]): Promise<Set<string>> {
  const [waits, asked] = await Promise.all([lockWaiting(run, ids), askedAmong(run, ids)]);
  return new Set([...waits].filter((id) => !asked.has(id)));
}

export interface Ending {
  readonly waitingId: string;
  readonly state: 'signed' | 'turnedDown' | 'withdrawn';
  readonly by: string;
  readonly atMs: number;
  readonly becauseId: string | null;
}
const END: Statement = {
  name: 'award-end-waiting',
  text: `update waiting_award set state = made.state, decided_by = made.by, decided_at = made.at, because_id = made.because
         from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::uuid[]) as made (id, state, by, at, because)
         where waiting_award.id = made.id`,
};

export async function endWaiting(run: Run, rows: readonly Ending[]): Promise<void> {
  await run(END, [
    rows.map((row) => row.waitingId),
    rows.map((row) => row.state),
    rows.map((row) => row.by),
    rows.map((row) => new Date(row.atMs)),
    rows.map((row) => row.becauseId),
  ]);
}
