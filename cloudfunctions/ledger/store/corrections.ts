import { sql } from 'kysely';
import { standsIn } from '../../kit/stands-in';
import type { Db } from '../../kit/transaction';
import { type WaitingTimes, waitingTimes } from '../../kit/waiting';
import type { HolderKind } from '../../values/awards';

type State = 'waiting' | 'approved' | 'refused' | 'noted' | 'withdrawn';
export interface CorrectionRow {
  readonly id: string;
  readonly accountId: string;
  readonly seq: number;
  readonly reason: 'postedTwice' | 'wrongPerson' | 'wrongItem' | 'didNotHappen';
  readonly proposedBy: string;
  readonly proposedAtMs: number;
  readonly state: State;
}

/** False when one is waiting or approved already. */
export async function insertCorrection(db: Db, row: CorrectionRow): Promise<boolean> {
  const result = await db
    .insertInto('correction_request')
    .values({
      id: row.id,
      account_id: row.accountId,
      seq: row.seq,
      reason: row.reason,
      proposed_by: row.proposedBy,
      proposed_at: new Date(row.proposedAtMs),
      state: row.state,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

const select = (db: Db) => db.selectFrom('correction_request').selectAll('correction_request');
type Raw = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;
const toRow = (row: Raw): CorrectionRow => ({
  id: row.id,
  accountId: row.account_id,
  seq: row.seq,
  reason: row.reason,
  proposedBy: row.proposed_by,
  proposedAtMs: row.proposed_at.getTime(),
  state: row.state,
});

export async function lockCorrection(db: Db, id: string): Promise<CorrectionRow | null> {
  const row = await select(db).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? toRow(row) : null;
}

/** Waiting ones on entries of a community. */
const waitingIn = (db: Db, unitId: string) =>
  db
    .selectFrom('correction_request')
    .innerJoin('ledger_entry as entry', (join) =>
      join
        .onRef('entry.account_id', '=', 'correction_request.account_id')
        .onRef('entry.seq', '=', 'correction_request.seq'),
    )
    .where(standsIn(sql.ref('entry.unit_id'), unitId))
    .where('correction_request.state', '=', 'waiting');

export interface WaitingCorrection extends CorrectionRow {
  readonly holderKind: HolderKind;
}

/** A page of those that wait, oldest first. */
export async function waitingCorrections(
  db: Db,
  unitId: string,
  after: Pick<CorrectionRow, 'proposedAtMs' | 'id'> | null,
  limit: number,
): Promise<WaitingCorrection[]> {
  let waiting = waitingIn(db, unitId)
    .innerJoin('account', 'account.account_id', 'correction_request.account_id')
    .selectAll('correction_request')
    .select('account.holder_kind');
  if (after)
    waiting = waiting.where(
      sql<boolean>`(correction_request.proposed_at, correction_request.id) > (${new Date(after.proposedAtMs)}, ${after.id}::uuid)`,
    );
  const rows = await waiting
    .orderBy('correction_request.proposed_at')
    .orderBy('correction_request.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toRow(row), holderKind: row.holder_kind }));
}

type Place = Pick<CorrectionRow, 'accountId' | 'seq'>;

/** How it stands with entries of which somebody has said that they never should have been; the others are left out. */
export async function correctionStates(
  db: Db,
  places: readonly Place[],
): Promise<(Place & { readonly state: 'waiting' | 'approved' | 'noted' })[]> {
  const { rows } = await sql<Place & { state: 'waiting' | 'approved' | 'noted' }>`
    select c.account_id as "accountId", c.seq, c.state
    from unnest(${places.map(({ accountId }) => accountId)}::uuid[], ${places.map(({ seq }) => seq)}::int[]) as wanted (account_id, seq)
    join correction_request c using (account_id, seq)
    where c.state in ('waiting', 'approved', 'noted')`.execute(db);
  return rows;
}

/** Since when each of the first ones waits that others than this resident proposed: nobody decides their own. */
export function correctionTimes(db: Db, unitId: string, residentId: string, most: number): Promise<WaitingTimes> {
  return waitingIn(db, unitId)
    .where('correction_request.proposed_by', '<>', residentId)
    .select(waitingTimes('correction_request.proposed_at', most))
    .executeTakeFirstOrThrow();
}

export async function closeCorrection(
  db: Db,
  id: string,
  state: State,
  /** Null for one that was taken back. */
  decidedBy: string | null,
  atMs: number,
): Promise<void> {
  await db
    .updateTable('correction_request')
    .set({ state, decided_by: decidedBy, decided_at: new Date(atMs) })
    .where('id', '=', id)
    .execute();
}
