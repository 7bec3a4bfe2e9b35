import { lockHouseholds } from '../../household';
import { newId } from '../../kit/ids';
import { publishEvents } from '../../kit/outbox/publish';
import { allOf, BEGIN, PLANS_BY_KEY, withPipeline } from '../../kit/pipeline';
import { isRefusal, refuse } from '../../kit/refusal';
import type { Run } from '../../kit/statement';
import type { World } from '../../kit/world';
import {
  type AccountRow,
  appendToChain,
  type ChainedEntry,
  type DraftEntry,
  lockAccounts,
  writeEntries,
} from '../../ledger';
import { awardPosted } from '../events';
import { decideAwards } from '../rules';
import { type AwardRow, insertAwards, readCounted, readTaken } from '../store/awards';
import { lockGivers, readGiven } from '../store/giving';
import type { AwardOutcome, PostCommand, Posted, Precondition, Proposal } from './command';
import { earlierAnswer, keepAnswersOf, type Reserved, reserveRequests } from './request-rows';

/**
 * One batch in one transaction on one connection that sends without waiting: two flights. The first locks and reads,
 * the second writes and commits; between them nothing but a decision in memory. Throws when nothing was kept, or when
 * the connection was lost at the commit: the request log then knows, and the same requests may be posted again.
 */
export function postBatch(world: World, batch: readonly PostCommand[]): Promise<Posted[]> {
  return withPipeline(world.database.pool, ({ run, commit }) => postOn(world, run, commit, batch));
}

async function postOn(
  world: World,
  run: Run,
  commit: () => Promise<void>,
  batch: readonly PostCommand[],
): Promise<Posted[]> {
  const byId = new Map<string, PostCommand>(); // the same request twice in one batch: the second gets the first one's answer
  for (const command of batch) if (!byId.has(command.request.id)) byId.set(command.request.id, command);
  const commands = [...byId.values()];
  const known = await lockAndRead(run, commands);
  const fresh = commands.filter((command) => known.reserved.ours.has(command.request.id));
  const built = build(world, fresh, known);
  await writeAll(run, commit, built);
  return batch.map((command) => {
    const first = byId.get(command.request.id) as PostCommand;
    const kept = built.answers.get(first);
    if (!kept) return earlierAnswer(command, known.reserved); // another batch's body speaks for the id, not this one's first
    return command.request.bodyHash.equals(first.request.bodyHash) ? kept : { kept: refuse('REQUEST_ID_REUSED') };
  });
}

interface KnownRows {
  readonly reserved: Reserved;
  readonly accounts: ReadonlyMap<string, AccountRow>;
  readonly taken: ReadonlySet<string>;
  readonly counted: ReadonlyMap<string, number>;
  readonly met: Met;
}

type Times = ReadonlyMap<string, number>;

/** Ids for which a precondition is met, by the function that locked them. */
type Met = ReadonlyMap<Precondition['lock'], ReadonlySet<string>>;

/** One statement for each kind of precondition; two kinds in one batch would need an order of their own. */
async function lockPreconditions(run: Run, commands: readonly PostCommand[]): Promise<Met> {
  const idsBy = new Map<Precondition['lock'], Set<string>>();
  for (const { precondition } of commands)
    if (precondition) idsBy.set(precondition.lock, (idsBy.get(precondition.lock) ?? new Set()).add(precondition.id));
  const met = [...idsBy].map(async ([lock, ids]) => [lock, await lock(run, [...ids])] as const);
  return new Map(await Promise.all(met));
}

function isMet(met: Met, { id, lock }: Precondition): boolean {
  return met.get(lock)?.has(id) ?? false;
}

/** Everyone's order: request ids, what preconditions name, givers, households, accounts, each sorted. The reads come behind the locks, as statements of their own. */
async function lockAndRead(run: Run, commands: readonly PostCommand[]): Promise<KnownRows> {
  const claims = commands.flatMap((command) => command.claims);
  const householdIds = claims.flatMap((claim) => claim.householdId ?? []);
  const earliestMs = Math.min(...commands.map((command) => command.nowMs));
  const byRequestId = [...commands].sort((a, b) => (a.request.id < b.request.id ? -1 : 1));
  const [, , reserved, met, , , accounts, taken, counted, given] = await allOf<
    [unknown, unknown, Reserved, Met, unknown, unknown, Map<string, AccountRow>, Set<string>, Times, Times]
  >([
    run(BEGIN, []),
    run(PLANS_BY_KEY, []),
    reserveRequests(run, byRequestId),
    lockPreconditions(run, commands),
    lockGivers(run, claims),
    lockHouseholds(run, householdIds),
    lockAccounts(
      run,
      claims.map((claim) => claim.holder),
      earliestMs,
    ),
    readTaken(run, claims),
    readCounted(run, claims),
    readGiven(run, claims, earliestMs),
  ]);
  return { reserved, accounts, taken, counted: new Map([...counted, ...given]), met };
}

interface Built {
  readonly answers: Map<PostCommand, Posted>;
  readonly awards: AwardRow[];
  readonly entries: readonly ChainedEntry[];
  readonly after: Parameters<typeof writeEntries>[2];
  readonly sideWrites: Map<(run: Run, rows: readonly never[]) => Promise<void>, unknown[]>;
}

type Decided = ReturnType<typeof decideAwards<PostCommand, readonly AwardOutcome[]>>;

/** Decides in memory, then makes every row that will be written. */
function build(world: World, fresh: readonly PostCommand[], known: KnownRows): Built {
  const answers = new Map<PostCommand, Posted>();
  const decided: Decided = decideAwards(known, fresh, (command, decisions) => {
    const outcomes = decisions.map((decision) =>
      decision.state === 'posted' ? { ...decision, awardId: newId(world) } : decision,
    );
    const { precondition } = command;
    const kept = precondition && !isMet(known.met, precondition) ? precondition.otherwise : command.answer(outcomes);
    answers.set(command, { kept });
    return { answer: outcomes, stands: !isRefusal(kept) };
  });
  const standing = decided.filter((one) => one.stands);
  const awards = standing.flatMap(({ request, answer }) => toAwardRows(request, answer));
  const { entries, after } = appendToChain(known.accounts, awards.map(toEntryDraft));
  return { answers, awards, entries, after, sideWrites: groupSideWrites(standing) };
}

type TitledAward = AwardRow & { readonly title: string };

function toAwardRows(command: PostCommand, outcomes: readonly AwardOutcome[]): TitledAward[] {
  return outcomes.flatMap((outcome, i) => {
    const claim = command.claims[i] as Proposal;
    if (outcome.state !== 'posted') return [];
    return [
      {
        ...claim,
        points: outcome.points,
        id: outcome.awardId,
        holderKind: claim.holder.kind,
        entrySeq: outcome.entrySeq,
        atMs: command.nowMs,
      },
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

function groupSideWrites(decided: Decided): Built['sideWrites'] {
  const groups: Built['sideWrites'] = new Map();
  for (const { request, answer } of decided)
    for (const { write, row } of request.sideWrites?.(answer) ?? [])
      groups.set(write, [...(groups.get(write) ?? []), row]);
  return groups;
}

/** Entries before awards, which name them; the commit goes along in the same flight. */
async function writeAll(run: Run, commit: () => Promise<void>, built: Built): Promise<void> {
  const { answers, awards, entries, after, sideWrites } = built;
  const writes: Promise<unknown>[] = [];
  if (awards.length > 0) {
    writes.push(writeEntries(run, entries, after), insertAwards(run, awards));
    writes.push(publishEvents(run, awards.map(toEvent)));
  }
  for (const [write, rows] of sideWrites) writes.push(write(run, rows as never[]));
  if (answers.size > 0) writes.push(...keepAnswersOf(run, answers));
  await allOf([...writes, commit()]);
}

function toEvent({ id: awardId, source, sourceId, atMs, ...award }: AwardRow) {
  const { accountId, holderKind, entrySeq, points, itemId, unitId, deedDate } = award;
  const activityId = source === 'checkIn' ? sourceId : null;
  const told = { awardId, accountId, holderKind, entrySeq, points, itemId, unitId, deedDate, activityId };
  return { event: awardPosted(told), atMs };
}
