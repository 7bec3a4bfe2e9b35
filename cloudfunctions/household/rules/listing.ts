import { ageOn, type BIRTHS, type BornPrecision, type PEOPLE_SORTS, type REACHES } from '../../values/people';
import { lendsToFamily } from './consent';
import { byPinyin, type Named } from './name';

type PeopleSort = (typeof PEOPLE_SORTS)[number];

/** Somebody of a list, as far as it can be sorted and sifted. */
export interface Listed extends Named {
  readonly bornOn: string | null;
  readonly bornPrecision: BornPrecision | null;
  readonly sex: 'female' | 'male' | null;
  readonly isAssisted: boolean;
  readonly isBound: boolean;
  readonly poolOwn: boolean;
  readonly poolGuardian: boolean;
  readonly householdId: string;
  readonly householdNumber: string;
  readonly unitName: string;
  /** Read only where the list is sorted or sifted by it. */
  readonly address: string;
}

/** Those alone; what is left out asks for nothing. */
export interface Only {
  readonly ageFrom?: number | undefined;
  readonly ageTo?: number | undefined;
  readonly sex?: 'female' | 'male' | undefined;
  readonly reach?: (typeof REACHES)[number] | undefined;
  readonly lends?: boolean | undefined;
  readonly birth?: (typeof BIRTHS)[number] | undefined;
  readonly address?: string | undefined;
}

const reachOf = ({ isBound, isAssisted }: Listed) => (isBound ? 'bound' : isAssisted ? 'assisted' : 'unbound');
const birthOf = ({ bornOn, bornPrecision }: Listed) =>
  bornOn === null ? 'unknown' : bornPrecision === 'day' ? 'known' : 'yearOnly';

function isOfAge({ bornOn }: Listed, { ageFrom = 0, ageTo = Number.POSITIVE_INFINITY }: Only, today: string): boolean {
  if (bornOn === null) return false;
  const age = ageOn(bornOn, today);
  return age >= ageFrom && age <= ageTo;
}

const asWritten = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** 2号 is a part of 2号2单元803 and none of 12号: a number is meant whole. */
export function isPartOfAddress(address: string, part: string): boolean {
  const [whole, asked] = [asWritten(address), asWritten(part)];
  const isDigit = (letter: string | undefined) => /\d/.test(letter ?? '');
  for (let at = whole.indexOf(asked); at >= 0; at = whole.indexOf(asked, at + 1)) {
    const end = at + asked.length;
    if (isDigit(asked[0]) && isDigit(whole[at - 1])) continue;
    if (isDigit(asked.at(-1)) && isDigit(whole[end])) continue;
    return true;
  }
  return false;
}

/** Somebody without a birthday is of no age: a list by age leaves them out, and the one of unknown births has them. */
export function sift(people: readonly Listed[], only: Only, today: string): Listed[] {
  const asksAge = only.ageFrom !== undefined || only.ageTo !== undefined;
  return people.filter(
    (one) =>
      (only.sex === undefined || one.sex === only.sex) &&
      (only.reach === undefined || reachOf(one) === only.reach) &&
      (only.lends === undefined || lendsToFamily(one, today) === only.lends) &&
      (only.birth === undefined || birthOf(one) === only.birth) &&
      (only.address === undefined || isPartOfAddress(one.address, only.address)) &&
      (!asksAge || isOfAge(one, only, today)),
  );
}

const words = new Intl.Collator('zh-u-co-pinyin', { numeric: true }); // 2号 before 11号
const WORDS: Readonly<Record<Exclude<PeopleSort, 'age' | 'name'>, (one: Listed) => string>> = {
  household: ({ householdNumber }) => householdNumber,
  address: ({ address }) => address,
  unit: ({ unitName }) => unitName,
};

/** The youngest first; of whom no birthday is known stand last, whichever way the list goes. */
function byAge(a: Listed, b: Listed, falling: boolean): number {
  if (a.bornOn === b.bornOn) return 0;
  if (a.bornOn === null) return 1;
  if (b.bornOn === null) return -1;
  return a.bornOn > b.bornOn !== falling ? -1 : 1;
}

/** The order of the whole list; who agrees stands by pinyin, and then by id, so that it is the same on every page. */
export function inPeopleOrder(by: PeopleSort, falling: boolean): (a: Listed, b: Listed) => number {
  const turned = falling ? -1 : 1;
  if (by === 'name') return (a, b) => turned * byPinyin(a, b);
  if (by === 'age') return (a, b) => byAge(a, b, falling) || byPinyin(a, b);
  const wordOf = WORDS[by];
  return (a, b) => turned * words.compare(wordOf(a), wordOf(b)) || byPinyin(a, b);
}

/** By what a room above knows of each; of whom it knows nothing stand last, whichever way the list goes. */
export function inOrderOf(
  values: ReadonlyMap<string, number | string>,
  falling: boolean,
): (a: Listed, b: Listed) => number {
  return (a, b) => {
    const [one, other] = [values.get(a.residentId), values.get(b.residentId)];
    if (one === other) return byPinyin(a, b);
    if (one === undefined) return 1;
    if (other === undefined) return -1;
    return one < other !== falling ? -1 : 1;
  };
}
