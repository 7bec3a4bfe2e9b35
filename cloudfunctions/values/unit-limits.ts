/**
 * Above what a second person is asked for, and what one person may give in a day: settings of a community, each with a safe
 * value until its admin chooses another. The level above may draw a tighter bound for all its communities.
 */
export const UNIT_LIMITS = {
  /** Points of an item that one person may draft and publish alone. */
  itemPointsAlone: { normal: 0, loosest: 10, safer: 'less' },
  /** Points of one award, for one holder, that one person may give alone. */
  awardPointsAlone: { normal: 100, loosest: 1_000, safer: 'less' },
  /** Points of one giving, for all its holders together, that one person may give alone. */
  awardPointsAtOnce: { normal: 500, loosest: 5_000, safer: 'less' },
  /** Points that one person may give in a day, to all together. */
  givenADay: { normal: 5_000, loosest: 50_000, safer: 'less' },
  /** And to one household, or to one society. */
  givenToOneADay: { normal: 200, loosest: 2_000, safer: 'less' },
  /** Points that one person may give in a month, with those that a second one has signed. */
  givenAMonth: { normal: 30_000, loosest: 100_000, safer: 'less' },
  /** Days in which a household that staff registered by hand counts as new: its first voucher at the desk waits for a second look. */
  newHouseholdDays: { normal: 90, loosest: 7, safer: 'more' },
} as const satisfies Record<string, { normal: number; loosest: number; safer: 'less' | 'more' }>;

export type UnitLimit = keyof typeof UNIT_LIMITS;
export const UNIT_LIMIT_NAMES = Object.keys(UNIT_LIMITS) as UnitLimit[];
export type UnitLimits = Readonly<Record<UnitLimit, number>>;
/** No limit is ever as high. */
export const UNIT_LIMIT_MAX = 100_000;

/** The tighter of two values. */
export const tighter = (limit: UnitLimit, one: number, other: number): number =>
  UNIT_LIMITS[limit].safer === 'less' ? Math.min(one, other) : Math.max(one, other);
