import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { BornPrecision } from '../../values/people';

/** Ends what holds today; what was agreed to in that household ends with it. */
export async function endMemberships(db: Db, residentIds: readonly string[], leftOn: string): Promise<void> {
  await sql`update membership set left_on = ${leftOn}
    where resident_id = any(${residentIds}::uuid[]) and left_on is null`.execute(db);
}

/** Where those who live in no household lived last: by it they are found again. */
export async function lastHouseholdOf(db: Db, residentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('membership')
    .select('household_id as householdId')
    .where('resident_id', '=', residentId)
    .orderBy('left_on', (order) => order.desc().nullsFirst())
    .orderBy('joined_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.householdId ?? null;
}

export async function endHousehold(db: Db, householdId: string, endedOn: string | null): Promise<void> {
  await db.updateTable('household').set({ ended_on: endedOn }).where('id', '=', householdId).execute();
}

/** Whose consent to spending the household's own account has ended with them. */
export async function giveHead(db: Db, householdId: string, headId: string): Promise<void> {
  await db
    .updateTable('household')
    .set({ head_id: headId, pool_agreed_by: null, pool_agreed_at: null })
    .where('id', '=', householdId)
    .execute();
}

export async function setRelation(db: Db, residentId: string, relation: string): Promise<void> {
  await db
    .updateTable('membership')
    .set({ relation })
    .where('resident_id', '=', residentId)
    .where('left_on', 'is', null)
    .execute();
}

export async function setBorn(
  db: Db,
  residentId: string,
  to: {
    readonly sex: 'female' | 'male' | null;
    readonly bornOn: string | null;
    readonly bornPrecision: BornPrecision | null;
  },
): Promise<void> {
  await db
    .updateTable('resident')
    .set({ sex: to.sex, born_on: to.bornOn, born_precision: to.bornPrecision })
    .where('id', '=', residentId)
    .execute();
}

export async function setDiedOn(db: Db, residentId: string, diedOn: string | null): Promise<void> {
  await db.updateTable('resident').set({ died_on: diedOn }).where('id', '=', residentId).execute();
}

export interface PlacedHome {
  readonly householdId: string;
  readonly communityId: string;
  readonly unitId: string;
  readonly number: string;
}
/** Where households are registered from a day on; where they were before is kept with its days. Any number at once. */
export async function placeHouseholds(db: Db, homes: readonly PlacedHome[], fromOn: string): Promise<void> {
  const each = <T>(of: (home: PlacedHome) => T) => homes.map(of);
  const placed = sql`unnest(${each((one) => one.householdId)}::uuid[], ${each((one) => one.communityId)}::uuid[],
    ${each((one) => one.unitId)}::uuid[], ${each((one) => one.number)}::text[]) as n (id, community_id, unit_id, number)`;
  await sql`
    insert into former_place (household_id, community_id, from_on, until_on)
    select h.id, h.community_id, h.placed_on, ${fromOn}::date from household h join ${placed} on n.id = h.id
    where n.community_id <> h.community_id and (h.placed_on is null or h.placed_on < ${fromOn}::date)`.execute(db);
  await sql`
    update household h set community_id = n.community_id, unit_id = n.unit_id, number = n.number,
      placed_on = case when n.community_id = h.community_id then h.placed_on else greatest(h.placed_on, ${fromOn}::date) end
    from ${placed} where n.id = h.id`.execute(db);
}

/** Their rows' locks, in one order for everyone; after the households'. */
export async function lockResidents(db: Db, residentIds: readonly string[]): Promise<void> {
  await db
    .selectFrom('resident')
    .select('id')
    .where('id', '=', sql<string>`any(${residentIds}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}
