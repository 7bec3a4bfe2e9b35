import * as z from 'zod';
import { CONSENT_VERSIONS } from '../../values/consent';

/** What was agreed to, and in which wording. */
export const ConsentGiven = z.strictObject({
  version: z
    .enum(CONSENT_VERSIONS)
    .describe(
      'The wording that was agreed to, by its year and month; a client shows and sends the newest, which is the last one here.',
    ),
  agreed: z.literal(true),
});
