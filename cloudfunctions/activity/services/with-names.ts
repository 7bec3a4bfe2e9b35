import { maskName, namesOf, tiesFor } from '../../household';
import type { Call } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import { noteOf, type Reached } from './reach';

/** One page of an activity's list with the names: in full, and noted, where staff of the place ask for it; masked else. */
export async function withNames<Row extends { readonly residentId: string }>(
  call: Call<Principal>,
  { activity, unit }: Reached,
  rows: readonly Row[],
  masked: boolean,
): Promise<(Row & { readonly name: string })[]> {
  const inFull = !masked && tiesFor(call, 'seeAttendance', { unitPath: unit.path }).includes('worker');
  const names = await namesOf(
    call.world,
    call.db,
    rows.map(({ residentId }) => residentId),
  );
  if (inFull) call.note(noteOf(activity, { names: rows.length }));
  return rows.map((row) => {
    const name = names.get(row.residentId) ?? '';
    return { ...row, name: inFull ? name : maskName(name) };
  });
}
