import { randomUUID } from 'node:crypto';
import { addPersonas } from '../../../cloudfunctions/host/demo/add-personas';
import { addHouseholds } from '../../../cloudfunctions/household';
import type { World } from '../../../cloudfunctions/kit/world';
import { addGrants, addProviders, addUnits } from '../../../cloudfunctions/organisation';
import { CONSENT } from '../../household/neighbourhood';
import { insertPolicyDocument, MADE_AT, type Units } from '../../support/rows';
import {
  HOME_NAMES,
  HOMES,
  type Holder,
  type Home,
  ITEM_NAMES,
  ITEMS_BEGAN_ON,
  type ItemName,
  isHome,
  itemOf,
  membersOf,
  NAMES,
  type Name,
  PEOPLE,
  REWARDS,
  type Role,
} from './cast';

export interface Built {
  readonly unitId: string;
  readonly holderIds: Readonly<Record<Holder, string>>;
  readonly identityIds: Readonly<Partial<Record<Name, string>>>;
  readonly itemIds: Readonly<Record<ItemName, string>>;
  readonly rewardIds: readonly string[];
  kindOf(holder: Holder): 'resident' | 'household';
}

/** Children have no phone of their own. */
export const CALLERS = NAMES.filter((name) => name !== 'boy' && name !== 'girl');
const idsFor = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, randomUUID()])) as Record<K, string>;

/** A community of its own with everybody in it, in a handful of statements. */
export async function build(world: World, elsewhere: Units): Promise<Built> {
  const place = await buildUnits(world, elsewhere);
  const holderIds = idsFor<Holder>([...NAMES, ...HOME_NAMES]);
  const identityIds = idsFor(CALLERS);
  await buildHomes(world, place, holderIds, elsewhere);
  const personas = CALLERS.map((name) => ({
    key: identityIds[name],
    identityId: identityIds[name],
    residentId: holderIds[name],
  }));
  await addPersonas(world, world.database.db, personas, CONSENT.version);
  const providerIds = await buildRoles(world, place, holderIds);
  const documentId = await insertPolicyDocument(world.database.db, place.unitId);
  const made = { world, unitId: place.unitId, documentId, by: holderIds.staff };
  const itemIds = await buildItems(made);
  const rewardIds = await buildRewards(made, providerIds[0] as string);
  const kindOf = (holder: Holder) => (isHome(holder) ? 'household' : 'resident');
  return { unitId: place.unitId, holderIds, identityIds, itemIds, rewardIds, kindOf };
}

async function buildUnits(world: World, { cityId, districtId, streetId }: Units) {
  const [unitId, ...gridIds] = [randomUUID(), randomUUID(), randomUUID()] as [string, ...string[]];
  const above = `/${cityId}/${districtId}/${streetId}/${unitId}/`;
  const rest = { stage: null, tags: [], startedOn: null, isDemo: false, phone: null, createdAtMs: world.clock() };
  const named = (id: string) => ({ unitId: id, code: id.slice(0, 13), name: id.slice(0, 8), ...rest });
  await addUnits(world.database.db, [
    { ...named(unitId), parentId: streetId, level: 'community', setting: 'urban', path: above },
    ...gridIds.map((id) => ({
      ...{ ...named(id), parentId: unitId, level: 'grid' as const, setting: null, path: `${above}${id}/` },
    })),
  ]);
  return { unitId, gridIds };
}
type Place = Awaited<ReturnType<typeof buildUnits>>;

async function buildHomes(world: World, place: Place, ids: Record<Holder, string>, elsewhere: Units): Promise<void> {
  const household = (home: Home) => {
    const { grid, pools } = HOMES[home];
    const isHere = grid !== null;
    return {
      householdId: ids[home],
      communityId: isHere ? place.unitId : elsewhere.communityId,
      unitId: isHere ? (place.gridIds[grid] as string) : elsewhere.gridId,
      number: ids[home].slice(0, 13),
      address: null,
      joinedOn: '2026-01-01',
      poolAgreed: pools,
      members: membersOf(home).map((name, i) => ({
        ...{ residentId: ids[name], name: '王小明', relation: i === 0 ? '户主' : '其他' },
        ...{ bornOn: PEOPLE[name].bornOn, poolAgreed: PEOPLE[name].pools ?? false },
      })),
    };
  };
  await addHouseholds(world, world.database.db, HOME_NAMES.map(household));
}

/** Two providers, the first of which honours every reward; each clerk works for one. */
async function buildRoles(world: World, { unitId, gridIds }: Place, ids: Record<Holder, string>) {
  const providerIds = [randomUUID(), randomUUID()];
  const shop = { unitId, kind: 'health' as const, place: '一楼', hours: '', phone: null, createdAtMs: world.clock() };
  await addProviders(
    world.database.db,
    providerIds.map((providerId) => ({ ...shop, providerId, name: providerId.slice(0, 8) })),
  );
  const dates = { validFrom: '2026-01-01', validUntil: null, grantedBy: null, grantedAtMs: world.clock() };
  const grants = NAMES.flatMap((name) => {
    const { role } = PEOPLE[name];
    if (!role) return [];
    const providerId = role === 'providerClerk' ? (providerIds[name === 'clerk' ? 0 : 1] as string) : null;
    const where = role === 'gridWorker' ? (gridIds[0] as string) : unitId;
    return [
      {
        roleId: randomUUID(),
        residentId: ids[name],
        role: role as Role,
        unitId: where,
        providerId,
        societyId: null,
        ...dates,
      },
    ];
  });
  await addGrants(world.database.db, grants);
  return providerIds;
}

interface Made {
  readonly world: World;
  readonly unitId: string;
  readonly documentId: string;
  readonly by: string;
}

async function buildItems({ world, unitId, documentId, by }: Made): Promise<Record<ItemName, string>> {
  const ids = idsFor(ITEM_NAMES);
  const common = { category: '公益', counted_per: '次', policy_document_id: documentId, is_legal_duty: false };
  const reasons = { legal_duty_reason: '自愿参加', drafted_by: by, drafted_at: MADE_AT, published_by: by };
  await world.database.db.transaction().execute(async (trx) => {
    const items = ITEM_NAMES.map((name) => ({
      ...{ id: ids[name], unit_id: unitId, name, current_version: 1, created_at: MADE_AT },
      state: itemOf(name).isRetired ? ('retired' as const) : ('published' as const),
    }));
    await trx.insertInto('point_item').values(items).execute();
    const versions = ITEM_NAMES.map((name) => {
      const { points, caps, needsReview = false, for: holder_kind } = itemOf(name);
      return {
        ...{ ...common, ...reasons, item_id: ids[name], version: 1, name, points, holder_kind },
        ...{ published_at: new Date(`${ITEMS_BEGAN_ON}T09:00+08:00`), needs_review: needsReview },
        ...{ cap_person_day: caps.personDay, cap_person_month: caps.personMonth, cap_person_year: caps.personYear },
        ...{ cap_household_day: caps.householdDay, cap_household_month: caps.householdMonth },
        cap_household_year: caps.householdYear,
      };
    });
    await trx.insertInto('point_item_version').values(versions).execute();
  });
  return ids;
}

async function buildRewards({ world, unitId, documentId, by }: Made, providerId: string): Promise<string[]> {
  const { db } = world.database;
  const ids = REWARDS.map(() => randomUUID());
  const rows = REWARDS.map((reward, i) => ({
    ...{ id: ids[i] as string, unit_id: unitId, kind: 'healthCheck' as const, title: `奖励 ${i}`, summary: '一次' },
    ...{ cost: reward.cost, holder_kind: reward.for, period: reward.period, stock_per_period: reward.stock },
    ...{ limit_holder: reward.limitHolder, limit_household: reward.limitHousehold, valid_days: reward.validDays },
    ...{ age_min: reward.ageMin, age_max: reward.ageMax, least_lifetime: reward.leastLifetime },
    ...{ policy_document_id: documentId, funded_by: '经费', unit_cost_cents: 100, created_by: by, created_at: MADE_AT },
  }));
  await db.insertInto('reward').values(rows).execute();
  const links = ids.map((reward_id) => ({ reward_id, provider_id: providerId }));
  await db.insertInto('reward_provider').values(links).execute();
  return ids;
}
