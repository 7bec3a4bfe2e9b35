import type { Db } from '../../kit/transaction';
import { signUpChanged } from '../events';
import { decideSignUp } from '../rules';
import type { ActivityRow } from '../store/activities';
import { moveUp, saveSignUp, signUpsOf } from '../store/sign-ups';
import { noteOf } from './reach';

interface Wish {
  readonly residentId: string;
  readonly coming: boolean;
  readonly nowMs: number;
}

/**
 * Under the activity's lock: takes a place or gives one up, which goes to who waits. Answers with who was listed before,
 * what changed, and what is to be noted and told of it; nothing is told when it was so already.
 */
export async function changePlace(db: Db, activity: ActivityRow, { residentId, coming, nowMs }: Wish) {
  const { activityId } = activity;
  const listed = await signUpsOf(db, activityId);
  const change = decideSignUp(listed, activity.capacity, residentId, coming, nowMs);
  if (change.own) await saveSignUp(db, activityId, { residentId, state: change.own, atMs: change.atMs });
  await moveUp(db, activityId, change.movedUp);
  const told = [
    ...(change.own ? [signUpChanged({ activityId, residentId, state: change.own })] : []),
    ...change.movedUp.map((movedUp) => signUpChanged({ activityId, residentId: movedUp, state: 'signedUp' })),
  ];
  return {
    listed,
    change,
    note: noteOf(activity, { residentId, coming: String(coming), movedUp: change.movedUp }),
    told,
  };
}
