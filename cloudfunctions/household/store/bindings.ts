import { sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Db } from '../../kit/transaction';
import type { Capacity } from '../rules/consent';

export type BindingKind = Tables['binding_event']['kind'];
export type Purpose = Tables['consent']['purpose'];

export interface ConsentRow {
  readonly consentId: string;
  readonly identityId: string | null;
  readonly residentId: string | null;
  /** A guardian or helper, when not the person. */
  readonly givenBy: string | null;
  readonly purpose: Purpose;
  readonly version: string;
  readonly capacity: Capacity;
  /** The first day on which it counts no more; null where it has no end of its own. */
  readonly until?: string | null;
}
export interface BindingEventRow {
  readonly eventId: string;
  readonly identityId: string;
  readonly residentId: string;
  readonly kind: BindingKind;
  readonly byResidentId: string | null;
}

export async function insertConsents(db: Db, rows: readonly ConsentRow[], nowMs: number): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('consent')
    .values(
      rows.map((row) => ({
        id: row.consentId,
        identity_id: row.identityId,
        resident_id: row.residentId,
        given_by: row.givenBy,
        purpose: row.purpose,
        version: row.version,
        capacity: row.capacity,
        until: row.until ?? null,
        given_at: new Date(nowMs),
      })),
    )
    .execute();
}

/** What was agreed to before it was known who the person is on the roster. */
export async function attachConsents(db: Db, identityId: string, residentId: string): Promise<void> {
  await db
    .updateTable('consent')
    .set({ resident_id: residentId })
    .where('identity_id', '=', identityId)
    .where('resident_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** All that was said about it, or what was said in one capacity. */
export async function withdrawConsents(
  db: Db,
  residentId: string,
  purpose: Purpose,
  nowMs: number,
  capacity?: Capacity,
): Promise<void> {
  await db
    .updateTable('consent')
    .$if(capacity !== undefined, (rows) => rows.where('capacity', '=', capacity as Capacity))
    .set({ withdrawn_at: new Date(nowMs) })
    .where('resident_id', '=', residentId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .execute();
}

export async function withdrawAllConsents(db: Db, residentId: string, nowMs: number): Promise<void> {
  await db
    .updateTable('consent')
    .set({ withdrawn_at: new Date(nowMs) })
    .where('resident_id', '=', residentId)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** Ends what others agreed to for somebody, or what one of them did, and tells what it was. */
export async function withdrawGivenByOthers(
  db: Db,
  residentId: string,
  nowMs: number,
  giverId?: string,
): Promise<Purpose[]> {
  const rows = await db
    .updateTable('consent')
    .$if(giverId !== undefined, (some) => some.where('given_by', '=', giverId as string))
    .set({ withdrawn_at: new Date(nowMs) })
    .where('resident_id', '=', residentId)
    .where('purpose', 'in', ['pooling', 'shownByName'])
    .where('capacity', '<>', 'self')
    .where('withdrawn_at', 'is', null)
    .returning('purpose')
    .execute();
  return rows.map(({ purpose }) => purpose);
}

/**
 * Binds an identity that is bound to nobody to a resident whom nobody is bound to; false when either is no longer so.
 * The caller holds the resident's lock, which makes "nobody" true until it commits.
 */
export async function bindIdentity(db: Db, identityId: string, residentId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update identity set resident_id = ${residentId}
    where id = ${identityId} and resident_id is null
      and not exists (select from identity other where other.resident_id = ${residentId})`.execute(db);
  return numAffectedRows === 1n;
}

/** False when the identity was bound to nobody. */
export async function unbindIdentity(db: Db, identityId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('identity')
    .set({ resident_id: null })
    .where('id', '=', identityId)
    .where('resident_id', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Lets go of whoever is bound to a resident, and tells which identities they were. */
export async function unbindIdentitiesOf(db: Db, residentId: string): Promise<string[]> {
  const rows = await db
    .updateTable('identity')
    .set({ resident_id: null })
    .where('resident_id', '=', residentId)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function insertBindingEvents(db: Db, rows: readonly BindingEventRow[], nowMs: number): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('binding_event')
    .values(
      rows.map((row) => ({
        id: row.eventId,
        identity_id: row.identityId,
        resident_id: row.residentId,
        kind: row.kind,
        by_resident_id: row.byResidentId,
        at: new Date(nowMs),
      })),
    )
    .execute();
}

/** Ends what was agreed to for a binding that does not come about. */
export async function withdrawOpenConsents(db: Db, identityId: string, nowMs: number): Promise<void> {
  await db
    .updateTable('consent')
    .set({ withdrawn_at: new Date(nowMs) })
    .where('identity_id', '=', identityId)
    .where('resident_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}
