import { NAMES_AT_ONCE } from '../../cloudfunctions/values/limits';
import { type Refused, read } from '../api';

/** Names by an id; empty of whom the caller does not reach. */
export type Names = Map<string, string>;

function chunksOf<One>(all: readonly One[], size: number): One[][] {
  const starts = Array.from({ length: Math.ceil(all.length / size) }, (_, i) => i * size);
  return starts.map((from) => all.slice(from, from + size));
}

/** Asks what people are called, as many at once as one may. */
export async function readPeople(ids: readonly string[], into: Names): Promise<Refused | undefined> {
  for (const residentIds of chunksOf(ids, NAMES_AT_ONCE)) {
    const answer = await read('household.names', { residentIds });
    if (!answer.ok) return answer;
    for (const id of residentIds) into.set(id, ''); // out of reach, unless told
    for (const { residentId, name } of answer.data.names) into.set(residentId, name);
  }
  return undefined;
}
