import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import { type WaitingTimes, waitingTimes } from '../../kit/waiting';
import type { Holder } from '../../ledger';
import type { Worth } from '../rules';

export interface NewWaiting {
  readonly waitingId: string;
  readonly unitId: string;
  readonly itemId: string;
  readonly itemVersion: number;
  /** For each holder: so many points, under this title. */
  readonly worth: Worth;
  readonly pointsAlone: number;
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
  deedDate: row.deed_date,
  sourceId: row.source_id,
  holders: row.holders as unknown as readonly Holder[],
  givenBy: row.given_by,
  givenAtMs: row.given_at.getTime(),
  state: row.state as WaitingAward['state'],
});

const INSERT: Statement = {
  name: 'award-insert-waiting',
  text: `insert into waiting_award (id, unit_id, item_id, item_version, worth, points_alone, deed_date, source_id, holders, given_by, given_at)
         select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::jsonb[], $6::int[], $7::date[], $8::text[],
           $9::jsonb[], $10::uuid[], $11::timestamptz[])`,
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
  ]);
}

export async function waitingOf(db: Db, waitingId: string): Promise<WaitingAward | null> {
  const row = await db.selectFrom('waiting_award').selectAll().where('id', '=', waitingId).executeTakeFirst();
  return row ? toWaiting(row) : null;
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
  readonly because: string;
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
  return rows.map((row) => {
    const { worth, holders } = toWaiting(row);
    return {
      ...{ worth, holders, because: row.because ?? '' },
      decidedBy: row.decided_by as string,
      decidedAtMs: row.decided_at?.getTime() as number,
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

export interface Ending {
  readonly waitingId: string;
  readonly state: 'signed' | 'turnedDown' | 'withdrawn';
  readonly by: string;
  readonly atMs: number;
  readonly because: string | null;
}
const END: Statement = {
  name: 'award-end-waiting',
  text: `update waiting_award set state = made.state, decided_by = made.by, decided_at = made.at, because = made.because
         from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::text[]) as made (id, state, by, at, because)
         where waiting_award.id = made.id`,
};

export async function endWaiting(run: Run, rows: readonly Ending[]): Promise<void> {
  await run(END, [
    rows.map((row) => row.waitingId),
    rows.map((row) => row.state),
    rows.map((row) => row.by),
    rows.map((row) => new Date(row.atMs)),
    rows.map((row) => row.because),
  ]);
}
