import * as z from 'zod';

/** The wordings that people were ever shown, oldest first: a client sends the newest, an old one stays good for those who read it. */
const CONSENT_VERSIONS = ['2026-11', '2026-12'] as const;

export type ConsentVersion = (typeof CONSENT_VERSIONS)[number];

export const NEWEST_CONSENT: ConsentVersion = '2026-12';

/** What was agreed to, and in which wording. */
export const ConsentGiven = z.strictObject({
  version: z
    .enum(CONSENT_VERSIONS)
    .describe(
      'The wording that was agreed to, by its year and month; a client shows and sends the newest, which is the last one here.',
    ),
  agreed: z.literal(true),
});
