import type { InputOf } from '../../kit/action';
import { write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { communityOf, reachUnit } from '../../organisation';
import { HEAD } from '../../values/people';
import { STAFF } from '../../values/roles';
import * as contract from '../contract/moving';
import { decideHeadOfComing } from '../rules/mending';
import type { PersonRow } from '../rules/standing';
import { findSameMember } from '../services/duplicates';
import {
  lockPeople,
  type Mending,
  reachHouseholdToMend,
  reachToMend,
  recordChanges,
  refuseMending,
  settleRest,
} from '../services/mend';
import { namesOf } from '../services/personal/read';
import { foundHousehold, joinHousehold } from '../services/register';
import { residentByScan } from '../services/scan';
import { revokeCodesAndInvites } from '../services/unbind-holders';
import { withdrawConsents } from '../store/bindings';
import { endMemberships } from '../store/moving';
import { lockRoster, nextHouseholdNumber, setHead } from '../store/numbers';

type Ask = InputOf<typeof contract.movePeople>;
/** Who shows a code or a card. */
type Agreed = { readonly residentIds: readonly string[]; readonly how: 'personalCode' | 'card' };
type Coming = PersonRow & { readonly relation: string };
type Refused = Refusal<
  | 'INVALID_INPUT'
  | 'RESIDENT_NOT_FOUND'
  | 'HOUSEHOLD_NOT_FOUND'
  | 'UNIT_NOT_FOUND'
  | 'OWN_HOUSEHOLD'
  | 'MEMBER_EXISTS'
  | 'HEAD_NEEDED'
  | 'NOT_ALLOWED'
>;

const NOBODY: Agreed = { residentIds: [], how: 'card' };

async function movePeople(call: Mending, input: Ask) {
  const agreed = input.scanned ? await residentByScan(call, input.scanned) : NOBODY;
  if (isRefusal(agreed)) return agreed;
  const coming = await reachComing(call, input, agreed);
  if (isRefusal(coming)) return coming;
  const ids = coming.map(({ residentId }) => residentId);
  const fromId = coming[0]?.householdId ?? null;
  const going = fromId && { householdId: fromId, goingIds: ids, nextHeadId: input.nextHeadId, reason: input.reason };
  const unsettled = going && (await settleRest(call, going));
  if (unsettled) return unsettled;
  await endMemberships(call.db, ids, call.today);
  const home = await takeIn(call, input.to, coming);
  if (isRefusal(home)) return home;
  for (const id of ids) {
    await revokeCodesAndInvites(call.db, id, call.nowMs);
    await withdrawConsents(call.db, id, 'pooling', call.nowMs); // it was given to the household that they leave
  }
  const { householdId: toHouseholdId } = home;
  const moved = ids.map((residentId) => ({ kind: 'moved' as const, residentId, householdId: fromId, toHouseholdId }));
  await recordChanges(call, moved, input.reason);
  return home;
}

/** Under their locks, all of one household. Who shows a code or a card agrees by that, wherever they live. */
async function reachComing(
  call: Mending,
  { people, to }: Ask,
  { residentIds, how }: Agreed,
): Promise<Coming[] | Refused> {
  const shown = how === 'personalCode' ? residentIds[0] : undefined;
  const named = people.map(({ residentId = shown, relation }) => ({ residentId, relation }));
  const ids = named.flatMap(({ residentId }) => residentId ?? []);
  const found = await lockPeople(call, ids, to.kind === 'household' ? [to.householdId] : []);
  const coming: Coming[] = [];
  for (const { residentId = '', relation } of named) {
    const person = await reachOne(call, found.get(residentId), residentIds);
    if (isRefusal(person)) return person;
    coming.push({ ...person, relation });
  }
  const homes = new Set(coming.map(({ householdId }) => householdId));
  const isOneHome = homes.size === 1 && new Set(ids).size === coming.length;
  return isOneHome
    ? coming
    : refuse('INVALID_INPUT', { fields: ['input.people'], why: ['once each, of one household'] });
}

async function reachOne(call: Mending, person: PersonRow | undefined, agreedIds: readonly string[]) {
  if (!person || person.diedOn !== null) return refuse('RESIDENT_NOT_FOUND');
  return agreedIds.includes(person.residentId) ? person : ((await refuseMending(call, person)) ?? person);
}

async function takeIn(call: Mending, to: Ask['to'], coming: readonly Coming[]) {
  return to.kind === 'household' ? join(call, to.householdId, coming) : found(call, to, coming);
}

async function join(call: Mending, householdId: string, coming: readonly Coming[]) {
  const household = await reachHouseholdToMend(call, householdId);
  if (isRefusal(household)) return household;
  const head = decideHeadOfComing(coming, household.headId !== null, HEAD, call.today);
  if (isRefusal(head)) return head;
  const same = await findTwice(call, householdId, coming);
  if (same) return refuse('MEMBER_EXISTS', { residentId: same });
  await joinHousehold(call.world, call.db, householdId, coming);
  if (head.headId) await setHead(call.db, householdId, head.headId);
  return { householdId, number: household.number };
}

/** Who lives there already: they themselves, or somebody of that name and birthday. */
async function findTwice(call: Mending, householdId: string, coming: readonly Coming[]): Promise<string | null> {
  const names = await namesOf(
    call.world,
    call.db,
    coming.map(({ residentId }) => residentId),
  );
  for (const { residentId, bornOn, householdId: from } of coming) {
    if (from === householdId) return residentId;
    const same = await findSameMember(call, householdId, { name: names.get(residentId) ?? '', bornOn });
    if (same) return same;
  }
  return null;
}

async function found(call: Mending, to: Extract<Ask['to'], { kind: 'newHousehold' }>, coming: readonly Coming[]) {
  const unit = await reachUnit(call, to.unitId, STAFF);
  if (isRefusal(unit)) return unit;
  const community = await communityOf(call.db, unit.unitId);
  if (!community) return refuse('UNIT_NOT_FOUND');
  const head = decideHeadOfComing(coming, false, HEAD, call.today);
  if (isRefusal(head)) return head;
  await lockRoster(call.db, community.unitId);
  const number = await nextHouseholdNumber(call.db, community.unitId);
  const householdId = newId(call.world);
  const place = { communityId: community.unitId, unitId: unit.unitId, number, address: to.address };
  await foundHousehold(call.world, call.db, { householdId, ...place, headId: head.headId }, coming);
  return { householdId, number };
}

async function leave(call: Mending, { residentId, nextHeadId, reason }: InputOf<typeof contract.leave>) {
  const person = await reachToMend(call, residentId);
  if (isRefusal(person)) return person;
  const { householdId } = person;
  if (!householdId) return { left: true as const };
  const unsettled = await settleRest(call, { householdId, goingIds: [residentId], nextHeadId, reason });
  if (unsettled) return unsettled;
  await endMemberships(call.db, [residentId], call.today);
  await revokeCodesAndInvites(call.db, residentId, call.nowMs);
  await withdrawConsents(call.db, residentId, 'pooling', call.nowMs);
  await recordChanges(call, [{ kind: 'left', residentId, householdId }], reason);
  return { left: true as const };
}

export const movingActions = [write(contract.movePeople, movePeople), write(contract.leave, leave)];
