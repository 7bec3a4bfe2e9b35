import * as z from 'zod';
import { Sentence } from '../../kit/fields';
import { CAP_TIMES_MAX } from '../../values/limits';

const Cap = z.int().min(1).max(CAP_TIMES_MAX).nullable().default(null).describe('Times; null: no limit of this kind.');

export const Caps = z
  .strictObject({
    personDay: Cap,
    personMonth: Cap,
    personYear: Cap,
    householdDay: Cap,
    householdMonth: Cap,
    householdYear: Cap,
  })
  .describe(
    'How often an item may count, by the deed’s date in Asia/Shanghai: for one person, and for everybody of a household together.',
  );

export const LegalDuty = z.strictObject({
  isDuty: z.boolean().describe('Whether law asks for the deed anyway: then it earns nothing.'),
  reason: Sentence.describe('Why it is one, or is none.'),
});
