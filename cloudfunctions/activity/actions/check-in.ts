import { type AwardOutcome, postAwards } from '../../award';
import type { ItemVersion } from '../../catalogue';
import type { PersonRow } from '../../household';
import type { InputOf, OutputOf } from '../../kit/action';
import { type SharedWriteCall, sharedWrite } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import * as contract from '../contract/check-in';
import { refuseAtTheDoor, refuseCheckIn } from '../rules';
import {
  type Family,
  familyOf,
  type Lifetimes,
  lifetimeAfter,
  membersAtHome,
  readLifetimes,
  readPeople,
} from '../services/family';
import { type FoundByCode, findByCode } from '../services/find-by-code';
import { itemEarnedAt } from '../services/item';
import { attendanceFor, proposalFor, toAwarded, unlessCancelled } from '../services/proposal';
import { holdsKey, noteOf } from '../services/reach';
import type { ActivityRow } from '../store/activities';
import { attendedCount } from '../store/attendance';
import { keepShownCode } from '../store/shown-codes';

type Thanks = OutputOf<typeof contract.checkIn>;

/** Who comes, the caller first; all of them the caller's own or theirs to act for. */
interface Party {
  readonly activity: ActivityRow;
  readonly how: 'scan' | 'typed';
  readonly people: Family;
  readonly around: Around;
}

const WHY_NOT = { old: 'CODE_EXPIRED', astray: 'CODE_NEEDS_NETWORK_TIME', former: 'CODE_RENEWED' } as const;

/** Why this genuine code earns nothing now. Who is counted already hears that first, also from a code that grew old. */
function refuseCode({ activity, judgement, counted }: FoundByCode, nowMs: number) {
  const { activityId } = activity;
  if (counted) return refuse('COUNTED_ALREADY', { sinceMs: counted.atMs, activityId });
  if (judgement === 'good') return refuseCheckIn(activity, 'person', nowMs) ?? refuseAtTheDoor(activity);
  return refuse(WHY_NOT[judgement]);
}

/** What the thank-you says besides the caller's own award: read before posting, so that the answer can be kept with it. */
interface Around {
  readonly item: ItemVersion;
  readonly attended: number;
  readonly lifetimes: Lifetimes;
}

/**
 * Two flights: what the code and the caller name, then what the first answered with. Whatever is read for somebody who is
 * refused is read in vain, and costs no round trip more.
 */
async function gather(call: SharedWriteCall<ResidentCaller>, { code, alongIds }: InputOf<typeof contract.checkIn>) {
  const { world, nowMs } = call;
  const [found, persons, atHome] = await Promise.all([
    findByCode(call, code),
    readPeople(call, alongIds),
    membersAtHome(call),
  ]);
  if (isRefusal(found)) return found;
  const { activity, how } = found;
  call.note(noteOf(activity));
  const refusal = refuseCode(found, nowMs);
  if (refusal) return refusal;
  const people = familyOf(call, persons, alongIds);
  const [isOrganiser, item, attended, lifetimes] = await Promise.all([
    holdsKey(call, activity),
    itemEarnedAt(world, activity, nowMs),
    attendedCount(world.database, activity.activityId),
    readLifetimes(call, atHome),
  ]);
  if (isOrganiser) return refuse('ORGANISER_NEEDS_COLLEAGUE');
  if (isRefusal(people)) return people;
  const around: Around = { item, attended, lifetimes };
  return { activity, how, people, around };
}

function refuseOutcome(outcome: Extract<AwardOutcome, { state: 'refused' }>, activityId: string, nowMs: number) {
  const { code, cap, capTimes, ceilingPoints, leftPoints } = outcome;
  if (code === 'CAP_REACHED' && cap && capTimes) return refuse(code, { cap, capTimes, activityId });
  if (code === 'CEILING_REACHED' && cap && ceilingPoints !== null && leftPoints !== null)
    return refuse(code, { cap, ceilingPoints, leftPoints, activityId });
  if (code === 'COUNTED_ALREADY') return refuse(code, { sinceMs: nowMs, activityId });
  if (code === 'ACCOUNT_CLOSED') return refuse(code);
  throw new Error(`a check-in was refused with ${code}`);
}

/** The answer that is kept: thanks by name of the deed; a refusal when the caller's own award is refused. */
function thank(party: Party, outcomes: readonly AwardOutcome[], nowMs: number): Thanks | Refusal {
  const { activity, people, around } = party;
  const [own, ...along] = outcomes;
  if (!own || own.state === 'refused')
    return refuseOutcome(own as Extract<AwardOutcome, { state: 'refused' }>, activity.activityId, nowMs);
  return {
    activityId: activity.activityId,
    activityTitle: activity.title,
    place: activity.place,
    deed: around.item.name,
    points: own.points,
    neighbours: around.attended + outcomes.filter((outcome) => outcome.state === 'posted').length,
    balance: { before: own.before, after: own.after },
    householdLifetime: lifetimeAfter(around.lifetimes, people, outcomes),
    entry: { accountId: people[0].residentId, seq: own.entrySeq },
    along: along.map((outcome, i) => toAwarded(people[i + 1] as PersonRow, outcome)),
  };
}

async function checkIn(call: SharedWriteCall<ResidentCaller>, input: InputOf<typeof contract.checkIn>) {
  const party = await gather(call, input);
  if (isRefusal(party)) return party;
  const { activity, people, how, around } = party;
  const { caller, nowMs, request, traceId, addressHash } = call;
  const by = { givenBy: null, isOwnHousehold: false, givingLimits: null };
  const listed = people.map(({ residentId }, i) => ({ residentId, how: i === 0 ? how : ('brought' as const) }));
  const posted = await postAwards(call.world, {
    ...{ request, caller, addressHash, traceId, nowMs },
    precondition: unlessCancelled(activity),
    claims: people.map((person) => proposalFor(activity, around.item, person, by, nowMs)),
    notes: [noteOf(activity, { how, people: people.map((person) => person.residentId) })],
    answer: (outcomes) => thank(party, outcomes, nowMs),
    sideWrites: attendanceFor(listed, {
      activityId: activity.activityId,
      recordedBy: people[0].residentId,
      atMs: nowMs,
    }),
  });
  await keepIfCapped(call, party, posted.kept);
  return posted;
}

/** A cap keeps the caller from being counted, not from having been there: their family may still be brought. */
async function keepIfCapped(
  call: SharedWriteCall,
  { activity, people: [self], how }: Party,
  kept: unknown,
): Promise<void> {
  if (!isRefusal(kept) || (kept.code !== 'CAP_REACHED' && kept.code !== 'CEILING_REACHED')) return;
  const { activityId } = activity;
  await keepShownCode(call.db, { activityId, residentId: self.residentId, how, atMs: call.nowMs });
}

export const checkInActions = [sharedWrite(contract.checkIn, checkIn)];
