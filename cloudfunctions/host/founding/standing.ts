import { correctHousehold, householdsOf, personalDataOf, personOf } from '../../household';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { renameUnit, type UnitRow, unitsOf } from '../../organisation';
import { TO_COMMUNITY } from '../../values/units';
import type { FoundingPlan } from './plan';

/** Whoever binds with these is the installation's first supervisor. */
export interface Founder {
  readonly residentId: string;
  readonly householdId: string;
}

/** What stands in the database of a plan, in the plan's own form. */
export async function standingPlan(world: World, db: Db, { residentId, householdId }: Founder): Promise<FoundingPlan> {
  const units = await branchAbove(db, householdId);
  const [person, home] = [await personOf(db, residentId), (await householdsOf(db, [householdId])).get(householdId)];
  const personal = await personalDataOf(world, db, [residentId, householdId]);
  const { name = '', phone } = personal.get(residentId) ?? {};
  const planOf = (level: (typeof TO_COMMUNITY)[number]) => ({ name: units[level].name, code: units[level].code });
  const { setting, phone: unitPhone } = units.community;
  return {
    ...{ city: planOf('city'), district: planOf('district'), street: planOf('street') },
    community: { ...planOf('community'), setting: setting ?? 'urban', ...(unitPhone !== null && { phone: unitPhone }) },
    first: {
      name: name ?? '',
      phone: phone ?? '',
      ...(person?.bornOn && { bornOn: person.bornOn }),
      address: personal.get(householdId)?.address ?? '',
      householdNumber: home?.number ?? '',
    },
  };
}

/** The units of the four levels above a household. */
async function branchAbove(db: Db, householdId: string): Promise<Record<(typeof TO_COMMUNITY)[number], UnitRow>> {
  const home = (await householdsOf(db, [householdId])).get(householdId);
  const units = [...(await unitsOf(db, (home?.communityPath ?? '').split('/').filter(Boolean))).values()];
  const at = (level: (typeof TO_COMMUNITY)[number]) => {
    const unit = units.find((one) => one.level === level);
    if (!unit) throw new Error(`no ${level} stands above the household of the first supervisor`);
    return unit;
  };
  return { city: at('city'), district: at('district'), street: at('street'), community: at('community') };
}

/** Every word in which the file departs from what stands, as one line each. */
export function differencesOf(stands: FoundingPlan, plan: FoundingPlan): string[] {
  return WORDS.flatMap(([name, wordOf]) => {
    const [there, here] = [wordOf(stands) ?? 'nothing', wordOf(plan) ?? 'nothing'];
    return there === here ? [] : [`${name}: ${there} stands, the file says ${here}`];
  });
}

const WORDS: readonly (readonly [string, (plan: FoundingPlan) => string | undefined])[] = [
  ...TO_COMMUNITY.flatMap((level) => [
    [`${level}.name`, (plan: FoundingPlan) => plan[level].name] as const,
    [`${level}.code`, (plan: FoundingPlan) => plan[level].code] as const,
  ]),
  ['community.setting', ({ community }) => community.setting],
  ['community.phone', ({ community }) => community.phone],
  ['first.name', ({ first }) => first.name],
  ['first.phone', ({ first }) => first.phone],
  ['first.bornOn', ({ first }) => first.bornOn],
  ['first.address', ({ first }) => first.address],
  ['first.householdNumber', ({ first }) => first.householdNumber],
];

/** Puts the words of the file in place of those that stand. Only while nobody has used them. */
export async function mendWords(world: World, db: Db, founder: Founder, plan: FoundingPlan): Promise<void> {
  const units = await branchAbove(db, founder.householdId);
  for (const level of TO_COMMUNITY) {
    const { setting = null, phone = null } = level === 'community' ? plan.community : {};
    await renameUnit(db, {
      unitId: units[level].unitId,
      name: plan[level].name,
      code: plan[level].code,
      setting,
      phone,
    });
  }
  const { name, phone, bornOn, address, householdNumber: number } = plan.first;
  const { residentId, householdId } = founder;
  await correctHousehold(world, db, { householdId, number, address }, { residentId, name, phone, bornOn });
}
