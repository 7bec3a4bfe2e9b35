/** The wordings that people were ever shown, oldest first: a client sends the newest, an old one stays good for those who read it. */
export const CONSENT_VERSIONS = ['2026-11', '2026-12'] as const;
export type ConsentVersion = (typeof CONSENT_VERSIONS)[number];

/** Of the words that stand in src/household/consent: other words are another version. */
export const NEWEST_CONSENT: ConsentVersion = '2026-12';
