import type { RequestFor } from '../../api';
import { fullDayWords } from '../../words/dates';
import { relationWords } from '../relation';
import type { Preview } from './finding-words';

export type UnclearRow = Preview['unclear'][number];
export type Candidate = UnclearRow['candidates'][number];

/** By row: the resident's id, somebody new, or not this time. What nobody chose stays out, too. */
export type Choice = string | 'new' | 'leaveOut';
export type Choices = ReadonlyMap<number, Choice>;

/** Rows that wait for another row have nothing to choose. */
export const isToDecide = ({ because }: UnclearRow) => because !== 'headUnclear';

export const toSent = (choices: Choices): NonNullable<RequestFor<'household.importRoster'>['decisions']> =>
  [...choices].flatMap(([row, choice]) =>
    choice === 'leaveOut' ? [] : [{ row, residentId: choice === 'new' ? null : choice }],
  );

/** Another row that means this resident already: one person is one row. */
export const takenBy = (choices: Choices, row: number, residentId: string): number | undefined =>
  [...choices].find(([other, choice]) => other !== row && choice === residentId)?.[0];

function bornWords({ bornOn, bornPrecision }: Pick<UnclearRow, 'bornOn' | 'bornPrecision'>): string {
  if (bornOn === null) return '没写生日';
  return bornPrecision === 'year' ? `${bornOn.slice(0, 4)}年生` : `${fullDayWords(bornOn)}生`;
}

/** 浏河 LH0012 户 · 户主 · 1960年1月2日生 */
export const rowWords = (row: UnclearRow) =>
  `${row.householdNumber} 户 · ${relationWords(row.relation)} · ${bornWords(row)}`;

export function becauseWords({ because, name, householdNumber, candidates }: UnclearRow): string {
  switch (because) {
    case 'birthDiffers':
      return candidates.length > 0
        ? `这一户登记着一位${name}，生日对不上。`
        : `这一户登记的${name}，表里已经有一行是他了。`;
    case 'livesElsewhere':
      return `别的户登记着一位${name}，生日也一样。`;
    case 'otherHousehold':
      return `${householdNumber} 登记的是别人家，名字一个也对不上。`;
    case 'headUnclear':
      return '这一户的户主先要收进来，这一行才能收。';
  }
}

/** What becomes of the row when it means this resident. */
export function candidateWords(row: UnclearRow, one: Candidate): { words: string; note: string } {
  const isHere = one.householdNumber === row.householdNumber;
  const learnsBirthday = row.bornPrecision === 'day' && one.bornPrecision !== 'day';
  const stays = learnsBirthday ? '生日照表里的记' : '登记的姓名、生日不变，再导这份表还会问';
  const what = [relationWords(one.relation), bornWords(one), one.address].filter(Boolean).join(' · ');
  return {
    words: isHere ? `是同一个人，就是登记的${one.name}` : `是同一个人，就是 ${one.householdNumber} 户的${one.name}`,
    note: `${what}。${isHere ? stays : '不重复登记，还在那一户'}`,
  };
}

export const newWords = ({ because }: UnclearRow) =>
  because === 'otherHousehold' ? '是这一户新来的人，登记进来' : '不是同一个人，新登记一位';
