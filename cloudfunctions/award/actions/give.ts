import type { OutputOf } from '../../kit/action';
import { type Call, read, type SharedWriteCall, sharedWrite } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { readAccounts } from '../../ledger';
import { startOfDayMs } from '../../values/dates';
import { asksForWords } from '../../values/evidence';
import * as contract from '../contract/give';
import { type AwardOutcome, type Proposal, postAwards, type SideWrite } from '../post';
import { type Decision, decideAwards, givenKey, type Left, leftFor, refused } from '../rules';
import {
  type Candidate,
  type Deed,
  leastSaid,
  limitsFor,
  reachItem,
  toCandidates,
  worthOf,
} from '../services/candidates';
import { readCounted, readTaken } from '../store/awards';
import { insertEvidence } from '../store/evidence';
import { readGiven } from '../store/giving';
import { insertWaiting, type NewWaiting } from '../store/waiting';

type Given = OutputOf<typeof contract.give>;

const claimsOf = (candidates: readonly Candidate[]): Proposal[] => candidates.flatMap(({ claim }) => claim ?? []);

/** Puts what became of the claims back beside all the holders that were asked for, in their order. */
function besideHolders<T>(candidates: readonly Candidate[], outcomes: readonly T[]) {
  const left = [...outcomes];
  return candidates.map(({ holder, claim, refusal }) => ({
    holder,
    outcome: claim ? left.shift() : undefined,
    refusal,
  }));
}

export const give = sharedWrite(contract.give, async (call, input) => {
  const deedDate = input.deedDate ?? call.today;
  const item = await reachItem(call, input.itemId, deedDate);
  if (isRefusal(item)) return item;
  const worth = worthOf(item, input);
  if (isRefusal(worth)) return worth;
  const { evidence = null } = input;
  if (asksForWords(item.evidence) && evidence === null) return refuse('EVIDENCE_NEEDED', { evidence: item.evidence });
  const sourceId = input.deedId ?? call.request.id;
  const limits = await limitsFor(call, item);
  const deed = { item, worth, deedDate, sourceId, limits };
  const candidates = await toCandidates(call, deed, input.holders);
  const told = evidenceOf(call, deed, evidence);
  if (worth.points > limits.awardPointsAlone) return waitForSecond(call, deed, candidates, told);
  const claims = claimsOf(candidates);
  const { request, caller, addressHash, traceId, nowMs } = call;
  const notes = claims.map(({ holder, unitId }) => ({
    targetKind: holder.kind,
    targetId: holder.id,
    unitId,
    detail: { itemId: item.itemId },
  }));
  const answer = (outcomes: readonly AwardOutcome[]): Given => {
    const posted = outcomes.filter((outcome) => outcome.state === 'posted');
    return {
      itemName: worth.title,
      points: worth.points,
      postedCount: posted.length,
      postedPoints: posted.reduce((sum, { points }) => sum + points, 0),
      waiting: null,
      results: besideHolders(candidates, outcomes).map(({ holder, outcome, refusal }) => ({
        holder,
        outcome: outcome ? withoutAwardId(outcome) : refused(refusal ?? 'HOLDER_NOT_FOUND'),
      })),
    };
  };
  const sideWrites = (outcomes: readonly AwardOutcome[]) =>
    outcomes.some(({ state }) => state === 'posted') ? told : [];
  return postAwards(call.world, { request, caller, addressHash, traceId, nowMs, claims, notes, answer, sideWrites });
});

/** Once for the deed, however many have done it. */
function evidenceOf(call: SharedWriteCall<RoleHolder>, deed: Deed, words: string | null): readonly SideWrite[] {
  if (words === null) return [];
  const { item, sourceId } = deed;
  const row = { sourceId, givenBy: call.caller.residentId, unitId: item.unitId, words, toldAtMs: call.nowMs };
  return [{ write: insertEvidence, row }];
}

/** Above what one person may give alone: nothing is posted until a second one signs. */
function waitForSecond(
  call: SharedWriteCall<RoleHolder>,
  deed: Deed,
  candidates: readonly Candidate[],
  told: readonly SideWrite[],
) {
  const { request, caller, addressHash, traceId, nowMs } = call;
  const { item, worth, deedDate, sourceId, limits } = deed;
  const waits = ({ claim }: Candidate) => claim !== null && !claim.isOwnHousehold;
  const row: NewWaiting = {
    ...{ waitingId: newId(call.world), unitId: item.unitId, itemId: item.itemId, itemVersion: item.version },
    ...{ worth, pointsAlone: limits.awardPointsAlone, deedDate, sourceId, givenBy: caller.residentId },
    ...{ holders: candidates.filter(waits).map(({ holder }) => holder), givenAtMs: nowMs },
  };
  const isAny = row.holders.length > 0;
  const answer = (): Given => ({
    ...{ itemName: worth.title, points: worth.points, postedCount: 0, postedPoints: 0 },
    waiting: isAny ? { pointsAlone: limits.awardPointsAlone } : null,
    results: candidates.map((one) => ({
      holder: one.holder,
      outcome: waits(one) ? { state: 'waiting' } : refused(one.refusal ?? 'OWN_HOUSEHOLD'),
    })),
  });
  const detail = { itemId: item.itemId, waiting: row.waitingId, holders: row.holders.length };
  return postAwards(call.world, {
    ...{ request, caller, addressHash, traceId, nowMs, answer },
    claims: [],
    notes: [{ targetKind: 'item', targetId: item.itemId, unitId: item.unitId, detail }],
    sideWrites: () => (isAny ? [{ write: insertWaiting, row }, ...told] : []),
  });
}

function withoutAwardId(outcome: AwardOutcome) {
  if (outcome.state === 'refused') return outcome;
  const { awardId: _, ...shown } = outcome;
  return shown;
}

export const preview = read(contract.preview, async (call, input) => {
  const deedDate = input.deedDate ?? call.today;
  const item = await reachItem(call, input.itemId, deedDate);
  if (isRefusal(item)) return item;
  const worth = worthOf(item, leastSaid(item, input));
  if (isRefusal(worth)) return worth;
  const limits = await limitsFor(call, item);
  const deed = { item, worth, deedDate, sourceId: call.traceId, limits };
  const candidates = await toCandidates(call, deed, input.holders);
  const { decisions, lefts, givenToday } = await dryRun(call, claimsOf(candidates), input.alone);
  const { awardPointsAlone, givenADay } = limits;
  const outcomes = decisions.map((decision, i) => ({ decision, left: lefts[i] }));
  const posted = decisions.flatMap((one) => (one.state === 'posted' ? one.points : []));
  return {
    points: worth.points,
    waiting: worth.points > awardPointsAlone ? { pointsAlone: awardPointsAlone } : null,
    postedCount: posted.length,
    postedPoints: posted.reduce((sum, points) => sum + points, 0),
    giver: { limitPoints: givenADay, leftPoints: Math.max(0, givenADay - givenToday) },
    results: besideHolders(candidates, outcomes).map(({ holder, outcome, refusal }) =>
      toForeseen(holder, outcome?.decision, outcome?.left, refusal),
    ),
  };
});

type Foreseen = OutputOf<typeof contract.preview>['results'][number];

function toForeseen(
  holder: Foreseen['holder'],
  decision: Decision | undefined,
  left: Left | undefined,
  refusal: Foreseen['refusal'],
): Foreseen {
  const against = decision?.state === 'refused' ? decision : refused('HOLDER_NOT_FOUND');
  const { cap, capTimes, leftPoints, limit } = against;
  const isRefused = decision?.state === 'refused';
  return {
    ...{ holder, refusal: isRefused ? against.code : refusal, cap, capTimes, leftPoints, ...(limit && { limit }) },
    ...{ nearest: left?.nearest ?? null, householdLeft: left?.household ?? null },
  };
}

/** The decisions that posting would make now, without a lock: what comes in between is decided when it comes. */
async function dryRun(call: Call<RoleHolder>, claims: readonly Proposal[], alone: boolean) {
  const run = runOn(call.db);
  const dayBegan = new Date(startOfDayMs(call.today));
  const [accounts, taken, times, given] = await Promise.all([
    readAccounts(
      call.db,
      claims.map(({ accountId }) => accountId),
    ),
    readTaken(run, claims),
    readCounted(run, claims),
    readGiven(run, claims, dayBegan),
  ]);
  const counted = new Map([...times, ...given]);
  const requests = alone ? claims.map((claim) => ({ claims: [claim] })) : [{ claims }];
  const conclude = () => ({ answer: null, stands: false });
  return {
    decisions: decideAwards({ accounts, taken, counted }, requests, conclude).flatMap((one) => one.decisions),
    lefts: claims.map((claim) => leftFor(claim, counted)),
    givenToday: given.get(givenKey(call.caller.residentId)) ?? 0,
  };
}
