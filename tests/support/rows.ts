import { randomBytes, randomUUID } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import type { Schema } from '../../cloudfunctions/database/owners';
import type { Tables } from '../../cloudfunctions/database/tables';

type Db = Kysely<Schema>;

/** The moment at which all that these functions make was made. */
export const MADE_AT = new Date('2026-11-01T01:00:00Z');

export interface Units {
  readonly cityId: string;
  readonly districtId: string;
  readonly streetId: string;
  readonly communityId: string;
  readonly gridId: string;
}

const LEVELS = ['city', 'district', 'street', 'community', 'grid'] as const;

/** One unit on each level down to a grid, by plain inserts: for tests of what lies below the actions. */
export async function insertUnits(db: Db, setting: 'urban' | 'rural' = 'urban'): Promise<Units> {
  const ids: string[] = [];
  for (const level of LEVELS) {
    const id = randomUUID();
    await db
      .insertInto('org_unit')
      .values({
        id,
        parent_id: ids.at(-1) ?? null,
        level,
        code: `${level}-${id.slice(0, 8)}`,
        name: `${level} ${id.slice(0, 4)}`,
        setting: level === 'community' ? setting : null,
        path: `/${[...ids, id].join('/')}/`,
        created_at: MADE_AT,
      })
      .execute();
    ids.push(id);
  }
  const [cityId = '', districtId = '', streetId = '', communityId = '', gridId = ''] = ids;
  return { cityId, districtId, streetId, communityId, gridId };
}

/** Another community, with a grid, in the same street. */
export async function insertNeighbours(db: Db, { cityId, districtId, streetId }: Units): Promise<Units> {
  const above = [cityId, districtId, streetId];
  const [communityId, gridId] = [randomUUID(), randomUUID()];
  const row = (id: string, level: 'community' | 'grid', parents: readonly string[]) => ({
    ...{ id, level, parent_id: parents.at(-1) ?? null, path: `/${[...parents, id].join('/')}/`, created_at: MADE_AT },
    ...{ code: `${level}-${id.slice(0, 8)}`, name: `${level} ${id.slice(0, 4)}` },
    setting: level === 'community' ? ('urban' as const) : null,
  });
  await db
    .insertInto('org_unit')
    .values([row(communityId, 'community', above), row(gridId, 'grid', [...above, communityId])])
    .execute();
  return { cityId, districtId, streetId, communityId, gridId };
}

export async function insertResident(db: Db, values: Partial<Insertable<Tables['resident']>> = {}): Promise<string> {
  const id = values.id ?? randomUUID();
  await db
    .insertInto('resident')
    .values({ created_at: MADE_AT, ...values, id })
    .execute();
  return id;
}

/** A household whose first member is its head; all have been members since 2026. */
export async function insertHousehold(db: Db, units: Units, memberIds: readonly string[] = []): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('household')
    .values({
      id,
      community_id: units.communityId,
      unit_id: units.gridId,
      number: `H-${id.slice(0, 8)}`,
      head_id: memberIds[0] ?? null,
      created_at: MADE_AT,
    })
    .execute();
  for (const [i, residentId] of memberIds.entries())
    await db
      .insertInto('membership')
      .values({
        id: randomUUID(),
        resident_id: residentId,
        household_id: id,
        relation: i === 0 ? '户主' : '其他',
        joined_on: '2026-01-01',
      })
      .execute();
  return id;
}

export async function insertPolicyDocument(db: Db, unitId: string): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('policy_document')
    .values({
      id,
      unit_id: unitId,
      number: `测试〔2026〕${id}号`,
      title: '测试文件',
      issuer: '测试单位',
      issued_on: '2026-01-01',
      created_at: MADE_AT,
    })
    .execute();
  return id;
}

/** A published item of the community, version 1. */
export async function insertItem(
  db: Db,
  by: { units: Units; draftedBy: string },
  values: Partial<Insertable<Tables['point_item_version']>> = {},
): Promise<string> {
  const itemId = randomUUID();
  const documentId = await insertPolicyDocument(db, by.units.communityId);
  const name = values.name ?? `项目 ${itemId}`;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('point_item')
      .values({
        id: itemId,
        unit_id: by.units.communityId,
        name,
        state: 'published',
        current_version: 1,
        created_at: MADE_AT,
      })
      .execute();
    await trx
      .insertInto('point_item_version')
      .values({
        category: '志愿服务',
        points: 2,
        counted_per: '次',
        policy_document_id: documentId,
        holder_kind: 'resident',
        is_legal_duty: false,
        legal_duty_reason: '自愿参加',
        drafted_by: by.draftedBy,
        drafted_at: MADE_AT,
        published_by: by.draftedBy,
        published_at: MADE_AT,
        ...values,
        item_id: itemId,
        version: 1,
        name,
      })
      .execute();
  });
  return itemId;
}

export async function insertAccount(
  db: Db,
  accountId: string,
  values: Partial<Insertable<Tables['account']>> = {},
): Promise<void> {
  await db
    .insertInto('account')
    .values({
      holder_kind: 'resident',
      head_hash: randomBytes(32),
      opened_at: MADE_AT,
      ...values,
      account_id: accountId,
    })
    .execute();
}

/** A credit that satisfies every constraint; its hashes are of no chain. */
export function entryOf(
  accountId: string,
  unitId: string,
  values: Partial<Insertable<Tables['ledger_entry']>> = {},
): Insertable<Tables['ledger_entry']> {
  return {
    account_id: accountId,
    seq: 1,
    kind: 'credit',
    points: 2,
    title: '楼道清洁',
    source: 'give',
    source_id: randomUUID(),
    unit_id: unitId,
    deed_date: '2026-11-01',
    posted_at: MADE_AT,
    posted_on: '2026-11-01',
    prev_hash: randomBytes(32),
    hash: randomBytes(32),
    ...values,
  };
}

export function awardOf(
  accountId: string,
  by: { unitId: string; itemId: string },
  values: Partial<Insertable<Tables['award']>> = {},
): Insertable<Tables['award']> {
  return {
    account_id: accountId,
    id: randomUUID(),
    holder_kind: 'resident',
    unit_id: by.unitId,
    item_id: by.itemId,
    item_version: 1,
    points: 2,
    deed_date: '2026-11-01',
    source: 'give',
    source_id: randomUUID(),
    state: 'proposed',
    created_at: MADE_AT,
    ...values,
  };
}

export async function insertReward(
  db: Db,
  by: { units: Units; createdBy: string },
  values: Partial<Insertable<Tables['reward']>> = {},
): Promise<string> {
  const id = randomUUID();
  const documentId = await insertPolicyDocument(db, by.units.communityId);
  await db
    .insertInto('reward')
    .values({
      unit_id: by.units.communityId,
      kind: 'healthCheck',
      title: `免费体检 ${id}`,
      summary: '基础体检一次',
      cost: 10,
      holder_kind: 'resident',
      period: 'year',
      stock_per_period: 10,
      limit_holder: 1,
      valid_days: 90,
      policy_document_id: documentId,
      funded_by: '测试经费',
      unit_cost_cents: 10_000,
      created_by: by.createdBy,
      created_at: MADE_AT,
      ...values,
      id,
    })
    .execute();
  return id;
}
