import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { BornPrecision } from '../../values/people';

export interface RegisteredPerson {
  readonly residentId: string;
  readonly householdId: string;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: string | null;
  readonly bornPrecision: BornPrecision | null;
  readonly relation: string;
}
export interface RegisteredHousehold {
  readonly householdId: string;
  readonly number: string;
  readonly unitId: string;
  readonly headId: string | null;
}

/** Households of the community by number, locked in one order: what is held against them stays true. */
export async function registeredHouseholds(
  db: Db,
  communityId: string,
  numbers: readonly string[],
  lock: boolean,
): Promise<RegisteredHousehold[]> {
  let rows = db
    .selectFrom('household')
    .select(['id as householdId', 'number', 'unit_id as unitId', 'head_id as headId'])
    .where('community_id', '=', communityId)
    .where('number', '=', sql<string>`any(${numbers})`)
    .orderBy('id');
  if (lock) rows = rows.forUpdate();
  return rows.execute();
}

/** Living members of today. */
export async function registeredPeople(db: Db, householdIds: readonly string[]): Promise<RegisteredPerson[]> {
  return db
    .selectFrom('membership as m')
    .innerJoin('resident as r', 'r.id', 'm.resident_id')
    .select([
      'r.id as residentId',
      'm.household_id as householdId',
      'r.sex',
      'r.born_on as bornOn',
      'r.born_precision as bornPrecision',
      'm.relation',
    ])
    .where('m.household_id', '=', sql<string>`any(${householdIds})`)
    .where('m.left_on', 'is', null)
    .where('r.died_on', 'is', null)
    .execute();
}

/** Living residents of the community by the tokens of their whole names, where the day of birth is known. */
export async function namesakes(
  db: Db,
  communityId: string,
  tokens: readonly Buffer[],
): Promise<{ token: Buffer; residentId: string; bornOn: string }[]> {
  const { rows } = await sql<{ token: Buffer; residentId: string; bornOn: string }>`
    select i.token, r.id as "residentId", r.born_on as "bornOn"
    from personal_index i join resident r on r.id = i.subject_id and r.died_on is null and r.born_precision = 'day'
    join membership m on m.resident_id = r.id and m.left_on is null
    join household h on h.id = m.household_id and h.community_id = ${communityId}
    where i.kind = 'name' and i.token = any(${tokens}::bytea[])`.execute(db);
  return rows;
}

export interface ResidentChange {
  readonly residentId: string;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: string | null;
  readonly bornPrecision: BornPrecision | null;
  readonly relation: string;
}

export async function changeResidents(db: Db, changes: readonly ResidentChange[]): Promise<void> {
  if (changes.length === 0) return;
  const ids = sql`${changes.map((change) => change.residentId)}::uuid[]`;
  await sql`update resident r set sex = n.sex, born_on = n.born, born_precision = n.precision
    from unnest(${ids}, ${changes.map((change) => change.sex)}::text[], ${changes.map((change) => change.bornOn)}::date[],
      ${changes.map((change) => change.bornPrecision)}::text[]) as n (id, sex, born, precision) where r.id = n.id`.execute(
    db,
  );
  await changeRelations(db, ids, changes);
}

async function changeRelations(db: Db, ids: RawBuilder<unknown>, changes: readonly ResidentChange[]): Promise<void> {
  await sql`update membership m set relation = n.relation
    from unnest(${ids}, ${changes.map((change) => change.relation)}::text[]) as n (id, relation)
    where m.resident_id = n.id and m.left_on is null`.execute(db);
}

export async function moveHouseholds(db: Db, moves: readonly { householdId: string; unitId: string }[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`update household h set unit_id = n.unit
    from unnest(${moves.map((move) => move.householdId)}::uuid[], ${moves.map((move) => move.unitId)}::uuid[])
      as n (id, unit) where h.id = n.id`.execute(db);
}

export async function renumberHousehold(db: Db, householdId: string, number: string): Promise<void> {
  await db.updateTable('household').set({ number }).where('id', '=', householdId).execute();
}

export interface NewImport {
  readonly importId: string;
  readonly unitId: string;
  readonly fileHash: Buffer;
  readonly importedBy: string;
  readonly counts: object;
}

export async function insertImport(db: Db, row: NewImport, nowMs: number): Promise<void> {
  await db
    .insertInto('roster_import')
    .values({
      id: row.importId,
      unit_id: row.unitId,
      file_hash: row.fileHash,
      imported_by: row.importedBy,
      at: new Date(nowMs),
      counts: JSON.stringify(row.counts),
    })
    .execute();
}

/** What was said of titles that nobody knows. */
export async function saidTitles(db: Db, communityId: string): Promise<{ title: string; field: string | null }[]> {
  return db.selectFrom('roster_title').select(['title', 'field']).where('community_id', '=', communityId).execute();
}

/** The last word on a title holds. */
export async function keepTitles(
  db: Db,
  communityId: string,
  titles: readonly { readonly title: string; readonly field: string | null }[],
  { saidBy, nowMs }: { readonly saidBy: string; readonly nowMs: number },
): Promise<void> {
  if (titles.length === 0) return;
  const rows = titles.map((one) => ({ ...one, community_id: communityId, said_by: saidBy, said_at: new Date(nowMs) }));
  await db
    .insertInto('roster_title')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'title']).doUpdateSet((said) => ({
        field: said.ref('excluded.field'),
        said_by: said.ref('excluded.said_by'),
        said_at: said.ref('excluded.said_at'),
      })),
    )
    .execute();
}
