import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import { type WaitingTimes, waitingTimes } from '../../kit/waiting';
import type { MendReason } from '../../values/people';

export interface MergeRequest {
  readonly mergeId: string;
  readonly kind: 'merge' | 'part';
  readonly survivorId: string;
  readonly mergedId: string;
  readonly unitId: string;
  readonly reason: MendReason;
  readonly proposedBy: string;
  readonly proposedAtMs: number;
}
export type MergeState = 'waiting' | 'agreed' | 'turnedDown' | 'withdrawn';

/** False where one about the same record waits already. */
export async function insertMergeRequest(db: Db, row: MergeRequest): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into merge_request (id, kind, survivor_id, merged_id, unit_id, reason, proposed_by, proposed_at)
    values (${row.mergeId}, ${row.kind}, ${row.survivorId}, ${row.mergedId}, ${row.unitId}, ${row.reason},
      ${row.proposedBy}, ${new Date(row.proposedAtMs)})
    on conflict (merged_id) where state = 'waiting' do nothing`.execute(db);
  return numAffectedRows === 1n;
}

const COLUMNS = sql`id as "mergeId", kind, survivor_id as "survivorId", merged_id as "mergedId", unit_id as "unitId", reason,
  proposed_by as "proposedBy", (extract(epoch from proposed_at) * 1000)::bigint as "proposedAtMs"`;

export async function mergeRequest(
  db: Db,
  mergeId: string,
  lock = false,
): Promise<(MergeRequest & { readonly state: MergeState }) | null> {
  const { rows } = await sql<MergeRequest & { state: MergeState }>`
    select ${COLUMNS}, state from merge_request where id = ${mergeId} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export async function decideRequest(
  db: Db,
  mergeId: string,
  by: { readonly state: MergeState; readonly residentId: string; readonly nowMs: number },
): Promise<void> {
  await db
    .updateTable('merge_request')
    .set({ state: by.state, decided_by: by.residentId, decided_at: new Date(by.nowMs) })
    .where('id', '=', mergeId)
    .execute();
}

/** Oldest first, after the one that ended the page before. */
export async function waitingMerges(
  db: Db,
  unitId: string,
  after: { readonly proposedAtMs: number; readonly mergeId: string } | null,
  limit: number,
): Promise<MergeRequest[]> {
  const { rows } = await sql<MergeRequest>`
    select ${COLUMNS} from merge_request where unit_id = ${unitId} and state = 'waiting'
    ${after ? sql`and (proposed_at, id) > (${new Date(after.proposedAtMs)}, ${after.mergeId}::uuid)` : sql``}
    order by proposed_at, id limit ${limit}`.execute(db);
  return rows;
}

/** Since when each of the first ones waits that others than this resident proposed: nobody agrees to their own. */
export function mergeTimes(db: Db, unitId: string, residentId: string, most: number): Promise<WaitingTimes> {
  return db
    .selectFrom('merge_request')
    .select(waitingTimes('proposed_at', most))
    .where('unit_id', '=', unitId)
    .where('state', '=', 'waiting')
    .where('proposed_by', '<>', residentId)
    .executeTakeFirstOrThrow();
}

export interface MergedRow {
  readonly mergedId: string;
  readonly survivorId: string;
  readonly householdId: string | null;
  readonly relation: string;
  readonly identityIds: readonly string[];
  readonly isDrawnOn: boolean;
}

/** Links in which one of these stands, as the one that stays or as the other. */
export async function linksOf(db: Db, residentIds: readonly string[]): Promise<MergedRow[]> {
  if (residentIds.length === 0) return [];
  const { rows } = await sql<MergedRow>`
    select merged_id as "mergedId", survivor_id as "survivorId", household_id as "householdId", relation,
      identity_ids as "identityIds", drawn_at is not null as "isDrawnOn"
    from merged_resident
    where merged_id = any(${residentIds}::uuid[]) or survivor_id = any(${residentIds}::uuid[])
    order by merged_id`.execute(db);
  return rows;
}

export async function insertLink(db: Db, row: Omit<MergedRow, 'isDrawnOn'>): Promise<void> {
  await sql`insert into merged_resident (merged_id, survivor_id, household_id, relation, identity_ids)
    values (${row.mergedId}, ${row.survivorId}, ${row.householdId}, ${row.relation}, ${row.identityIds}::text[])`.execute(
    db,
  );
}

export async function deleteLink(db: Db, mergedId: string): Promise<void> {
  await db.deleteFrom('merged_resident').where('merged_id', '=', mergedId).execute();
}

/** From now on they are one for good: what one of them had, the other has spent. */
export async function markDrawnOn(db: Db, accountIds: readonly string[], nowMs: number): Promise<void> {
  await sql`update merged_resident set drawn_at = ${new Date(nowMs)}
    where merged_id = any(${accountIds}::uuid[]) and drawn_at is null`.execute(db);
}

/** Who signs in as one of them goes on as the other, where nobody does in the same way yet; those whom it was. */
export async function rebind(db: Db, fromId: string, toId: string, only?: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update identity set resident_id = ${toId}
    where resident_id = ${fromId}
      and not exists (select from identity other where other.resident_id = ${toId} and other.kind = identity.kind)
      ${only ? sql`and id = any(${only}::uuid[])` : sql``} returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Whom one of them helps, the other helps. */
export async function handOnHelp(db: Db, fromId: string, toId: string): Promise<void> {
  await db
    .updateTable('resident')
    .set({ helper_id: toId })
    .where('helper_id', '=', fromId)
    .where('id', '<>', toId)
    .execute();
}
