import type { OutputOf } from '../../kit/action';
import { type Call, read, type SharedWriteCall, sharedWrite } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { readAccounts } from '../../ledger';
import { startOfDayMs } from '../../values/dates';
import * as contract from '../contract/give';
import { type AwardOutcome, type Proposal, postAwards } from '../post';
import { type Decision, decideAwards, refused } from '../rules';
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
  const sourceId = input.deedId ?? call.request.id;
  const limits = await limitsFor(call, item);
  const deed = { item, worth, deedDate, sourceId, limits };
  const candidates = await toCandidates(call, deed, input.holders);
  if (worth.points > limits.awardPointsAlone) return waitForSecond(call, deed, candidates);
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
  return postAwards(call.world, { request, caller, addressHash, traceId, nowMs, claims, notes, answer });
});

/** Above what one person may give alone: nothing is posted until a second one signs. */
function waitForSecond(call: SharedWriteCall<RoleHolder>, deed: Deed, candidates: readonly Candidate[]) {
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
    sideWrites: () => (isAny ? [{ write: insertWaiting, row }] : []),
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
  const decisions = await dryRun(call, claimsOf(candidates));
  const { awardPointsAlone } = limits;
  return {
    points: worth.points,
    waiting: worth.points > awardPointsAlone ? { pointsAlone: awardPointsAlone } : null,
    results: besideHolders(candidates, decisions).map(({ holder, outcome, refusal }) => ({
      holder,
      refusal: outcome?.state === 'refused' ? outcome.code : refusal,
      cap: outcome?.state === 'refused' ? outcome.cap : null,
      leftPoints: outcome?.state === 'refused' ? outcome.leftPoints : null,
    })),
  };
});

/** The decisions that posting would make now, without a lock: what comes in between is decided when it comes. */
async function dryRun(call: Call, claims: readonly Proposal[]): Promise<readonly Decision[]> {
  const run = runOn(call.db);
  const dayBegan = new Date(startOfDayMs(call.today));
  const [accounts, taken, counted, given] = await Promise.all([
    readAccounts(
      call.db,
      claims.map(({ accountId }) => accountId),
    ),
    readTaken(run, claims),
    readCounted(run, claims),
    readGiven(run, claims, dayBegan),
  ]);
  const conclude = () => ({ answer: null, stands: false });
  return (
    decideAwards({ accounts, taken, counted: new Map([...counted, ...given]) }, [{ claims }], conclude)[0]?.decisions ??
    []
  );
}
