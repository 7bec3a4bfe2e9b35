import type { UnitLimits } from '../../values/unit-limits';

const NAMES = ['givenToOneADay', 'givenADay', 'givenAMonth'] as const;
type Name = (typeof NAMES)[number];

/** How many points one person gives in a day, of them to one household, and in a month: settings of the community. Null: no limit. */
export type GivingLimits = Readonly<Record<Name, number | null>>;
export const NO_GIVING_LIMITS: GivingLimits = { givenToOneADay: null, givenADay: null, givenAMonth: null };
export interface GivingLimit {
  readonly name: Name;
  readonly points: number;
  readonly leftPoints: number;
}

export interface Giving {
  readonly accountId: string;
  readonly householdId: string | null;
  readonly givenBy: string | null;
  /** Null where nobody gives. */
  readonly givingLimits: GivingLimits | null;
}

/** A second person has signed: the day's limits, which hold for one person alone, do not; the month's budget does. */
export const signedLimits = ({ givenAMonth }: GivingLimits): GivingLimits => ({
  ...NO_GIVING_LIMITS,
  givenAMonth,
});

/** What a giver has given today, in all or to one household or other holder. */
export const givenKey = (giver: string, receiver = 'all') => `given ${giver} ${receiver}`;
/** And this month. */
export const monthKey = (giver: string) => `given ${giver} month`;
const receiverOf = ({ householdId, accountId }: Giving) => householdId ?? accountId;

/** Under what each limit counts. */
const keysOf = (claim: Giving, giver: string): Readonly<Record<Name, string>> => ({
  givenToOneADay: givenKey(giver, receiverOf(claim)),
  givenADay: givenKey(giver),
  givenAMonth: monthKey(giver),
});

/** Where a posted claim counts as given. */
export const givenKeysOf = (claim: Giving): readonly string[] =>
  claim.givenBy === null ? [] : Object.values(keysOf(claim, claim.givenBy));

/** The limit that this award would take its giver beyond, with what is left of it. */
export function overGiving(claim: Giving, points: number, countOf: (key: string) => number): GivingLimit | null {
  const { givenBy, givingLimits } = claim;
  if (givenBy === null || givingLimits === null) return null;
  const keys = keysOf(claim, givenBy);
  for (const name of NAMES) {
    const most = givingLimits[name];
    if (most === null) continue;
    const leftPoints = Math.max(0, most - countOf(keys[name]));
    if (points > leftPoints) return { name, points: most, leftPoints };
  }
  return null;
}

/** Above what one person gives alone: to each holder, or to all of a request together. */
export interface Alone {
  readonly limitOf: 'each' | 'together';
  readonly pointsAlone: number;
}

/** Null where one person may give it alone. */
export function needsSecond(
  points: number,
  sum: number,
  { awardPointsAlone, awardPointsAtOnce }: Pick<UnitLimits, 'awardPointsAlone' | 'awardPointsAtOnce'>,
): Alone | null {
  if (points > awardPointsAlone) return { limitOf: 'each', pointsAlone: awardPointsAlone };
  return sum > awardPointsAtOnce ? { limitOf: 'together', pointsAlone: awardPointsAtOnce } : null;
}
