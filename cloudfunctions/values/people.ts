/** Whole years reached on `on`; someone born on 29 February turns a year older on 1 March. */
export function ageOn(bornOn: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** Who acts for themselves and spends what a household has in common. */
export const ADULT_AT = 18;
/** Below it a guardian's consent is recorded before a child takes part (PIPL, article 31). */
export const CONSENT_BELOW = 14;

/** In whole years, null where no date of birth is known: then somebody counts as grown up. */
type Age = number | null;
export const isUnderAge = (age: Age): boolean => age !== null && age < ADULT_AT;
/** So young that a guardian has to agree. */
export const isYoung = (age: Age): age is number => age !== null && age < CONSENT_BELOW;
