import { type Call, read, sharedWrite } from '../../kit/handler';
import { isRefusal } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { readAccounts } from '../../ledger';
import * as contract from '../contract/give';
import { type AwardOutcome, type Proposal, postAwards } from '../post';
import { type Decision, decideAwards, refused } from '../rules';
import { type Candidate, leastSaid, reachItem, toCandidates, worthOf } from '../services/candidates';
import { readCounted, readTaken } from '../store';

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
  const candidates = await toCandidates(call, { item, worth, deedDate, sourceId }, input.holders);
  const claims = claimsOf(candidates);
  const { request, caller, addressHash, traceId, nowMs } = call;
  const notes = claims.map(({ holder, unitId }) => ({
    targetKind: holder.kind,
    targetId: holder.id,
    unitId,
    detail: { itemId: item.itemId },
  }));
  const answer = (outcomes: readonly AwardOutcome[]) => {
    const posted = outcomes.filter((outcome) => outcome.state === 'posted');
    return {
      itemName: worth.title,
      points: worth.points,
      postedCount: posted.length,
      postedPoints: posted.reduce((sum, { points }) => sum + points, 0),
      results: besideHolders(candidates, outcomes).map(({ holder, outcome, refusal }) => ({
        holder,
        outcome: outcome ? withoutAwardId(outcome) : refused(refusal ?? 'HOLDER_NOT_FOUND'),
      })),
    };
  };
  return postAwards(call.world, { request, caller, addressHash, traceId, nowMs, claims, notes, answer });
});

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
  const candidates = await toCandidates(call, { item, worth, deedDate, sourceId: call.traceId }, input.holders);
  const decisions = await dryRun(call, claimsOf(candidates));
  return {
    points: worth.points,
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
  const [accounts, taken, counted] = await Promise.all([
    readAccounts(
      call.db,
      claims.map(({ accountId }) => accountId),
    ),
    readTaken(run, claims),
    readCounted(run, claims),
  ]);
  const conclude = () => ({ answer: null, stands: false });
  return decideAwards({ accounts, taken, counted }, [{ claims }], conclude)[0]?.decisions ?? [];
}
