import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Db } from '../../kit/transaction';
import { groupedBy } from '../../values/grouped-by';
import type { RedemptionWindow } from '../../values/windows';
import type { Ceilings, Terms } from '../rules';

/** A reward as it was opened; nothing of it changes but that it is retired. */
export interface RewardRow extends Terms, Ceilings {
  readonly rewardId: string;
  /** The first of those that replaced each other down to this one: limits and stock count for all of them together. */
  readonly lineId: string;
  /** Of one that was merged since, its successor: there it is offered on. */
  readonly unitId: string;
  /** Which of the open kinds. */
  readonly kindId: string | null;
  /** Which thing of the shelf; null for what is on none. */
  readonly goodsId: string | null;
  readonly title: string;
  readonly summary: string;
  readonly about: string;
  readonly stockPerPeriod: number;
  readonly validDays: number;
  readonly choices: readonly string[];
  readonly steps: readonly string[];
  readonly policyDocumentId: string;
  readonly fundedBy: string;
  /** Its own; null: its community's. */
  readonly windows: readonly RedemptionWindow[] | null;
  readonly isRetired: boolean;
}

const rewards = (db: Db) =>
  db
    .selectFrom('reward')
    .innerJoin('unit as opened', 'opened.id', 'reward.unit_id')
    .innerJoin('unit', (join) => join.on('unit.id', '=', sql<string>`coalesce(opened.successor_id, opened.id)`))
    .selectAll('reward')
    .select(['unit.id as unit_now', 'unit.path as unit_path']);

const toReward = (row: Selectable<Tables['reward']> & { unit_now: string; unit_path: string }): RewardRow => ({
  rewardId: row.id,
  lineId: row.first_id ?? row.id,
  unitId: row.unit_now,
  unitPath: row.unit_path,
  kind: row.kind,
  kindId: row.kind_id,
  goodsId: row.goods_id,
  title: row.title,
  summary: row.summary,
  about: row.about,
  cost: row.cost,
  holderKind: row.holder_kind,
  ageMin: row.age_min,
  ageMax: row.age_max,
  ruralOnly: row.rural_only,
  leastLifetime: row.least_lifetime,
  period: row.period,
  stockPerPeriod: row.stock_per_period,
  limitHolder: row.limit_holder,
  limitHousehold: row.limit_household,
  validDays: row.valid_days,
  choices: row.choices,
  steps: row.steps,
  policyDocumentId: row.policy_document_id,
  fundedBy: row.funded_by,
  unitCostCents: row.unit_cost_cents,
  windows: row.windows as RedemptionWindow[] | null,
  monthPoints: row.month_points,
  monthCents: row.month_cents,
  isRetired: row.retired_at !== null,
});

export async function rewardOf(db: Db, rewardId: string): Promise<RewardRow | null> {
  const row = await rewards(db).where('reward.id', '=', rewardId).executeTakeFirst();
  return row ? toReward(row) : null;
}

export async function rewardsOf(db: Db, rewardIds: readonly string[]): Promise<Map<string, RewardRow>> {
  const rows = await rewards(db).where('reward.id', '=', sql<string>`any(${rewardIds}::uuid[])`).execute();
  return new Map(rows.map((row) => [row.id, toReward(row)]));
}

export interface OfferQuery {
  readonly unitPath: string;
  readonly kinds?: readonly RewardRow['kind'][] | undefined;
  readonly holderKinds?: readonly RewardRow['holderKind'][] | undefined;
  readonly after: Pick<RewardRow, 'cost' | 'rewardId'> | null;
  readonly limit: number;
}

/** What a unit and those above it offer now, the cheapest first. */
export async function rewardsAbove(db: Db, query: OfferQuery): Promise<RewardRow[]> {
  const { unitPath, kinds, holderKinds, after, limit } = query;
  let found = rewards(db)
    .where(sql<boolean>`starts_with(${unitPath}, unit.path)`)
    .where('reward.retired_at', 'is', null);
  if (kinds) found = found.where('reward.kind', 'in', kinds);
  if (holderKinds) found = found.where('reward.holder_kind', 'in', holderKinds);
  if (after) found = found.where(sql<boolean>`(reward.cost, reward.id) > (${after.cost}, ${after.rewardId}::uuid)`);
  const rows = await found.orderBy('reward.cost').orderBy('reward.id').limit(limit).execute();
  return rows.map(toReward);
}

export interface Honouring {
  readonly providerId: string;
  /** Of an either-or reward, the one that it honours; null: all. */
  readonly choice: string | null;
}

/** Providers of each reward, sorted by id. */
export async function honouringOf(db: Db, rewardIds: readonly string[]): Promise<Map<string, Honouring[]>> {
  const rows = await db
    .selectFrom('reward_provider')
    .select(['reward_id', 'provider_id', 'choice'])
    .where('reward_id', '=', sql<string>`any(${rewardIds}::uuid[])`)
    .orderBy('provider_id')
    .execute();
  return groupedBy(
    rows,
    ({ reward_id }) => reward_id,
    ({ provider_id: providerId, choice }) => ({ providerId, choice }),
  );
}

export interface NewReward extends Omit<RewardRow, 'unitPath' | 'lineId' | 'isRetired'> {
  readonly replaces: Pick<RewardRow, 'rewardId' | 'lineId'> | null;
  readonly providerIds: readonly string[];
  readonly choiceProviders: readonly { readonly choice: string; readonly providerId: string }[];
  readonly createdBy: string;
  readonly createdAtMs: number;
}

/** The ids of those that went in; a title that the unit has already keeps its reward out. */
export async function insertRewards(db: Db, news: readonly NewReward[]): Promise<string[]> {
  const inserted = await db
    .insertInto('reward')
    .values(news.map(toRow))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  const ids = new Set(inserted.map((row) => row.id));
  const pairs = news
    .filter((reward) => ids.has(reward.rewardId))
    .flatMap(({ rewardId, providerIds, choiceProviders }) =>
      [...new Set(providerIds)].map((id) => ({
        ...{ reward_id: rewardId, provider_id: id },
        choice: choiceProviders.find(({ providerId }) => providerId === id)?.choice ?? null,
      })),
    );
  if (pairs.length > 0) await db.insertInto('reward_provider').values(pairs).execute();
  return [...ids];
}

const toRow = (reward: NewReward) => ({
  id: reward.rewardId,
  unit_id: reward.unitId,
  kind: reward.kind,
  kind_id: reward.kindId,
  goods_id: reward.goodsId,
  title: reward.title,
  summary: reward.summary,
  about: reward.about,
  cost: reward.cost,
  holder_kind: reward.holderKind,
  age_min: reward.ageMin,
  age_max: reward.ageMax,
  rural_only: reward.ruralOnly,
  least_lifetime: reward.leastLifetime,
  period: reward.period,
  stock_per_period: reward.stockPerPeriod,
  limit_holder: reward.limitHolder,
  limit_household: reward.limitHousehold,
  valid_days: reward.validDays,
  choices: [...reward.choices],
  steps: [...reward.steps],
  policy_document_id: reward.policyDocumentId,
  funded_by: reward.fundedBy,
  unit_cost_cents: reward.unitCostCents,
  windows: reward.windows && JSON.stringify(reward.windows),
  month_points: reward.monthPoints,
  month_cents: reward.monthCents,
  replaces_id: reward.replaces?.rewardId ?? null,
  first_id: reward.replaces?.lineId ?? null,
  created_by: reward.createdBy,
  created_at: new Date(reward.createdAtMs),
});

/**
 * Whether a voucher may be issued, and until this transaction has ended nobody retires it. The last lock that is taken:
 * retiring takes no other.
 */
export async function keepOpen(db: Db, rewardId: string): Promise<boolean> {
  const row = await db
    .selectFrom('reward')
    .select('retired_at')
    .where('id', '=', rewardId)
    .forShare()
    .executeTakeFirstOrThrow();
  return row.retired_at === null;
}

/** Locks it as retiring does. False when another was opened in its place already. */
export async function lockReplaceable(db: Db, rewardId: string): Promise<boolean> {
  const one = db.selectFrom('reward').select('id');
  await one.where('id', '=', rewardId).forNoKeyUpdate().executeTakeFirstOrThrow();
  return (await one.where('replaces_id', '=', rewardId).executeTakeFirst()) === undefined;
}

/** False when it was retired already. */
export async function retireReward(db: Db, rewardId: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reward')
    .set({ retired_at: new Date(nowMs) })
    .where('id', '=', rewardId)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
