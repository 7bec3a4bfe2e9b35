import { maskName, namesOf, tiesFor } from '../../household';
import type { Call } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import { noteOf, type Reached } from './reach';

/** Staff of the place read their neighbours' names in full; a leader and a supervisor do not. */
export const readsInFull = (call: Call<Principal>, { unit }: Reached): boolean =>
  tiesFor(call, 'seeAttendance', { unitPath: unit.path }).includes('worker');

/** One page of an activity's list with the names: in full, and noted, where staff of the place ask for it; masked else. */
export async function withNames<Row extends { readonly residentId: string }>(
  call: Call<Principal>,
  reached: Reached,
  rows: readonly Row[],
  masked: boolean,
): Promise<(Row & { readonly name: string })[]> {
  const inFull = !masked && readsInFull(call, reached);
  const names = await namesOf(
    call.world,
    call.db,
    rows.map(({ residentId }) => residentId),
  );
  if (inFull) call.note(noteOf(reached.activity, { names: rows.length }));
  return rows.map((row) => {
    const name = names.get(row.residentId) ?? '';
    return { ...row, name: inFull ? name : maskName(name) };
  });
}
