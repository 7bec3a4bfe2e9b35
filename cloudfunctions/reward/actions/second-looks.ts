import { givenToHouseholds } from '../../award';
import {
  denied,
  type HolderFacts,
  hasRight,
  holderFacts,
  householdsOf,
  keepWords,
  membersOf,
  namesOf,
  ownInterest,
} from '../../household';
import type { InputOf, OutputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { unitOf } from '../../organisation';
import * as contract from '../contract/second-looks';
import { householdLooked } from '../events';
import { endLook, lockLook, looksWaiting, type SecondLook } from '../store/second-looks';

const BY_AGE = { askedAtMs: Millis, householdId: Id };
const MEMBERS_SHOWN = 30;
const GIVERS_SHOWN = 20;
type Shown = OutputOf<typeof contract.secondLooks>['looks'][number];

async function secondLooks(call: Call<RoleHolder>, { unitId, cursor, limit }: InputOf<typeof contract.secondLooks>) {
  const after = readCursor(BY_AGE, cursor);
  if (isRefusal(after)) return after;
  const unit = await unitOf(call.db, unitId);
  if (unit?.level !== 'community') return refuse('UNIT_NOT_FOUND');
  if (!hasRight(call, 'seeWaiting', { unitPath: unit.path })) return denied('seeWaiting');
  const found = await looksWaiting(call.db, unitId, after, limit + 1);
  const { page, nextCursor } = cutPage(BY_AGE, found, limit);
  call.note({ targetKind: 'households', targetId: unitId, unitId, detail: { names: page.length } });
  return { looks: await shown(call, page), nextCursor };
}

async function shown(call: Call<RoleHolder>, page: readonly SecondLook[]): Promise<Shown[]> {
  const ids = page.map(({ householdId }) => householdId);
  const households = await householdsOf(call.db, ids);
  const given = await givenToHouseholds(call.db, ids);
  const members = new Map<string, readonly string[]>();
  for (const id of ids)
    members.set(
      id,
      (await membersOf(call.db, id)).map(({ residentId }) => residentId),
    );
  const staff = [...given.map(({ givenBy }) => givenBy), ...page.map(({ askedBy }) => askedBy)];
  const registrars = [...households.values()].map(({ registeredBy }) => registeredBy);
  const named = [...staff, ...registrars].filter((id) => id !== null);
  const names = await namesOf(call.world, call.db, [...new Set([...named, ...[...members.values()].flat()])]);
  const nameOf = (id: string | null) => (id && names.get(id)) || '';
  return page.flatMap((look) => {
    const household = households.get(look.householdId);
    if (!household) return [];
    return {
      ...{ householdId: look.householdId, householdNumber: household.number },
      memberNames: (members.get(look.householdId) ?? []).slice(0, MEMBERS_SHOWN).map(nameOf),
      ...{ registeredByName: nameOf(household.registeredBy), registeredAtMs: household.createdAt.getTime() },
      ...{ askedByName: nameOf(look.askedBy), askedAtMs: look.askedAtMs },
      mayLook: isSecond(call, look, household.registeredBy) && household.householdId !== call.caller.householdId,
      given: given
        .filter(({ householdId }) => householdId === look.householdId)
        .slice(0, GIVERS_SHOWN)
        .map(({ givenBy, points, count }) => ({ givenByName: givenBy && nameOf(givenBy), points, count })),
    };
  });
}

const isSecond = ({ caller }: Call<RoleHolder>, look: SecondLook, registeredBy: string | null) =>
  caller.residentId !== look.askedBy && caller.residentId !== registeredBy;

async function look(call: WriteCall<RoleHolder>, { householdId, isRight, because }: InputOf<typeof contract.look>) {
  if (!isRight && !because)
    return refuse('INVALID_INPUT', { fields: ['input.because'], why: ['needed to turn it down'] });
  const found = await lockLook(call.db, householdId);
  const facts = await holderFacts(call.db, { kind: 'household', id: householdId });
  if (!found || found.state === 'seen' || !facts) return refuse('SECOND_LOOK_NOT_FOUND');
  const denial = refuseLooking(call, found, facts);
  if (denial) return denial;
  const state = isRight ? ('seen' as const) : ('turnedDown' as const);
  const aboutIds = (await membersOf(call.db, householdId)).map(({ residentId }) => residentId);
  const told = because === undefined ? null : { words: because, aboutIds, atMs: call.nowMs };
  const becauseId = told && (await keepWords(call.world, runOn(call.db), told));
  await endLook(call.db, householdId, {
    state,
    by: call.caller.residentId,
    becauseId,
    atMs: call.nowMs,
  });
  call.note({ targetKind: 'household', targetId: householdId, unitId: found.unitId, detail: { state } });
  call.publish(householdLooked({ householdId, unitId: found.unitId, state }));
  return { state };
}

function refuseLooking(call: Call<RoleHolder>, found: SecondLook, facts: HolderFacts) {
  if (!hasRight(call, 'lookAgain', { unitPath: facts.communityPath })) return denied('lookAgain');
  const isOwn = ownInterest(call, facts) !== null;
  return isOwn || !isSecond(call, found, facts.household?.registeredBy ?? null) ? refuse('NEEDS_OTHER_PERSON') : null;
}

export const secondLookActions = [read(contract.secondLooks, secondLooks), write(contract.look, look)];
