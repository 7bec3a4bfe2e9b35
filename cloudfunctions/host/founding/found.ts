import { addHouseholds, isOnlyOne, personsOf } from '../../household';
import { lockMutex } from '../../kit/attempt';
import { type AuditNote, writeAudit } from '../../kit/audit';
import { newId } from '../../kit/ids';
import { type Refusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { type Db, inTransaction } from '../../kit/transaction';
import type { World } from '../../kit/world';
import {
  addGrants,
  addUnits,
  countUnits,
  founderId,
  type NewGrant,
  type NewUnit,
  unitsBelow,
} from '../../organisation';
import { businessDate } from '../../values/dates';
import type { Role } from '../../values/roles';
import { TO_COMMUNITY } from '../../values/units';
import type { FoundingPlan } from './plan';
import { differencesOf, type Founder, mendWords, standingPlan } from './standing';

declare module '../../kit/refusal' {
  /** Told on the console of whoever founds. */
  interface Details {
    readonly DEMO_THERE: Record<never, never>;
    readonly FOUNDED_OTHERWISE: Record<never, never>;
    readonly FOUNDED_ALREADY: Record<never, never>;
    readonly FOUNDED_DIFFERENTLY: { readonly differences: readonly string[] };
  }
}
type Outcome = Founder | Refusal<'DEMO_THERE' | 'FOUNDED_OTHERWISE' | 'FOUNDED_ALREADY' | 'FOUNDED_DIFFERENTLY'>;

/**
 * Makes the first branch of the tree and its first person, once. Called again before that person has bound, it gives
 * them back, so that a lost card can be made anew; afterwards there is nothing left to found. A file that says something
 * else mends what stands while there is nothing but the founding, and is refused from then on.
 */
export function found(world: World, plan: FoundingPlan): Promise<Outcome> {
  return inTransaction(world.database.db, async (trx) => {
    await lockMutex(trx, 'founding');
    const there = await unitsBelow(trx, '/', 'city');
    if (there.length === 0) return build(world, trx, plan);
    if (there.some((unit) => unit.isDemo)) return refuse('DEMO_THERE');
    if (!there.some((unit) => unit.code === plan.city.code)) return refuse('FOUNDED_OTHERWISE');
    return founderAgain(world, trx, plan, there[0]?.unitId as string);
  });
}

async function founderAgain(world: World, db: Db, plan: FoundingPlan, cityId: string): Promise<Outcome> {
  const residentId = await founderId(db);
  const person = residentId && (await personsOf(db, [residentId])).get(residentId);
  if (!person || person.isBound || !person.householdId) return refuse('FOUNDED_ALREADY');
  const founder = { residentId: person.residentId, householdId: person.householdId };
  const differences = differencesOf(await standingPlan(world, db, founder), plan);
  if (differences.length === 0) return founder;
  if (!((await isOnlyOne(db)) && (await countUnits(db)) === TO_COMMUNITY.length))
    return refuse('FOUNDED_DIFFERENTLY', { differences });
  await mendWords(world, db, founder, plan);
  const fields = differences.map((line) => line.slice(0, line.indexOf(':')));
  await record(world, db, 'host.mend', { targetId: residentId, unitId: cityId, detail: { fields } });
  return founder;
}

async function build(world: World, db: Db, plan: FoundingPlan): Promise<Founder> {
  const units = branchOf(world, plan);
  const [residentId, householdId] = [newId(world), newId(world)];
  const { name, phone, bornOn, address, householdNumber } = plan.first;
  const communityId = units[3]?.unitId as string;
  const head = { residentId, name, phone, bornOn, relation: '户主' };
  const home = { householdId, communityId, unitId: communityId, number: householdNumber, address };
  await addUnits(db, units);
  await addHouseholds(world, db, [{ ...home, members: [head] }]);
  await addGrants(db, [
    grantOf(world, residentId, 'citySupervisor', units[0]?.unitId as string),
    grantOf(world, residentId, 'communityAdmin', communityId),
  ]);
  await record(world, db, 'host.found', { targetId: residentId, unitId: units[0]?.unitId as string });
  return { residentId, householdId };
}

async function record(world: World, db: Db, action: string, about: Omit<AuditNote, 'targetKind'>): Promise<void> {
  const notes = [{ targetKind: 'resident', ...about }];
  const nobody = { caller: null, addressHash: null, traceId: newId(world) };
  await writeAudit(runOn(db), [{ action, outcome: 'ok', ...nobody, atMs: world.clock(), notes }]);
}

function branchOf(world: World, plan: FoundingPlan): NewUnit[] {
  const units: NewUnit[] = [];
  for (const level of TO_COMMUNITY) {
    const above = units.at(-1);
    const unitId = newId(world);
    const isCommunity = level === 'community';
    units.push({
      ...{ unitId, level, name: plan[level].name, code: plan[level].code, parentId: above?.unitId ?? null },
      path: `${above?.path ?? '/'}${unitId}/`,
      setting: isCommunity ? plan.community.setting : null,
      stage: isCommunity ? 'preparing' : null,
      phone: (isCommunity && plan.community.phone) || null,
      ...{ tags: [], startedOn: null, isDemo: false, createdAtMs: world.clock() },
    });
  }
  return units;
}

/** Given by nobody: there is no level above. */
export function grantOf(world: World, residentId: string, role: Role, unitId: string): NewGrant {
  const nowMs = world.clock();
  const dates = { validFrom: businessDate(nowMs), validUntil: null, grantedBy: null, grantedAtMs: nowMs };
  return { roleId: newId(world), residentId, role, unitId, providerId: null, societyId: null, ...dates };
}
