import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { communityOf, reachUnit } from '../../organisation';
import { STAFF } from '../../values/roles';
import * as contract from '../contract/merging';
import { mergeDecided, mergeProposed } from '../events';
import { ownInterest, refuseWithout } from '../rules/access';
import { refuseLinking } from '../rules/merging';
import { ageOf, type PersonRow } from '../rules/standing';
import { addressesOf } from '../services/describe';
import { lockPeople, type Mending, placeOf, refuseMending } from '../services/mend';
import { merge, part, refuseUnsettled } from '../services/merge';
import { namesOf, personalDataOf } from '../services/personal/read';
import {
  decideRequest,
  insertMergeRequest,
  linksOf,
  type MergeRequest,
  mergeRequest,
  waitingMerges,
} from '../store/merging';
import { personsOf } from '../store/people';

/** Both under their locks, whom the caller may mend. */
async function reachBoth(call: Mending, ids: { readonly survivorId: string; readonly mergedId: string }) {
  const people = await lockPeople(call, [ids.survivorId, ids.mergedId]);
  const survivor = people.get(ids.survivorId);
  const merged = people.get(ids.mergedId);
  if (!survivor || !merged || survivor === merged) return refuse('RESIDENT_NOT_FOUND');
  for (const person of [survivor, merged]) {
    if (person.diedOn !== null) return refuse('RESIDENT_NOT_FOUND');
    const denial = await refuseMending(call, person);
    if (denial) return denial;
  }
  return { survivor, merged };
}

async function proposeMerge(call: Mending, input: InputOf<typeof contract.proposeMerge>) {
  const both = await reachBoth(call, input);
  if (isRefusal(both)) return both;
  const { survivor, merged } = both;
  const linked = refuseLinking(await linksOf(call.db, [survivor.residentId, merged.residentId]), survivor, merged);
  if (linked) return linked;
  const unsettled = await refuseUnsettled(call, survivor, merged);
  return unsettled ?? propose(call, 'merge', survivor, merged, input.reason);
}

async function proposeParting(call: Mending, { mergedId, reason }: InputOf<typeof contract.proposeParting>) {
  const link = (await linksOf(call.db, [mergedId])).find((one) => one.mergedId === mergedId);
  if (!link) return refuse('RESIDENT_NOT_FOUND');
  const people = await lockPeople(call, [link.survivorId, mergedId]);
  const survivor = people.get(link.survivorId);
  const merged = people.get(mergedId);
  if (!survivor || !merged) return refuse('RESIDENT_NOT_FOUND');
  const denial = await refuseMending(call, survivor);
  if (denial) return denial;
  return link.isDrawnOn ? refuse('MERGE_DRAWN_ON') : propose(call, 'part', survivor, merged, reason);
}

async function propose(
  call: Mending,
  kind: MergeRequest['kind'],
  survivor: PersonRow,
  { residentId: mergedId }: PersonRow,
  reason: MergeRequest['reason'],
) {
  const { communityId, residentId: survivorId } = survivor;
  if (!communityId) return refuse('RESIDENT_NOT_FOUND');
  const mergeId = newId(call.world);
  const about = { mergeId, kind, survivorId, mergedId, unitId: communityId };
  const row = { ...about, reason, proposedBy: call.caller.residentId, proposedAtMs: call.nowMs };
  if (!(await insertMergeRequest(call.db, row))) return refuse('MERGE_WAITING');
  call.note({ targetKind: 'resident', targetId: survivorId, unitId: communityId, detail: { mergeId, kind, mergedId } });
  call.publish(mergeProposed(about));
  return { mergeId };
}

async function decideMerge(call: Mending, { mergeId, approve }: InputOf<typeof contract.decideMerge>) {
  const asked = await mergeRequest(call.db, mergeId);
  if (!asked) return refuse('MERGE_NOT_FOUND');
  const people = await lockPeople(call, [asked.survivorId, asked.mergedId]); // before the request, as whoever proposes does
  const request = await mergeRequest(call.db, mergeId, true);
  const survivor = people.get(asked.survivorId);
  const merged = people.get(asked.mergedId);
  if (!request || !survivor || !merged) return refuse('MERGE_NOT_FOUND');
  const denial = await refuseDeciding(call, request, survivor, approve);
  if (denial) return denial;
  if (request.state !== 'waiting') return refuse('MERGE_DECIDED');
  const isOwn = request.proposedBy === call.caller.residentId;
  const state = approve ? ('agreed' as const) : isOwn ? ('withdrawn' as const) : ('turnedDown' as const);
  const failed = approve ? await (request.kind === 'merge' ? merge : part)(call, request, { survivor, merged }) : null;
  if (failed) return failed;
  const { residentId } = call.caller;
  await decideRequest(call.db, mergeId, { state, residentId, nowMs: call.nowMs });
  call.note({
    targetKind: 'resident',
    targetId: survivor.residentId,
    unitId: request.unitId,
    detail: { mergeId, state },
  });
  call.publish(
    mergeDecided({ mergeId, kind: request.kind, state, survivorId: request.survivorId, mergedId: request.mergedId }),
  );
  return { state };
}

/** A colleague of the office's; whoever proposed it may only take it back. */
async function refuseDeciding(
  call: WriteCall<RoleHolder>,
  { proposedBy }: MergeRequest,
  survivor: PersonRow,
  approve: boolean,
) {
  const target = { unitPath: await placeOf(call, survivor), person: survivor };
  const isOwn = proposedBy === call.caller.residentId;
  if (isOwn) return approve ? refuse('OWN_MERGE') : null;
  return refuseWithout('agreeToMerge', call, target) ?? (ownInterest(call, target) ? refuse('OWN_HOUSEHOLD') : null);
}

const BY_TIME = { proposedAtMs: Millis, mergeId: Id };

async function merges(call: Call<RoleHolder>, { unitId, cursor, limit }: InputOf<typeof contract.merges>) {
  const unit = await reachUnit(call, unitId, STAFF);
  if (isRefusal(unit)) return unit;
  const community = await communityOf(call.db, unit.unitId);
  if (!community) return refuse('UNIT_NOT_FOUND');
  const after = readCursor(BY_TIME, cursor);
  if (isRefusal(after)) return after;
  const found = await waitingMerges(call.db, community.unitId, after, limit + 1);
  const { page, nextCursor } = cutPage(BY_TIME, found, limit);
  const recordOf = await records(
    call,
    page.flatMap(({ survivorId, mergedId }) => [survivorId, mergedId]),
  );
  const names = await namesOf(
    call.world,
    call.db,
    page.map(({ proposedBy }) => proposedBy),
  );
  for (const { survivorId } of page)
    call.note({ targetKind: 'resident', targetId: survivorId, unitId: community.unitId });
  return {
    merges: page.map(({ mergeId, kind, survivorId, mergedId, reason, proposedBy, proposedAtMs }) => ({
      ...{ mergeId, kind, reason, proposedAtMs },
      survivor: recordOf(survivorId),
      merged: recordOf(mergedId),
      proposedByName: names.get(proposedBy) ?? '',
      isOwn: proposedBy === call.caller.residentId,
    })),
    nextCursor,
  };
}

/** Each as far as it helps to tell whether two are one. */
async function records(call: Call, ids: readonly string[]) {
  const persons = await personsOf(call.db, ids);
  const [personal, addresses] = await Promise.all([
    personalDataOf(call.world, call.db, ids, 'name', 'phone'),
    addressesOf(
      call,
      [...persons.values()].flatMap(({ householdId }) => householdId ?? []),
    ),
  ]);
  return (residentId: string) => {
    const person = persons.get(residentId);
    const { name, phone } = personal.get(residentId) ?? {};
    return {
      ...{ residentId, name: name ?? '', phoneTail: phone?.slice(-4) ?? '', isBound: person?.isBound ?? false },
      age: person ? ageOf(person, call.today) : null,
      address: addresses.get(person?.householdId ?? '') ?? '',
      householdNumber: person?.householdNumber ?? '',
    };
  };
}

export const mergingActions = [
  write(contract.proposeMerge, proposeMerge),
  write(contract.proposeParting, proposeParting),
  read(contract.merges, merges),
  write(contract.decideMerge, decideMerge),
];
