import { type AwardOutcome, postAwards } from '../../award';
import { type PersonRow, personsOf } from '../../household';
import { type InputOf, type OutputOf, STAFF } from '../../kit/action';
import { type PostCall, post } from '../../kit/handler';
import { type Principal, type RoleHolder, reaches } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { checkInResident } from '../contract';
import { itemEarnedAt } from '../item';
import { attendanceFor, proposalFor, unlessCancelled } from '../proposal';
import { noteOf, type Reached, reachActivity } from '../reach';
import { refuseCheckIn } from '../rules';

type Answered = OutputOf<typeof checkInResident>;
type Result = Answered['results'][number];

const isOwn = (caller: Principal, person: PersonRow) =>
  person.residentId === caller.residentId || (person.householdId !== null && person.householdId === caller.householdId);

/** A balance is shown where the caller may look at it anyway, as award.give and ledger.balance have it. */
const seesBalanceOf = (caller: Principal, person: PersonRow) =>
  person.unitPath !== null && reaches(caller, STAFF, person.unitPath);

/** Ids that name nobody, or nobody of the community, get their answer here; everybody else's is decided where points are posted. */
function toResult(residentId: string, outcome: AwardOutcome | undefined, seesBalance: boolean): Result {
  if (!outcome) return { residentId, outcome: { state: 'refused', code: 'HOLDER_NOT_FOUND' } };
  if (outcome.state === 'refused') return { residentId, outcome: { state: 'refused', code: outcome.code } };
  const after = seesBalance ? outcome.after : null;
  return { residentId, outcome: { state: 'posted', points: outcome.points, after } };
}

async function checkInOthers(call: PostCall<RoleHolder>, input: InputOf<typeof checkInResident>) {
  const reached = await reachActivity(call, input.activityId);
  if (isRefusal(reached)) return reached;
  call.note(noteOf(reached.activity));
  const refusal = refuseCheckIn(reached.activity, 'staff', call.nowMs);
  return refusal ?? postOthers(call, input, reached);
}

async function postOthers(call: PostCall<RoleHolder>, input: InputOf<typeof checkInResident>, reached: Reached) {
  const { activity, unit } = reached;
  const { caller, nowMs, request, traceId, cameFrom } = call;
  const { activityId } = activity;
  const [persons, item] = await Promise.all([
    personsOf(call.db, input.residentIds),
    itemEarnedAt(call.db, activity, nowMs),
  ]);
  const recordedBy = caller.residentId;
  const neighbours = new Map([...persons].filter(([, { communityPath }]) => communityPath === unit.path));
  const people = input.residentIds.flatMap((id) => neighbours.get(id) ?? []);
  const answer = (outcomes: readonly AwardOutcome[]): Answered => {
    const left = [...outcomes];
    const results = input.residentIds.map((id) => {
      const person = neighbours.get(id);
      return person ? toResult(id, left.shift(), seesBalanceOf(caller, person)) : toResult(id, undefined, false);
    });
    return { activityTitle: activity.title, points: item.points, results };
  };
  return postAwards(call.world, {
    ...{ request, caller, cameFrom, traceId, nowMs, answer },
    proviso: unlessCancelled(activity),
    claims: people.map((person) =>
      proposalFor(activity, item, person, { givenBy: recordedBy, isOwnHousehold: isOwn(caller, person) }, nowMs),
    ),
    notes: [noteOf(activity, { how: input.how, people: input.residentIds })],
    alongside: attendanceFor(
      people.map(({ residentId }) => ({ residentId, how: input.how })),
      { activityId, recordedBy, atMs: nowMs },
    ),
  });
}

export const checkInResidentActions = [post(checkInResident, checkInOthers)];
