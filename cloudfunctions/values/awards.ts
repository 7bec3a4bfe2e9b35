/** How long ago a deed may lie that is awarded now. */
export const OLDEST_DEED_DAYS = 90;

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

/** Whether anything limits an item. A society stands in no household: only what counts for each account limits it. */
export function hasCap(caps: Caps, holderKind: HolderKind): boolean {
  const { personDay, personMonth, personYear, householdDay, householdMonth, householdYear } = caps;
  const ofHousehold = holderKind === 'society' ? [] : [householdDay, householdMonth, householdYear];
  return [personDay, personMonth, personYear, ...ofHousehold].some((cap) => cap !== null);
}

/** A community decides within the city's or district's range. */
export const isWithinRange = (
  points: number,
  { pointsMin, pointsMax }: { readonly pointsMin: number; readonly pointsMax: number },
): boolean => points >= pointsMin && points <= pointsMax;
