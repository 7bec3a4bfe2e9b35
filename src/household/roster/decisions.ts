import { BORN_PRECISIONS } from '../../../cloudfunctions/values/people';
import type { RequestFor } from '../../api';
import { bornWords } from '../../words/dates';
import { relationWords } from '../relation';
import type { Preview } from './finding-words';

export type UnclearRow = Preview['unclear'][number];
export type Candidate = UnclearRow['candidates'][number];
/** A row of a sheet. */
export type Place = Pick<UnclearRow, 'sheet' | 'row'>;
export const keyOf = ({ sheet, row }: Place) => `${row} ${sheet}`;

/** The resident's id, somebody new (or here all the same), or not this time. What nobody chose stays out, too. */
export type Choice = string | 'new' | 'leaveOut';
/** By `keyOf`. */
export type Choices = ReadonlyMap<string, Place & { readonly choice: Choice }>;

export const chosenOf = (choices: Choices, place: Place): Choice | undefined => choices.get(keyOf(place))?.choice;
export const withChoice = (choices: Choices, { sheet, row }: Place, choice: Choice): Choices =>
  new Map(choices).set(keyOf({ sheet, row }), { sheet, row, choice });

/** Rows that wait for another row have nothing to choose. */
export const isToDecide = ({ because }: UnclearRow) => because !== 'headUnclear';

/** How many rows go in by what a person chose. */
export const countDecided = (choices: Choices): number =>
  [...choices.values()].filter(({ choice }) => choice !== 'leaveOut').length;

/** Sheets are counted from 1, as the file has them. */
export const toSent = (
  choices: Choices,
  sheets: Preview['sheets'],
): NonNullable<RequestFor<'household.importRoster'>['decisions']> =>
  [...choices.values()].flatMap(({ choice, sheet, row }) => {
    const at = sheets.findIndex(({ name }) => name === sheet) + 1;
    return choice === 'leaveOut' ? [] : [{ sheet: at, row, residentId: choice === 'new' ? null : choice }];
  });

/** Another row that means this resident already: one person is one row. */
export const takenBy = (choices: Choices, place: Place, residentId: string): Place | undefined =>
  [...choices].find(([other, { choice }]) => other !== keyOf(place) && choice === residentId)?.[1];

const saidBorn = ({ bornOn, bornPrecision }: Pick<UnclearRow, 'bornOn' | 'bornPrecision'>): string =>
  bornOn === null || bornPrecision === null ? '没写生日' : `${bornWords(bornOn, bornPrecision)}生`;

/** 浏河 LH0012 户 · 户主 · 1960年1月2日生 */
export const rowWords = (row: UnclearRow) =>
  `${row.householdNumber} 户 · ${relationWords(row.relation)} · ${saidBorn(row)}`;

/** What is asked of a row. */
export function questionWords({ because, name, householdNumber }: UnclearRow): string {
  switch (because) {
    case 'saysGone':
      return `${name}还收不收？`;
    case 'otherHousehold':
      return `${name}是 ${householdNumber} 户的人吗？`;
    case 'headUnclear':
      return `${name}等户主`;
    default:
      return `${name}是登记过的那一位吗？`;
  }
}

export function becauseWords({ because, name, householdNumber, candidates, words }: UnclearRow): string {
  switch (because) {
    case 'birthDiffers':
      return candidates.length > 0
        ? `这一户登记着一位${name}，生日对不上。`
        : `这一户登记的${name}，表里已经有一行是他了。`;
    case 'livesElsewhere':
      return `别的户登记着一位${name}，生日也一样。`;
    case 'otherHousehold':
      return `${householdNumber} 登记的是别人家，名字一个也对不上。`;
    case 'saysGone':
      return `表里写着“${words ?? ''}”，不一定说的是本人。`;
    case 'headUnclear':
      return '这一户的户主先要收进来，这一行才能收。';
  }
}

/** How exactly a birthday is known. */
const finenessOf = ({ bornPrecision }: Pick<UnclearRow, 'bornPrecision'>) =>
  bornPrecision === null ? 0 : BORN_PRECISIONS.length - BORN_PRECISIONS.indexOf(bornPrecision);

/** What becomes of the row when it means this resident. */
export function candidateWords(row: UnclearRow, one: Candidate): { words: string; note: string } {
  const isHere = one.householdNumber === row.householdNumber;
  const learnsBirthday = finenessOf(row) > finenessOf(one);
  const stays = learnsBirthday ? '生日照表里的记' : '登记的姓名、生日不变，再导这份表还会问';
  const what = [relationWords(one.relation), saidBorn(one), one.address].filter(Boolean).join(' · ');
  return {
    words: isHere ? `是同一个人，就是登记的${one.name}` : `是同一个人，就是 ${one.householdNumber} 户的${one.name}`,
    note: `${what}。${isHere ? stays : '不重复登记，还在那一户'}`,
  };
}

export function newWords({ because, name }: UnclearRow): string {
  if (because === 'saysGone') return `${name}还在这里，照收`;
  return because === 'otherHousehold' ? '是这一户新来的人，登记进来' : '不是同一个人，新登记一位';
}

export const leaveOutWords = ({ because }: UnclearRow) =>
  because === 'saysGone' ? '不收，登记着的也不动' : '先不收，问清楚再导';
