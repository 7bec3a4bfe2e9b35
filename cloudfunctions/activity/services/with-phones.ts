import { personalDataOf, personsOf } from '../../household';
import type { Call } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import { noteOf, type Reached } from './reach';
import { readsInFull } from './with-names';

interface Contact {
  readonly phone: string | null;
  readonly isHeadsPhone: boolean;
}

/** How each is reached: by their own phone, or by their household head's; for staff of the place who ask for it, and noted. */
export async function withPhones<Row extends { readonly residentId: string }>(
  call: Call<Principal>,
  reached: Reached,
  rows: readonly Row[],
  isAsked: boolean,
): Promise<(Row & Contact)[]> {
  if (!isAsked || !readsInFull(call, reached)) return rows.map((row) => ({ ...row, phone: null, isHeadsPhone: false }));
  call.note(noteOf(reached.activity, { phones: rows.length }));
  const ids = rows.map(({ residentId }) => residentId);
  const persons = await personsOf(call.db, ids);
  const headIds = [...persons.values()].flatMap(({ headId }) => headId ?? []);
  const known = await personalDataOf(call.world, call.db, [...new Set([...ids, ...headIds])], 'phone');
  return rows.map((row) => {
    const own = known.get(row.residentId)?.phone ?? null;
    const heads = known.get(persons.get(row.residentId)?.headId ?? '')?.phone ?? null;
    return { ...row, phone: own ?? heads, isHeadsPhone: own === null && heads !== null };
  });
}
