import { type AwardOutcome, postAwards } from '../../award';
import { type ItemVersion, publishedItem } from '../../catalogue';
import { mayActFor, membersOf, type PersonRow, personsOf } from '../../household';
import type { InputOf, OutputOf } from '../../kit/action';
import { type PostCall, post } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { type Balance, balancesOf } from '../../ledger';
import { checkIn } from '../contract';
import { type CodeRefusal, type FoundByCode, findByCode } from '../find-by-code';
import { attendanceFor, proposalFor } from '../proposal';
import { noteOf } from '../reach';
import { refuseCheckIn } from '../rules';
import type { ActivityRow } from '../store/activities';
import { attendedCount, attendedSince } from '../store/attendance';

type Thanks = OutputOf<typeof checkIn>;

/** Who comes, the caller first; all of them the caller's own or theirs to act for. */
interface Party {
  readonly activity: ActivityRow;
  readonly how: 'scan' | 'typed';
  readonly people: readonly [PersonRow, ...PersonRow[]];
}

/** Why this genuine code earns nothing now. Who is counted already hears that first, also from a code that grew old. */
async function refuseCode(call: PostCall, found: FoundByCode, residentId: string) {
  const { activity, judgement } = found;
  const sinceMs = await attendedSince(call.db, activity.activityId, residentId);
  if (sinceMs !== null) return refuse('COUNTED_ALREADY', { sinceMs, activityId: activity.activityId });
  if (judgement === 'old') return refuse('CODE_EXPIRED');
  if (judgement === 'early') return refuse('CODE_NEEDS_NETWORK_TIME');
  return refuseCheckIn(activity, 'person', call.nowMs);
}

async function gather(call: PostCall, input: InputOf<typeof checkIn>) {
  const caller = call.caller as Principal & { readonly residentId: string };
  const found: FoundByCode | CodeRefusal = await findByCode(call, input.code);
  if (isRefusal(found)) return found;
  call.note(noteOf(found.activity));
  const refusal = await refuseCode(call, found, caller.residentId);
  if (refusal) return refusal;
  if (found.activity.createdBy === caller.residentId) return refuse('HOST_NEEDS_COLLEAGUE');
  return gatherPeople(call, caller, found, input.alongIds);
}

async function gatherPeople(
  call: PostCall,
  caller: Principal & { readonly residentId: string },
  { activity, how }: FoundByCode,
  alongIds: readonly string[],
): Promise<Party | Refusal<'NO_HOUSEHOLD' | 'MAY_NOT_ACT_FOR'>> {
  const others = [...new Set(alongIds)].filter((id) => id !== caller.residentId);
  const persons = await personsOf(call.db, [caller.residentId, ...others]);
  const self = persons.get(caller.residentId);
  if (!self?.householdId) return refuse('NO_HOUSEHOLD');
  const along: PersonRow[] = [];
  for (const residentId of others) {
    const person = persons.get(residentId);
    if (!person || !mayActFor(caller, person, call.today)) return refuse('MAY_NOT_ACT_FOR', { residentId });
    along.push(person);
  }
  return { activity, how, people: [self, ...along] };
}

/** What the thank-you says besides the caller's own award: read before posting, so that the answer can be kept with it. */
interface Around {
  readonly item: ItemVersion;
  readonly attended: number;
  /** Lifetime points of everybody in the caller's household, and of the household itself. */
  readonly lifetimes: ReadonlyMap<string, Balance>;
}

async function readAround(call: PostCall, { activity, people: [self] }: Party): Promise<Around> {
  const householdId = self.householdId as string;
  const members = await membersOf(call.db, householdId);
  const holderIds = [householdId, ...members.map((member) => member.residentId)];
  const [item, attended, lifetimes] = await Promise.all([
    publishedItem(call.db, activity.itemId),
    attendedCount(call.db, activity.activityId),
    balancesOf(call.db, holderIds),
  ]);
  return { item: item as ItemVersion, attended, lifetimes };
}

const CHECK_IN_REFUSALS = ['COUNTED_ALREADY', 'CAP_REACHED', 'ACCOUNT_CLOSED'] as const;

function refuseOutcome(outcome: Extract<AwardOutcome, { state: 'refused' }>, nowMs: number) {
  const code = CHECK_IN_REFUSALS.find((one) => one === outcome.code);
  if (!code) throw new Error(`a check-in was refused with ${outcome.code}`);
  const { cap, capTimes } = outcome;
  return code === 'COUNTED_ALREADY' ? refuse(code, { sinceMs: nowMs }) : refuse(code, { cap, capTimes });
}

/** The answer that is kept: thanks by name of the deed; a refusal when the caller's own award is refused. */
function thank(party: Party, around: Around, outcomes: readonly AwardOutcome[], nowMs: number): Thanks | Refusal {
  const { activity, people } = party;
  const [own, ...along] = outcomes;
  if (!own || own.state === 'refused') return refuseOutcome(own as Extract<AwardOutcome, { state: 'refused' }>, nowMs);
  const after = new Map(around.lifetimes);
  outcomes.forEach((outcome, i) => {
    const { residentId } = people[i] as PersonRow;
    if (outcome.state === 'posted' && after.has(residentId)) after.set(residentId, outcome.after);
  });
  return {
    activityId: activity.activityId,
    activityTitle: activity.title,
    place: activity.place,
    deed: around.item.name,
    points: own.points,
    neighbours: around.attended + outcomes.filter((outcome) => outcome.state === 'posted').length,
    balance: { before: own.before, after: own.after },
    householdLifetime: [...after.values()].reduce((sum, balance) => sum + balance.lifetime, 0),
    entry: { accountId: people[0].residentId, seq: own.entrySeq },
    along: along.map((outcome, i) => toAwarded((people[i + 1] as PersonRow).residentId, outcome)),
  };
}

function toAwarded(residentId: string, outcome: AwardOutcome): Thanks['along'][number] {
  const holder = { kind: 'resident' as const, id: residentId };
  if (outcome.state === 'refused') return { holder, outcome };
  const { awardId: _award, ...posted } = outcome;
  return { holder, outcome: posted };
}

async function checkInSelf(call: PostCall, input: InputOf<typeof checkIn>) {
  const party = await gather(call, input);
  if (isRefusal(party)) return party;
  const { activity, people, how } = party;
  const { nowMs, request, traceId, cameFrom } = call;
  const caller = call.caller as Principal;
  const around = await readAround(call, party);
  const by = { givenBy: null, isOwnHousehold: false };
  const listed = people.map(({ residentId }, i) => ({ residentId, how: i === 0 ? how : ('brought' as const) }));
  return postAwards(call.world, {
    ...{ request, caller, cameFrom, traceId, nowMs },
    claims: people.map((person) => proposalFor(activity, around.item, person, by, nowMs)),
    notes: [noteOf(activity, { how, people: people.map((person) => person.residentId) })],
    answer: (outcomes) => thank(party, around, outcomes, nowMs),
    alongside: attendanceFor(listed, {
      activityId: activity.activityId,
      recordedBy: people[0].residentId,
      atMs: nowMs,
    }),
  });
}

export const checkInActions = [post(checkIn, checkInSelf)];
