/** How long ago a deed may lie that is awarded now. */
export const OLDEST_DEED_DAYS = 90;

/** How long whoever gave points may withdraw them; later the office corrects them. */
export const WITHDRAW_WITHIN_MS = 3_600_000;

/** Whose points: a resident's, a household's own, a society's. */
export const HOLDER_KINDS = ['resident', 'household', 'society'] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];
/** How often an item may count, null where there is no limit of that kind. */
export interface Caps {
  readonly personDay: number | null;
  readonly personMonth: number | null;
  readonly personYear: number | null;
  readonly householdDay: number | null;
  readonly householdMonth: number | null;
  readonly householdYear: number | null;
}

/** Over what an item's points are summed for a ceiling. Activity: of one activity, or of one giving. */
export const CEILING_KINDS = [
  ...(['personActivity', 'personDay', 'personMonth', 'personYear'] as const),
  ...(['householdActivity', 'householdDay', 'householdMonth', 'householdYear'] as const),
] as const;
export type CeilingKind = (typeof CEILING_KINDS)[number];
/** How many points an item may give, null where there is no limit of that kind. */
export type Ceilings = Readonly<Record<CeilingKind, number | null>>;
export const NO_CEILINGS: Ceilings = {
  ...{ personActivity: null, personDay: null, personMonth: null, personYear: null },
  ...{ householdActivity: null, householdDay: null, householdMonth: null, householdYear: null },
};

/** A value with a name: 国家级 50, 一等奖 10. */
export interface Grade {
  readonly name: string;
  readonly points: number;
}

/** What an item is worth: one value, one of its grades, or points for an amount of time. */
export interface Worth {
  /** With grades the least of them. */
  readonly points: number;
  readonly grades: readonly Grade[];
  /** The points are for so many completed half hours; null: an item that counts no time. */
  readonly perHalfHours: number | null;
}

const AN_HOUR = 2;

/**
 * Points for so many completed half hours. A rate by the hour counts each half hour; one for a longer time (每满10小时加2分)
 * counts that time, each time it is complete.
 */
export function pointsForTime(points: number, perHalfHours: number, halfHours: number): number {
  if (perHalfHours === AN_HOUR) return Math.floor((halfHours * points) / AN_HOUR);
  return Math.floor(halfHours / perHalfHours) * points;
}

/** All the values that an item can give at once. */
export const valuesOf = ({ points, grades }: Pick<Worth, 'points' | 'grades'>): readonly number[] =>
  grades.length > 0 ? grades.map((grade) => grade.points) : [points];

/** Whether anything limits an item. A society stands in no household: only what counts for each account limits it. */
export function hasCap(caps: Caps, holderKind: HolderKind, ceilings: Ceilings = NO_CEILINGS): boolean {
  const all = [...Object.entries(caps), ...CEILING_KINDS.map((kind) => [kind, ceilings[kind]] as const)];
  return all.some(
    ([kind, most]) =>
      most !== null && kind !== 'personActivity' && (holderKind !== 'society' || !kind.startsWith('household')),
  );
}

/** A community decides within the city's or district's range. */
export const isWithinRange = (
  points: number,
  { pointsMin, pointsMax }: { readonly pointsMin: number; readonly pointsMax: number },
): boolean => points >= pointsMin && points <= pointsMax;
