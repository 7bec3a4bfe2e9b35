import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { GuardianPaper, MendReason } from '../../values/people';

export interface GuardianshipRow {
  readonly guardianshipId: string;
  readonly wardId: string;
  readonly guardianId: string;
  readonly paper: GuardianPaper;
  readonly paperOn: string;
  /** Its last day, where the paper names one. */
  readonly until: string | null;
  readonly ofChild: boolean;
  readonly isSole: boolean;
  readonly recordedBy: string;
  readonly recordedAtMs: number;
}
export type EndedBecause = MendReason | 'replaced';

export async function insertGuardianship(db: Db, row: GuardianshipRow): Promise<void> {
  await db
    .insertInto('guardianship')
    .values({
      id: row.guardianshipId,
      ward_id: row.wardId,
      guardian_id: row.guardianId,
      paper: row.paper,
      paper_on: row.paperOn,
      until: row.until,
      of_child: row.ofChild,
      is_sole: row.isSole,
      recorded_by: row.recordedBy,
      recorded_at: new Date(row.recordedAtMs),
    })
    .execute();
}

const COLUMNS = sql`g.id as "guardianshipId", g.ward_id as "wardId", g.guardian_id as "guardianId", g.paper,
  g.paper_on as "paperOn", g.until, g.of_child as "ofChild", g.is_sole as "isSole", g.recorded_by as "recordedBy",
  (extract(epoch from g.recorded_at) * 1000)::bigint as "recordedAtMs"`;
const NOT_ENDED = sql`not exists (select from guardianship_end e where e.guardianship_id = g.id)`;

/** Those that nobody has ended in which one of these stands, as ward or as guardian, the newest first. */
export async function guardianshipsOf(db: Db, residentIds: readonly string[]): Promise<GuardianshipRow[]> {
  const { rows } = await sql<GuardianshipRow>`select ${COLUMNS} from guardianship g
    where (g.ward_id = any(${residentIds}::uuid[]) or g.guardian_id = any(${residentIds}::uuid[])) and ${NOT_ENDED}
    order by g.recorded_at desc, g.id desc`.execute(db);
  return rows;
}

export async function guardianship(db: Db, guardianshipId: string): Promise<GuardianshipRow | null> {
  const { rows } = await sql<GuardianshipRow>`
    select ${COLUMNS} from guardianship g where g.id = ${guardianshipId}`.execute(db);
  return rows[0] ?? null;
}

export async function wardIdsOf(db: Db, guardianId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct g.ward_id as id from guardianship g
    where g.guardian_id = ${guardianId} and ${NOT_ENDED}`.execute(db);
  return rows.map(({ id }) => id);
}

/** False where it had ended already. */
export async function endGuardianship(
  db: Db,
  guardianshipId: string,
  by: { readonly because: EndedBecause; readonly residentId: string; readonly nowMs: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('guardianship_end')
    .values({
      guardianship_id: guardianshipId,
      because: by.because,
      ended_by: by.residentId,
      ended_at: new Date(by.nowMs),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
