import type { Call } from '../../kit/handler';
import { groupedBy } from '../../values/grouped-by';
import { MOBILE } from '../../values/limits';
import { plainName } from '../rules/name';
import { calledWithin } from '../store/called';
import { tokenOf } from './personal/seal';

/**
 * Who below a unit is meant by each of these words: a whole name, a mobile number, or the last four digits of a phone. All
 * of them are told; which one is meant, a person says.
 */
export async function peopleCalled(
  { world, db }: Call,
  unitPath: string,
  words: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const tokens = new Map([...new Set(words)].map((word) => [word, tokenFor(world, word)] as const));
  const rows = await calledWithin(db, unitPath, [...tokens.values()]);
  const byToken = groupedBy(
    rows,
    ({ token }) => token.toString('hex'),
    ({ residentId }) => residentId,
  );
  return new Map([...tokens].map(([word, token]) => [word, byToken.get(token.toString('hex')) ?? []]));
}

function tokenFor(world: Call['world'], word: string): Buffer {
  if (MOBILE.test(word)) return tokenOf(world, 'phone', word);
  return /^\d{4}$/.test(word) ? tokenOf(world, 'phoneTail', word) : tokenOf(world, 'name', plainName(word));
}
