import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { ChangeKind, CorrectedField, TrailReason } from '../../values/people';

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
  /** Null where none is asked. */
  readonly reason: TrailReason | null;
  /** The list of residents that said so. */
  readonly importId: string | null;
  /** What became of the unit. */
  readonly unitChangeId: string | null;
  readonly byResidentId: string;
  readonly atMs: number;
}

/** One statement for any number of them. */
export async function insertChanges(db: Db, rows: readonly ChangeRow[]): Promise<void> {
  if (rows.length === 0) return;
  const each = <T>(of: (row: ChangeRow) => T) => rows.map(of);
  await sql`insert into person_change (id, kind, resident_id, household_id, to_household_id, fields, guardian_id, born_before,
      born_after, reason, import_id, unit_change_id, by_resident_id, at)
    select id, kind, resident, household, to_household, string_to_array(fields, ','), guardian, born_before, born_after, reason,
      list, unit_change, by, at
    from unnest(${each((row) => row.changeId)}::uuid[], ${each((row) => row.kind)}::text[],
      ${each((row) => row.residentId)}::uuid[], ${each((row) => row.householdId)}::uuid[],
      ${each((row) => row.toHouseholdId)}::uuid[], ${each((row) => row.fields.join())}::text[],
      ${each((row) => row.guardianId)}::uuid[], ${each((row) => row.bornBefore)}::date[],
      ${each((row) => row.bornAfter)}::date[], ${each((row) => row.reason)}::text[], ${each((row) => row.importId)}::uuid[],
      ${each((row) => row.unitChangeId)}::uuid[],
      ${each((row) => row.byResidentId)}::uuid[], ${each((row) => new Date(row.atMs))}::timestamptz[])
      as n (id, kind, resident, household, to_household, fields, guardian, born_before, born_after, reason, list, unit_change, by, at)`.execute(
    db,
  );
}

const COLUMNS = sql`id as "changeId", kind, resident_id as "residentId", household_id as "householdId",
  to_household_id as "toHouseholdId", guardian_id as "guardianId", fields, born_before as "bornBefore",
  born_after as "bornAfter", reason, import_id as "importId", unit_change_id as "unitChangeId", by_resident_id as "byResidentId", (extract(epoch from at) * 1000)::bigint as "atMs"`;

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
