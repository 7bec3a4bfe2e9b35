import type { FamilyMember } from './served-by';

/** From 14 to 17 a child and a guardian both agree: whose word is still missing; undefined where none is. */
export function waitingWords(waitsFor: FamilyMember['lendingWaitsFor'], who: string): string | undefined {
  if (waitsFor === 'self') return `家长同意了，还要${who}自己点同意`;
  return waitsFor === 'guardian' ? `${who}同意了，还要家长点同意` : undefined;
}
