/** What items rest on, and rewards: a notice, a guideline item of city or district, a brand programme of the community. */
export const BASES = ['document', 'guideline', 'programme'] as const;
export type BasisKind = (typeof BASES)[number];

export const BASIS_CHANGES = ['corrected', 'ended'] as const;

/** What is registered of each, and may be put right. */
export const BASIS_FIELDS = {
  document: ['number', 'title', 'issuer', 'issuedOn'],
  guideline: ['name', 'category', 'pointsMin', 'pointsMax', 'countedPer', 'evidence', 'policyDocument'],
  programme: ['name', 'aim'],
} as const satisfies Record<BasisKind, readonly string[]>;
export type BasisField = (typeof BASIS_FIELDS)[BasisKind][number];
