import { toggled } from '../checkbox/use-toggle';

/** The keys from one to the other, both among them, whichever stands first; the second alone where the first has gone. */
export function rangeOf(keys: readonly string[], from: string | undefined, to: string): readonly string[] {
  const one = from === undefined ? -1 : keys.indexOf(from);
  const other = keys.indexOf(to);
  if (one < 0 || other < 0) return [to];
  return keys.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/** A tick alone takes one or lets it go; with Shift it takes all from the one ticked before. */
export function ticked(
  chosen: readonly string[],
  keys: readonly string[],
  { key, from, range }: { key: string; from: string | undefined; range: boolean },
): readonly string[] {
  return range ? [...new Set([...chosen, ...rangeOf(keys, from, key)])] : toggled(chosen, key);
}

/** Of the rows that are shown all, none or some; those that are chosen and not shown stay as they are. */
export const stateOf = (chosen: readonly string[], keys: readonly string[]): boolean | 'mixed' => {
  const count = keys.filter((key) => chosen.includes(key)).length;
  return count === 0 ? false : count === keys.length ? true : 'mixed';
};

export const allOrNone = (chosen: readonly string[], keys: readonly string[]): readonly string[] =>
  stateOf(chosen, keys) === true ? chosen.filter((key) => !keys.includes(key)) : [...new Set([...chosen, ...keys])];
