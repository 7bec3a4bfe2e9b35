import type { InputOf } from '../../kit/action';
import { type Call, read } from '../../kit/handler';
import type { ResidentCaller, RoleHolder } from '../../kit/principal';
import { refuse } from '../../kit/refusal';
import { workplacesOf } from '../../organisation';
import * as contract from '../contract/household';
import { denied, tiesFor } from '../rules/access';
import { maskName } from '../rules/name';
import { addressesOf, describeMembers } from '../services/describe';
import { namesOf, personalDataOf } from '../services/personal/read';
import { validCardOf } from '../store/cards';
import { householdOf } from '../store/households';
import { personsOf } from '../store/people';

async function get(call: Call<ResidentCaller>, { householdId }: InputOf<typeof contract.get>) {
  const household = await householdOf(call.db, householdId);
  if (!household) return refuse('HOUSEHOLD_NOT_FOUND');
  const ties = tiesFor(call, 'seeHousehold', { unitPath: household.unitPath, household });
  if (ties.length === 0) return denied('seeHousehold');
  if (ties.includes('staff')) call.note({ targetKind: 'household', targetId: householdId, unitId: household.unitId });
  const { headId } = household;
  const [addresses, head, card, members] = await Promise.all([
    addressesOf(call, [householdId]),
    personalDataOf(call.world, call.db, headId ? [headId] : [], 'phone'),
    validCardOf(call.db, householdId),
    describeMembers(call, householdId),
  ]);
  return {
    householdId,
    number: household.number,
    address: addresses.get(householdId) ?? '',
    phone: head.get(headId ?? '')?.phone ?? null,
    unitId: household.unitId,
    unitName: household.unitName,
    communityId: household.communityId,
    communityName: household.communityName,
    headId,
    poolAgreed: household.poolAgreedAt !== null,
    card: card && { version: card.version, issuedAtMs: card.issuedAtMs },
    members,
  };
}

/** Of those who live or work where the caller's role reaches; the rest are left out without a word. */
async function names(call: Call<RoleHolder>, { residentIds }: InputOf<typeof contract.names>) {
  const [persons, workplaces] = await Promise.all([
    personsOf(call.db, residentIds),
    workplacesOf(call.db, residentIds, call.today),
  ]);
  const pathsOf = (residentId: string) =>
    [
      persons.get(residentId)?.unitPath ?? [],
      ...workplaces.filter((one) => one.residentId === residentId).map((one) => one.unitPath),
    ].flat();
  const tiesTo = (id: string) => pathsOf(id).flatMap((unitPath) => tiesFor(call, 'knowByName', { unitPath }));
  const full = residentIds.filter((id) => tiesTo(id).includes('staff'));
  const masked = residentIds.filter((id) => !full.includes(id) && tiesTo(id).length > 0);
  const found = await namesOf(call.world, call.db, [...full, ...masked]);
  for (const targetId of full) call.note({ targetKind: 'resident', targetId });
  return {
    names: [...new Set([...full, ...masked])].flatMap((residentId) => {
      const name = found.get(residentId);
      return name ? { residentId, name: masked.includes(residentId) ? maskName(name) : name } : [];
    }),
  };
}

export const householdActions = [read(contract.get, get), read(contract.names, names)];
