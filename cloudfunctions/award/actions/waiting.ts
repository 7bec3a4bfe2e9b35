import { type ItemVersion, itemVersionsOf, versionKey } from '../../catalogue';
import { householdsOf, namesOf, ownInterest, personsOf, refuseWithout } from '../../household';
import type { InputOf, OutputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read, sharedWrite, type WriteCall, write } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { societiesOf, unitOf } from '../../organisation';
import * as contract from '../contract/waiting';
import { waitingAwardEnded } from '../events';
import { type AwardOutcome, type Proposal, postAwards } from '../post';
import { societyPaths, targetOf, toProposal } from '../services/candidates';
import { deedKey, evidenceOf } from '../store/evidence';
import { endWaiting, lockWaiting, type WaitingAward, waitingIn, waitingOf } from '../store/waiting';

const BY_AGE = { givenAtMs: Millis, waitingId: Id };
type Shown = OutputOf<typeof contract.waiting>['awards'][number];

export const waiting = read(contract.waiting, async (call, { unitId, cursor, limit }) => {
  const after = readCursor(BY_AGE, cursor);
  if (isRefusal(after)) return after;
  const unit = await unitOf(call.db, unitId);
  if (unit?.level !== 'community') return refuse('UNIT_NOT_FOUND');
  const denial = refuseWithout('seeWaiting', call, { unitPath: unit.path });
  if (denial) return denial;
  const found = await waitingIn(call.db, unitId, after, limit + 1);
  const { page, nextCursor } = cutPage(BY_AGE, found, limit);
  call.note({ targetKind: 'awards', targetId: unitId, unitId, detail: { names: page.length } });
  return { awards: await shown(call, page), nextCursor };
});

async function shown(call: Call<RoleHolder>, page: readonly WaitingAward[]): Promise<Shown[]> {
  const ids = page.flatMap(({ holders }) => holders.map(({ id }) => id));
  const keys = page.map(({ itemId, itemVersion: version }) => ({ itemId, version }));
  const [told, items, persons, households, societies, names] = [
    await evidenceOf(call.db, page),
    await itemVersionsOf(call.db, keys),
    await personsOf(call.db, ids),
    await householdsOf(call.db, ids),
    await societiesOf(call.db, ids),
    await namesOf(call.world, call.db, [...ids, ...page.map(({ givenBy }) => givenBy)]),
  ];
  return page.map((one) => {
    const item = items.get(versionKey({ itemId: one.itemId, version: one.itemVersion })) as ItemVersion;
    return {
      ...{ waitingId: one.waitingId, itemName: one.worth.title, policyDocumentNumber: item.policyDocumentNumber },
      evidence: told.get(deedKey(one)) ?? null,
      ...{ points: one.worth.points, pointsAlone: one.pointsAlone, deedDate: one.deedDate },
      ...{ givenBy: one.givenBy, givenByName: names.get(one.givenBy) ?? '', givenAtMs: one.givenAtMs },
      isOwn: one.givenBy === call.caller.residentId,
      holders: one.holders.map(({ kind, id }) => ({
        ...{ kind, id, name: societies.get(id)?.name ?? names.get(id) ?? '' },
        householdNumber: persons.get(id)?.householdNumber ?? households.get(id)?.number ?? null,
      })),
    };
  });
}

/** One that is there and waits, for whom its community lets decide. */
async function reachWaiting(call: Call<RoleHolder>, waitingId: string, to: 'signAward' | 'seeWaiting') {
  const found = await waitingOf(call.db, waitingId);
  const unit = found && (await unitOf(call.db, found.unitId));
  if (!found || !unit) return refuse('WAITING_AWARD_NOT_FOUND');
  const denial = refuseWithout(to, call, { unitPath: unit.path });
  if (denial) return denial;
  return found.state === 'waiting' ? found : refuse('WAITING_AWARD_DECIDED', { state: found.state });
}

export const sign = sharedWrite(contract.sign, async (call, { waitingId }) => {
  const found = await reachWaiting(call, waitingId, 'signAward');
  if (isRefusal(found)) return found;
  if (found.givenBy === call.caller.residentId) return refuse('NEEDS_OTHER_PERSON');
  const { request, caller, addressHash, traceId, nowMs } = call;
  const claims = await claimsFor(call, found);
  const answer = (outcomes: readonly AwardOutcome[]): OutputOf<typeof contract.sign> => ({
    postedCount: outcomes.filter(({ state }) => state === 'posted').length,
    results: outcomes.map((outcome, i) => {
      const { holder } = claims[i] as Proposal;
      if (outcome.state === 'refused') return { holder, outcome };
      const { awardId: _award, ...posted } = outcome;
      return { holder, outcome: posted };
    }),
  });
  const ending = { waitingId, state: 'signed' as const, by: caller.residentId, atMs: nowMs, because: null };
  return postAwards(call.world, {
    ...{ request, caller, addressHash, traceId, nowMs, answer, claims },
    precondition: { id: waitingId, lock: lockWaiting, otherwise: refuse('WAITING_AWARD_DECIDED') },
    notes: [{ targetKind: 'award', targetId: waitingId, unitId: found.unitId, detail: { givenBy: found.givenBy } }],
    sideWrites: () => [{ write: endWaiting, row: ending }],
  });
});

/** As they were given: what may have changed since, such as where somebody lives, is looked at anew. */
async function claimsFor(call: Call<RoleHolder>, found: WaitingAward): Promise<Proposal[]> {
  const { itemId, itemVersion: version, worth, deedDate, sourceId, holders, givenBy } = found;
  const items = await itemVersionsOf(call.db, [{ itemId, version }]);
  const item = items.get(versionKey({ itemId, version })) as ItemVersion;
  const ids = holders.map(({ id }) => id);
  const [persons, households] = [await personsOf(call.db, ids), await householdsOf(call.db, ids)];
  const societies = await societyPaths(
    call,
    holders.flatMap(({ kind, id }) => (kind === 'society' ? id : [])),
  );
  return holders.map((holder) => {
    const target = targetOf(holder, { persons, households, societies });
    const householdId = (target.person ?? target.household)?.householdId ?? null;
    const isOwnHousehold = ownInterest(call, target) !== null;
    return toProposal({ item, worth, deedDate, sourceId }, holder, {
      householdId,
      isOwnHousehold,
      givenBy,
      givingLimits: null,
    });
  });
}

export const turnDown = write(
  contract.turnDown,
  async (call: WriteCall<RoleHolder>, { waitingId, because }: InputOf<typeof contract.turnDown>) => {
    await lockWaiting(runOn(call.db), [waitingId]);
    const found = await reachWaiting(call, waitingId, 'seeWaiting');
    if (isRefusal(found)) return found;
    const by = call.caller.residentId;
    const isOwn = found.givenBy === by;
    const denial = isOwn ? null : await reachWaiting(call, waitingId, 'signAward');
    if (denial && isRefusal(denial)) return denial;
    const state = isOwn ? ('withdrawn' as const) : ('turnedDown' as const);
    await endWaiting(runOn(call.db), [{ waitingId, state, by, atMs: call.nowMs, because }]);
    call.note({ targetKind: 'award', targetId: waitingId, unitId: found.unitId, detail: { state } });
    call.publish(waitingAwardEnded({ waitingId, unitId: found.unitId, state }));
    return { state };
  },
);
