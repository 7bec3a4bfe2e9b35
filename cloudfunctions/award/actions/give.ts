import { sealWords } from '../../household';
import type { OutputOf } from '../../kit/action';
import { type Call, read, type SharedWriteCall, sharedWrite } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { asksForWords } from '../../values/evidence';
import type { UnitLimits } from '../../values/unit-limits';
import * as contract from '../contract/give';
import { type AwardOutcome, type Proposal, postAwards, type SideWrite } from '../post';
import { type Decision, givenKey, type Left, monthKey, needsSecond, refused } from '../rules';
import {
  type Candidate,
  type Deed,
  leastSaid,
  limitsFor,
  reachItem,
  toCandidates,
  worthOf,
} from '../services/candidates';
import { keepEvidence, type ToldEvidence } from '../services/evidence';
import { askSecond, asSigned, type Foretold, foresee, type Second, sumOf } from '../services/foresee';
import { signersFor } from '../services/signers';
import { insertLeftOut, type LeftOut } from '../store/left-out';
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
  const claims = claimsOf(candidates);
  const told = evidenceOf(call, deed, claims, evidence);
  const second = await askSecond(call, deed, claims);
  if (second) return waitForSecond(call, deed, candidates, second, told);
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
function evidenceOf(
  call: SharedWriteCall<RoleHolder>,
  deed: Deed,
  claims: readonly Proposal[],
  words: string | null,
): readonly SideWrite[] {
  if (words === null) return [];
  const { item, sourceId } = deed;
  const { world, nowMs } = call;
  const aboutIds = claims.map(({ holder }) => holder.id);
  const row: ToldEvidence = {
    ...{ sourceId, givenBy: call.caller.residentId, unitId: item.unitId, toldAtMs: nowMs },
    sealed: sealWords(world, { words, aboutIds, atMs: nowMs }),
  };
  return [{ write: keepEvidence, row }];
}

/** Above what one person may give alone: nothing is posted until a second one signs. */
function waitForSecond(
  call: SharedWriteCall<RoleHolder>,
  deed: Deed,
  candidates: readonly Candidate[],
  { alone, foretold }: Second,
  told: readonly SideWrite[],
) {
  const { request, caller, addressHash, traceId, nowMs } = call;
  const { item, worth, deedDate, sourceId } = deed;
  const results = besideHolders(candidates, foretold.decisions).map(({ holder, outcome, refusal }) => {
    if (outcome?.state === 'posted') return { holder, outcome: { state: 'waiting' as const } };
    return { holder, outcome: outcome ?? refused(refusal ?? 'HOLDER_NOT_FOUND') };
  });
  const holders = results.flatMap(({ holder, outcome }) => (outcome.state === 'waiting' ? holder : []));
  const row: NewWaiting = {
    ...{ waitingId: newId(call.world), unitId: item.unitId, itemId: item.itemId, itemVersion: item.version },
    ...{ worth, ...alone, deedDate, sourceId, givenBy: caller.residentId, holders, givenAtMs: nowMs },
  };
  const isAny = holders.length > 0;
  const leftOut = results.flatMap(({ holder, outcome }) => {
    if (outcome.state !== 'refused') return [];
    const { state: _, ...against } = outcome;
    return { holder, against };
  });
  const answer = (): Given => ({
    ...{ itemName: worth.title, points: worth.points, postedCount: 0, postedPoints: 0 },
    ...{ waiting: isAny ? alone : null, results },
  });
  const detail = { itemId: item.itemId, waiting: row.waitingId, holders: holders.length };
  return postAwards(call.world, {
    ...{ request, caller, addressHash, traceId, nowMs, answer },
    claims: [],
    notes: [{ targetKind: 'item', targetId: item.itemId, unitId: item.unitId, detail }],
    sideWrites: () => (isAny ? [{ write: insertWaiting, row }, ...leftOutRows(row, leftOut), ...told] : []),
  });
}

/** For whoever signs: who was chosen and does not get it. */
const leftOutRows = ({ waitingId }: NewWaiting, leftOut: readonly LeftOut[]): readonly SideWrite[] =>
  leftOut.map((one, at) => ({ write: insertLeftOut, row: { waitingId, seq: at + 1, ...one } }));

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
  const claims = claimsOf(candidates);
  const { alone, foretold } = await foretell(call, deed, claims, input.alone);
  const { decisions, lefts } = foretold;
  const outcomes = decisions.map((decision, i) => ({ decision, left: lefts[i] }));
  return {
    points: worth.points,
    waiting: alone,
    signers: alone && !input.alone ? await signersFor(call, item.unitId, claims) : null,
    postedCount: decisions.filter(({ state }) => state === 'posted').length,
    postedPoints: sumOf(decisions),
    giver: leftOfGiver(call.caller, foretold, limits),
    results: besideHolders(candidates, outcomes).map(({ holder, outcome, refusal }) =>
      toForeseen(holder, outcome?.decision, outcome?.left, refusal),
    ),
  };
});

/** Each as if it were the only one, for a list; or together, as award.give would. */
async function foretell(call: Call<RoleHolder>, deed: Deed, claims: readonly Proposal[], each: boolean) {
  const { worth, limits } = deed;
  const second = each ? null : await askSecond(call, deed, claims);
  if (second) return second;
  const alone = needsSecond(worth.points, 0, limits);
  return { alone, foretold: await foresee(call, alone ? asSigned(claims) : claims, each) };
}

/** What the caller may give yet, today and this month. */
function leftOfGiver({ residentId }: RoleHolder, { given }: Foretold, { givenADay, givenAMonth }: UnitLimits) {
  const left = (limitPoints: number, key: string) => ({
    ...{ limitPoints, leftPoints: Math.max(0, limitPoints - (given.get(key) ?? 0)) },
  });
  return { ...left(givenADay, givenKey(residentId)), month: left(givenAMonth, monthKey(residentId)) };
}

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
