import type { HOUSEHOLD_SORTS } from '../../values/people';

/** A household of a list. */
export interface Home {
  readonly householdId: string;
  readonly number: string;
  readonly address: string;
  readonly unitName: string;
  readonly headId: string | null;
  readonly headName: string;
  readonly memberCount: number;
  readonly boundCount: number;
  readonly hasCard: boolean;
  readonly poolAgreed: boolean;
}

/** Those alone; what is left out asks for nothing. */
export interface OnlyHomes {
  readonly alone?: boolean | undefined;
  readonly bound?: boolean | undefined;
  readonly card?: boolean | undefined;
  readonly headed?: boolean | undefined;
}

const agrees = (wanted: boolean | undefined, is: boolean) => wanted === undefined || wanted === is;

export const siftHomes = (homes: readonly Home[], only: OnlyHomes): Home[] =>
  homes.filter(
    ({ memberCount, boundCount, hasCard, headId }) =>
      agrees(only.alone, memberCount === 1) &&
      agrees(only.bound, boundCount > 0) &&
      agrees(only.card, hasCard) &&
      agrees(only.headed, headId !== null),
  );

const words = new Intl.Collator('zh-u-co-pinyin', { numeric: true }); // 2号 before 11号
const WORDS = {
  number: ({ number }: Home) => number,
  address: ({ address }: Home) => address,
  unit: ({ unitName }: Home) => unitName,
  head: ({ headName }: Home) => headName,
  size: ({ memberCount }: Home) => String(memberCount),
} satisfies Record<(typeof HOUSEHOLD_SORTS)[number], (home: Home) => string>;

/** The order of the whole list; those that agree by their number, and then by id, so that it is the same on every page. */
export function inHomesOrder(by: keyof typeof WORDS, falling: boolean): (a: Home, b: Home) => number {
  const turned = falling ? -1 : 1;
  return (a, b) =>
    turned * words.compare(WORDS[by](a), WORDS[by](b)) ||
    words.compare(a.number, b.number) ||
    (a.householdId < b.householdId ? -1 : 1);
}
