/** Below it a guardian agrees first, in years: the contract refuses with GUARDIAN_CONSENT_NEEDED. */
export const CONSENT_BELOW = 14;

export const isYoung = ({ age }: { readonly age: number | null }) => age !== null && age < CONSENT_BELOW;
