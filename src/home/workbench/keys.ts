import { menuGroups } from '../../components/side-menu/entries';

/** After G: the sound with which the word begins, or one that is free; by key of the side menu's entry. */
const LETTERS: Readonly<Record<string, string>> = {
  award: 'f',
  activity: 'h',
  people: 'm',
  applications: 'r',
  roster: 'c',
  redeem: 'x',
  desk: 'd',
  counter: 'w',
  shelf: 'z',
  rewards: 'j',
  kinds: 'l',
  guidelines: 'k',
  catalogue: 'g',
  second: 'q',
  corrections: 'b',
  units: 'e',
  limits: 'n',
  team: 't',
  unitChanges: 'u',
};

export interface Way {
  readonly key: string;
  readonly letter: string;
  readonly word: string;
  readonly path: string;
}

/** Where a letter leads: the side menu's entries that somebody may use. */
export const waysOf = (allowed: readonly string[]): Way[] =>
  menuGroups
    .flatMap(({ entries }) => entries)
    .flatMap(({ key, word, path }) => {
      const letter = LETTERS[key];
      return letter && allowed.includes(key) ? [{ key, letter, word, path }] : [];
    });
