import { type AwardOutcome, postAwards } from '../../award';
import { hasRight, ownInterest, type PersonRow, personsOf } from '../../household';
import type { InputOf, OutputOf } from '../../kit/action';
import { type SharedWriteCall, sharedWrite } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { limitsOf } from '../../organisation';
import * as contract from '../contract/check-in-resident';
import { refuseCheckIn } from '../rules';
import { atAnotherDoor } from '../services/at-door';
import { itemEarnedAt } from '../services/item';
import { attendanceFor, proposalFor, unlessCancelled } from '../services/proposal';
import { noteOf, type Reached, reachActivity } from '../services/reach';
import type { Door } from '../store/doors';

type Answered = OutputOf<typeof contract.checkInResident>;
type Result = Answered['results'][number];

const refusedAt = (residentId: string, door: Door): Result => ({
  residentId,
  outcome: { state: 'refused', code: 'AT_ANOTHER_DOOR', door },
});

/** Ids that name nobody, or nobody of the community, get their answer here; everybody else's is decided where points are posted. */
function toResult(residentId: string, outcome: AwardOutcome | undefined, seesBalance: boolean): Result {
  if (!outcome) return { residentId, outcome: { state: 'refused', code: 'HOLDER_NOT_FOUND' } };
  if (outcome.state === 'refused') {
    const { state, code, limit } = outcome;
    return { residentId, outcome: { state, code, ...(limit && { limit }) } };
  }
  const after = seesBalance ? outcome.after : null;
  return { residentId, outcome: { state: 'posted', points: outcome.points, after } };
}

async function checkInResident(call: SharedWriteCall<RoleHolder>, input: InputOf<typeof contract.checkInResident>) {
  const reached = await reachActivity(call, input.activityId, 'helpAt');
  if (isRefusal(reached)) return reached;
  call.note(noteOf(reached.activity));
  const refusal = refuseCheckIn(reached.activity, 'staff', call.nowMs);
  return refusal ?? postOthers(call, input, reached);
}

async function postOthers(
  call: SharedWriteCall<RoleHolder>,
  input: InputOf<typeof contract.checkInResident>,
  reached: Reached,
) {
  const { activity, unit } = reached;
  const { caller, nowMs, request, traceId, addressHash } = call;
  const { activityId } = activity;
  const [persons, item, givingLimits] = await Promise.all([
    personsOf(call.db, input.residentIds),
    itemEarnedAt(call.world, activity, nowMs),
    limitsOf(call.db, unit),
  ]);
  const recordedBy = caller.residentId;
  const neighbours = new Map([...persons].filter(([, { communityPath }]) => communityPath === unit.path));
  const isOwn = (person: PersonRow) => ownInterest(call, { unitPath: person.unitPath, person }) !== null;
  const known = input.residentIds.flatMap((id) => neighbours.get(id) ?? []);
  const elsewhere = await atAnotherDoor(call, activityId, known, input.how);
  const people = known.filter(({ residentId }) => !elsewhere.has(residentId));
  const answer = (outcomes: readonly AwardOutcome[]): Answered => {
    const left = [...outcomes];
    const results = input.residentIds.map((id) => {
      const door = elsewhere.get(id);
      if (door) return refusedAt(id, door);
      const person = neighbours.get(id);
      // a balance is shown where the caller may look at it anyway
      const sees = person !== undefined && hasRight(call, 'seePoints', { unitPath: person.unitPath, person });
      return toResult(id, person && left.shift(), sees);
    });
    return { activityTitle: activity.title, points: item.points, results };
  };
  return postAwards(call.world, {
    ...{ request, caller, addressHash, traceId, nowMs, answer },
    precondition: unlessCancelled(activity),
    claims: people.map((person) =>
      proposalFor(activity, item, person, { givenBy: recordedBy, isOwnHousehold: isOwn(person), givingLimits }, nowMs),
    ),
    notes: [noteOf(activity, { how: input.how, people: input.residentIds })],
    sideWrites: attendanceFor(
      people.map(({ residentId }) => ({ residentId, how: input.how })),
      { activityId, recordedBy, atMs: nowMs },
    ),
  });
}

export const checkInResidentActions = [sharedWrite(contract.checkInResident, checkInResident)];
