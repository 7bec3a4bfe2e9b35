import { lockHouseholds } from '../../household';
import { allOf, BEGIN, PLANS_BY_KEY, withFlights } from '../../kit/flight';
import { newId } from '../../kit/ids';
import { publishEvents } from '../../kit/outbox/publish';
import { isRefusal, refuse } from '../../kit/refusal';
import type { Run } from '../../kit/statement';
import type { World } from '../../kit/world';
import {
  type AccountRow,
  type ChainedEntry,
  type DraftEntry,
  hangEntries,
  lockAccounts,
  writeEntries,
} from '../../ledger';
import { awardPosted } from '../events';
import { decideAwards } from '../rules';
import { type AwardRow, insertAwards, readCounted, readTaken } from '../store';
import type { AwardOutcome, PostAsk, Posted, Proposal, Proviso } from './ask';
import { auditAsks, type Claimed, claimRequests, earlierAnswer, keepAnswers } from './request-rows';

/**
 * One batch in one transaction on one connection that sends without waiting: two flights. The first locks and reads,
 * the second writes and commits; between them nothing but a decision in memory. Throws when nothing was kept, or when
 * the connection was lost at the commit: the request log then knows, and the same requests may be posted again.
 */
export function postBatch(world: World, batch: readonly PostAsk[]): Promise<Posted[]> {
  return withFlights(world.database.pool, ({ run, commit }) => postOn(world, run, commit, batch));
}

async function postOn(
  world: World,
  run: Run,
  commit: () => Promise<void>,
  batch: readonly PostAsk[],
): Promise<Posted[]> {
  const byId = new Map<string, PostAsk>(); // the same request twice in one batch: the second gets the first one's answer
  for (const ask of batch) if (!byId.has(ask.request.id)) byId.set(ask.request.id, ask);
  const asks = [...byId.values()];
  const known = await lockAndRead(run, asks);
  const fresh = asks.filter((ask) => known.claimed.ours.has(ask.request.id));
  const built = build(world, fresh, known);
  await writeAll(run, commit, built);
  return batch.map((ask) => {
    const first = byId.get(ask.request.id) as PostAsk;
    if (!ask.request.bodyHash.equals(first.request.bodyHash)) return { kept: refuse('REQUEST_ID_REUSED') };
    return built.answers.get(first) ?? earlierAnswer(first, known.claimed);
  });
}

interface KnownRows {
  readonly claimed: Claimed;
  readonly accounts: ReadonlyMap<string, AccountRow>;
  readonly taken: ReadonlySet<string>;
  readonly counted: ReadonlyMap<string, number>;
  readonly still: StillSo;
}

/** Ids for which a proviso holds, by the function that locked them. */
type StillSo = ReadonlyMap<Proviso['lock'], ReadonlySet<string>>;

/** One statement for each kind of proviso; two kinds in one batch would need an order of their own. */
async function lockProvisos(run: Run, asks: readonly PostAsk[]): Promise<StillSo> {
  const idsBy = new Map<Proviso['lock'], Set<string>>();
  for (const { proviso } of asks)
    if (proviso) idsBy.set(proviso.lock, (idsBy.get(proviso.lock) ?? new Set()).add(proviso.id));
  const still = [...idsBy].map(async ([lock, ids]) => [lock, await lock(run, [...ids])] as const);
  return new Map(await Promise.all(still));
}

function isStillSo(still: StillSo, { id, lock }: Proviso): boolean {
  return still.get(lock)?.has(id) ?? false;
}

/** Everyone's order: request ids, what provisos name, households, accounts, each sorted. The reads come behind the locks, as statements of their own. */
async function lockAndRead(run: Run, asks: readonly PostAsk[]): Promise<KnownRows> {
  const claims = asks.flatMap((ask) => ask.claims);
  const householdIds = claims.flatMap((claim) => claim.householdId ?? []);
  const earliestMs = Math.min(...asks.map((ask) => ask.nowMs));
  const byRequestId = [...asks].sort((a, b) => (a.request.id < b.request.id ? -1 : 1));
  const [, , claimed, still, , accounts, taken, counted] = await allOf<
    [unknown, unknown, Claimed, StillSo, unknown, Map<string, AccountRow>, Set<string>, Map<string, number>]
  >([
    run(BEGIN, []),
    run(PLANS_BY_KEY, []),
    claimRequests(run, byRequestId),
    lockProvisos(run, asks),
    lockHouseholds(run, householdIds),
    lockAccounts(
      run,
      claims.map((claim) => claim.holder),
      earliestMs,
    ),
    readTaken(run, claims),
    readCounted(run, claims),
  ]);
  return { claimed, accounts, taken, counted, still };
}

interface Built {
  readonly answers: Map<PostAsk, Posted>;
  readonly awards: AwardRow[];
  readonly entries: readonly ChainedEntry[];
  readonly after: Parameters<typeof writeEntries>[2];
  readonly alongside: Map<(run: Run, rows: readonly never[]) => Promise<void>, unknown[]>;
}

type Decided = ReturnType<typeof decideAwards<PostAsk, readonly AwardOutcome[]>>;

/** Decides in memory, then makes every row that will be written. */
function build(world: World, fresh: readonly PostAsk[], known: KnownRows): Built {
  const answers = new Map<PostAsk, Posted>();
  const decided: Decided = decideAwards(known, fresh, (ask, decisions) => {
    const outcomes = decisions.map((decision) =>
      decision.state === 'posted' ? { ...decision, awardId: newId(world) } : decision,
    );
    const { proviso } = ask;
    const kept = proviso && !isStillSo(known.still, proviso) ? proviso.otherwise : ask.answer(outcomes);
    answers.set(ask, { kept });
    return { answer: outcomes, stands: !isRefusal(kept) };
  });
  const standing = decided.filter((one) => one.stands);
  const awards = standing.flatMap(({ request, answer }) => toAwardRows(request, answer));
  const { entries, after } = hangEntries(known.accounts, awards.map(toEntryDraft));
  return { answers, awards, entries, after, alongside: groupAlongside(standing) };
}

type TitledAward = AwardRow & { readonly title: string };

function toAwardRows(ask: PostAsk, outcomes: readonly AwardOutcome[]): TitledAward[] {
  return outcomes.flatMap((outcome, i) => {
    const claim = ask.claims[i] as Proposal;
    if (outcome.state !== 'posted') return [];
    return [
      { ...claim, id: outcome.awardId, holderKind: claim.holder.kind, entrySeq: outcome.entrySeq, atMs: ask.nowMs },
    ];
  });
}

function toEntryDraft({
  accountId,
  points,
  title,
  source,
  sourceId,
  unitId,
  itemId,
  itemVersion,
  deedDate,
  atMs,
}: TitledAward): DraftEntry {
  return {
    accountId,
    kind: 'credit',
    points,
    title,
    source,
    sourceId,
    unitId,
    itemId,
    itemVersion,
    deedDate,
    postedAtMs: atMs,
    correctsSeq: null,
  };
}

function groupAlongside(decided: Decided): Built['alongside'] {
  const groups: Built['alongside'] = new Map();
  for (const { request, answer } of decided)
    for (const { write, row } of request.alongside?.(answer) ?? [])
      groups.set(write, [...(groups.get(write) ?? []), row]);
  return groups;
}

/** Entries before awards, which name them; the commit goes along in the same flight. */
async function writeAll(run: Run, commit: () => Promise<void>, built: Built): Promise<void> {
  const { answers, awards, entries, after, alongside } = built;
  const writes: Promise<unknown>[] = [];
  if (awards.length > 0) {
    writes.push(writeEntries(run, entries, after), insertAwards(run, awards));
    for (const [write, rows] of alongside) writes.push(write(run, rows as never[]));
    writes.push(publishEvents(run, awards.map(toEvent)));
  }
  if (answers.size > 0) writes.push(auditAsks(run, answers), keepAnswers(run, answers));
  await allOf([...writes, commit()]);
}

function toEvent({ id: awardId, source, sourceId, atMs, ...award }: AwardRow) {
  const { accountId, holderKind, entrySeq, points, itemId, unitId, deedDate } = award;
  const activityId = source === 'checkIn' ? sourceId : null;
  const told = { awardId, accountId, holderKind, entrySeq, points, itemId, unitId, deedDate, activityId };
  return { event: awardPosted(told), atMs };
}
