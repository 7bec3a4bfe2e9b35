import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { ChangeKind, ChangeReason, CorrectedField } from '../../values/people';

export interface ChangeRow {
  readonly changeId: string;
  readonly kind: ChangeKind;
  readonly residentId: string | null;
  readonly householdId: string | null;
  readonly toHouseholdId: string | null;
  readonly fields: readonly CorrectedField[];
  /** Of whom it is said that they are a guardian, or no more. */
  readonly guardianId: string | null;
  readonly bornBefore: string | null;
  readonly bornAfter: string | null;
  readonly reason: ChangeReason;
  readonly byResidentId: string;
  readonly atMs: number;
}

export async function insertChanges(db: Db, rows: readonly ChangeRow[]): Promise<void> {
  await db
    .insertInto('person_change')
    .values(
      rows.map((row) => ({
        id: row.changeId,
        kind: row.kind,
        resident_id: row.residentId,
        household_id: row.householdId,
        to_household_id: row.toHouseholdId,
        fields: [...row.fields],
        guardian_id: row.guardianId,
        born_before: row.bornBefore,
        born_after: row.bornAfter,
        reason: row.reason,
        by_resident_id: row.byResidentId,
        at: new Date(row.atMs),
      })),
    )
    .execute();
}

const COLUMNS = sql`id as "changeId", kind, resident_id as "residentId", household_id as "householdId",
  to_household_id as "toHouseholdId", guardian_id as "guardianId", fields, born_before as "bornBefore",
  born_after as "bornAfter", reason, by_resident_id as "byResidentId", (extract(epoch from at) * 1000)::bigint as "atMs"`;

export async function changesById(db: Db, changeIds: readonly string[]): Promise<ChangeRow[]> {
  if (changeIds.length === 0) return [];
  const { rows } = await sql<ChangeRow>`
    select ${COLUMNS} from person_change where id = any(${changeIds}::uuid[])`.execute(db);
  return rows;
}

/** Newest first, after the one that ended the page before. */
export async function changesOf(
  db: Db,
  about: { readonly residentId?: string | undefined; readonly householdId?: string | undefined },
  after: { readonly atMs: number; readonly changeId: string } | null,
  limit: number,
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select ${COLUMNS}
    from person_change
    where ${
      about.residentId
        ? sql`resident_id = ${about.residentId}`
        : sql`(household_id = ${about.householdId} or to_household_id = ${about.householdId})`
    }
    ${after ? sql`and (at, id) < (${new Date(after.atMs)}, ${after.changeId}::uuid)` : sql``}
    order by at desc, id desc limit ${limit}`.execute(db);
  return rows;
}
