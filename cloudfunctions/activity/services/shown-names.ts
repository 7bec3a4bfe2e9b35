import { maskName, namesOf, tiesFor } from '../../household';
import type { Call } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import { noteOf, type Reached } from './reach';

/** The names on one page of an activity's list: in full, and noted, where staff of the place ask for it; masked else. */
export async function shownNames(
  call: Call<Principal>,
  { activity, unit }: Reached,
  residentIds: readonly string[],
  masked: boolean,
): Promise<(residentId: string) => string> {
  const inFull = !masked && tiesFor(call, 'seeAttendance', { unitPath: unit.path }).includes('worker');
  const names = await namesOf(call.world, call.db, residentIds);
  if (inFull) call.note(noteOf(activity, { names: residentIds.length }));
  return (residentId) => {
    const name = names.get(residentId) ?? '';
    return inFull ? name : maskName(name);
  };
}
