import { type ItemVersion, itemVersionsOf, versionKey } from '../../catalogue';
import { holderNames, keepWords, namesOf, ownInterest, refuseWithout, wordsOf } from '../../household';
import type { InputOf, OutputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read, sharedWrite, type WriteCall, write } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { limitsOf, societiesOf, unitOf } from '../../organisation';
import type { UnitLimits } from '../../values/unit-limits';
import * as contract from '../contract/waiting';
import { waitingAwardEnded } from '../events';
import { type AwardOutcome, type Proposal, postAwards } from '../post';
import { type GivingLimits, monthKey, signedLimits } from '../rules';
import { toProposal } from '../services/candidates';
import { readEvidence } from '../services/evidence';
import { reachAsSigner, reachWaiting, targetsOf } from '../services/reach-waiting';
import { readGiven } from '../store/giving';
import { type LeftOut, leftOutOf } from '../store/left-out';
import {
  type Decided,
  decidedIn,
  endWaiting,
  lockSignable,
  lockWaiting,
  type WaitingAward,
  waitingIn,
} from '../store/waiting';
import { type Said, saidAbout } from '../store/waiting-words';

const BY_AGE = { givenAtMs: Millis, waitingId: Id };
const LATEST_FIRST = { decidedAtMs: Millis, waitingId: Id };
type Shown = OutputOf<typeof contract.waiting>['awards'][number];

/** The community, for whoever may see what waits in it. */
async function reachCommunity(call: Call<RoleHolder>, unitId: string) {
  const unit = await unitOf(call.db, unitId);
  if (unit?.level !== 'community') return refuse('UNIT_NOT_FOUND');
  return refuseWithout('seeWaiting', call, { unitPath: unit.path }) ?? unit;
}

export const waiting = read(contract.waiting, async (call, { unitId, cursor, limit }) => {
  const after = readCursor(BY_AGE, cursor);
  if (isRefusal(after)) return after;
  const unit = await reachCommunity(call, unitId);
  if (isRefusal(unit)) return unit;
  const found = await waitingIn(call.db, unitId, after, limit + 1);
  const { page, nextCursor } = cutPage(BY_AGE, found, limit);
  call.note({ targetKind: 'awards', targetId: unitId, unitId, detail: { names: page.length } });
  return { awards: await shown(call, page, await limitsOf(call.db, unit)), nextCursor };
});

async function shown(call: Call<RoleHolder>, page: readonly WaitingAward[], limits: UnitLimits): Promise<Shown[]> {
  const holders = page.flatMap((one) => one.holders);
  const ids = holders.map(({ id }) => id);
  const keys = page.map(({ itemId, itemVersion: version }) => ({ itemId, version }));
  const { said, saidIn, leftOutIn } = await aboutWaiting(call, page);
  const [told, items, targets, societies, names, given] = [
    await readEvidence(call.world, call.db, page),
    await itemVersionsOf(call.db, keys),
    new Map((await targetsOf(call, holders)).map(({ holder, target }) => [`${holder.kind} ${holder.id}`, target])),
    await societiesOf(call.db, ids),
    await namesOf(call.world, call.db, [...ids, ...peopleIn(page, said)]),
    await readGiven(
      runOn(call.db),
      page.map(({ givenBy }) => ({ givenBy, givingLimits: limits })),
      call.nowMs,
    ),
  ];
  return page.map((one) => {
    const item = items.get(versionKey({ itemId: one.itemId, version: one.itemVersion })) as ItemVersion;
    const targetsHere = one.holders.map(({ kind, id }) => targets.get(`${kind} ${id}`));
    return {
      ...{ waitingId: one.waitingId, itemName: one.worth.title, policyDocumentNumber: item.policyDocumentNumber },
      evidence: told(one),
      ...{ points: one.worth.points, pointsAlone: one.pointsAlone, limitOf: one.limitOf, itemVersion: one.itemVersion },
      ...{ deedDate: one.deedDate, givenBy: one.givenBy, givenByName: names.get(one.givenBy) ?? '' },
      ...{ givenAtMs: one.givenAtMs, isOwn: one.givenBy === call.caller.residentId },
      isFamily: targetsHere.some((target) => target && ownInterest(call, target) !== null),
      giverLeftPoints: Math.max(0, limits.givenAMonth - (given.get(monthKey(one.givenBy)) ?? 0)),
      words: saidIn(one, names),
      leftOut: leftOutIn(one),
      holders: one.holders.map(({ kind, id }, i) => ({
        ...{ kind, id, name: societies.get(id)?.name ?? names.get(id) ?? '' },
        householdNumber: numberOf(targetsHere[i]),
      })),
    };
  });
}

/** What was said about each, and who was left out of it and why. */
async function aboutWaiting(call: Call<RoleHolder>, page: readonly Pick<WaitingAward, 'waitingId'>[]) {
  const waitingIds = page.map(({ waitingId }) => waitingId);
  const [said, left] = [await saidAbout(call.db, waitingIds), await leftOutOf(call.db, waitingIds)];
  const lines = [...said.values()].flat();
  const wordsFor = await wordsOf(
    call.world,
    call.db,
    lines.map(({ wordsId }) => wordsId),
  );
  const nameOf = await holderNames(
    call,
    [...left.values()].flatMap((some) => some.map(({ holder }) => holder)),
  );
  return {
    said,
    saidIn: ({ waitingId }: Pick<WaitingAward, 'waitingId'>, names: ReadonlyMap<string, string>) =>
      (said.get(waitingId) ?? []).map(({ by, saidAtMs: atMs, wordsId }) => ({
        byName: names.get(by) ?? '',
        atMs,
        words: wordsFor(wordsId) ?? '',
      })),
    leftOutIn: ({ waitingId }: Pick<WaitingAward, 'waitingId'>) =>
      (left.get(waitingId) ?? []).map(({ holder, against }) => ({
        ...{ ...holder, name: nameOf(holder), ...toldAgainst(against) },
      })),
  };
}

const toldAgainst = ({ code: refusal, cap, capTimes, leftPoints, limit }: LeftOut['against']) => ({
  ...{ refusal, cap, capTimes, leftPoints, ...(limit && { limit }) },
});

export const decided = read(contract.decided, async (call, { unitId, cursor, limit }) => {
  const after = readCursor(LATEST_FIRST, cursor);
  if (isRefusal(after)) return after;
  const unit = await reachCommunity(call, unitId);
  if (isRefusal(unit)) return unit;
  const { page, nextCursor } = cutPage(LATEST_FIRST, await decidedIn(call.db, unitId, after, limit + 1), limit);
  call.note({ targetKind: 'awards', targetId: unitId, unitId, detail: { names: page.length } });
  return { awards: await shownDecided(call, page), nextCursor };
});

async function shownDecided(call: Call<RoleHolder>, page: readonly Decided[]) {
  const { said, saidIn, leftOutIn } = await aboutWaiting(call, page);
  const people = [...peopleIn(page, said), ...page.map(({ decidedBy }) => decidedBy)];
  const wordsFor = await wordsOf(
    call.world,
    call.db,
    page.map(({ becauseId }) => becauseId),
  );
  const names = await namesOf(call.world, call.db, people);
  return page.map((one) => ({
    ...{ waitingId: one.waitingId, title: one.worth.title, points: one.worth.points, holders: one.holders.length },
    ...{ deedDate: one.deedDate, givenByName: names.get(one.givenBy) ?? '', givenAtMs: one.givenAtMs },
    ...{ isOwn: one.givenBy === call.caller.residentId, state: one.state, because: wordsFor(one.becauseId) },
    ...{ decidedByName: names.get(one.decidedBy) ?? '', decidedAtMs: one.decidedAtMs },
    ...{ words: saidIn(one, names), leftOut: leftOutIn(one) },
  }));
}

/** Who gave them, and who said something about them. */
const peopleIn = (page: readonly WaitingAward[], said: ReadonlyMap<string, readonly Said[]>): string[] => [
  ...page.map(({ givenBy }) => givenBy),
  ...[...said.values()].flatMap((lines) => lines.map(({ by }) => by)),
];

type Target = Awaited<ReturnType<typeof targetsOf>>[number]['target'];
const numberOf = (target: Target | undefined): string | null =>
  target?.person?.householdNumber ?? target?.household?.number ?? null;

export const sign = sharedWrite(contract.sign, async (call, { waitingId }) => {
  const reached = await reachAsSigner(call, waitingId);
  if (isRefusal(reached)) return reached;
  const { award: found, unit } = reached;
  const { request, caller, addressHash, traceId, nowMs } = call;
  const claims = await claimsFor(call, found, signedLimits(await limitsOf(call.db, unit)));
  const answer = (outcomes: readonly AwardOutcome[]): OutputOf<typeof contract.sign> => ({
    postedCount: outcomes.filter(({ state }) => state === 'posted').length,
    results: outcomes.map((outcome, i) => {
      const { holder } = claims[i] as Proposal;
      if (outcome.state === 'refused') return { holder, outcome };
      const { awardId: _award, ...posted } = outcome;
      return { holder, outcome: posted };
    }),
  });
  const ending = { waitingId, state: 'signed' as const, by: caller.residentId, atMs: nowMs, becauseId: null };
  return postAwards(call.world, {
    ...{ request, caller, addressHash, traceId, nowMs, answer, claims },
    precondition: { id: waitingId, lock: lockSignable, otherwise: refuse('WAITING_AWARD_DECIDED') },
    notes: [{ targetKind: 'award', targetId: waitingId, unitId: found.unitId, detail: { givenBy: found.givenBy } }],
    sideWrites: () => [{ write: endWaiting, row: ending }],
  });
});

/** As they were given: what may have changed since, such as where somebody lives, is looked at anew. */
async function claimsFor(call: Call<RoleHolder>, found: WaitingAward, givingLimits: GivingLimits): Promise<Proposal[]> {
  const { itemId, itemVersion: version, worth, deedDate, sourceId, holders, givenBy } = found;
  const items = await itemVersionsOf(call.db, [{ itemId, version }]);
  const item = items.get(versionKey({ itemId, version })) as ItemVersion;
  const targets = await targetsOf(call, holders);
  return targets.map(({ holder, target }) => {
    const householdId = (target.person ?? target.household)?.householdId ?? null;
    const isOwnHousehold = ownInterest(call, target) !== null;
    const whose = { householdId, isOwnHousehold, givenBy, givingLimits };
    return toProposal({ item, worth, deedDate, sourceId }, holder, whose);
  });
}

export const turnDown = write(
  contract.turnDown,
  async (call: WriteCall<RoleHolder>, { waitingId, because }: InputOf<typeof contract.turnDown>) => {
    await lockWaiting(runOn(call.db), [waitingId]);
    const reached = await reachWaiting(call, waitingId, 'seeWaiting');
    if (isRefusal(reached)) return reached;
    const { award: found } = reached;
    const by = call.caller.residentId;
    const isOwn = found.givenBy === by;
    const denial = isOwn ? null : await reachWaiting(call, waitingId, 'signAward');
    if (denial && isRefusal(denial)) return denial;
    const state = isOwn ? ('withdrawn' as const) : ('turnedDown' as const);
    const told = { words: because, aboutIds: found.holders.map(({ id }) => id), atMs: call.nowMs };
    const becauseId = await keepWords(call.world, runOn(call.db), told);
    await endWaiting(runOn(call.db), [{ waitingId, state, by, atMs: call.nowMs, becauseId }]);
    call.note({ targetKind: 'award', targetId: waitingId, unitId: found.unitId, detail: { state } });
    call.publish(waitingAwardEnded({ waitingId, unitId: found.unitId, state }));
    return { state };
  },
);
