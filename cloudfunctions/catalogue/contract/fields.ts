import * as z from 'zod';
import { optionalLines, Points, Sentence, visibleText } from '../../kit/fields';
import {
  CAP_TIMES_MAX,
  GRADE_NAME_MAX,
  GRADES_MAX,
  HALF_HOURS_MAX,
  POINTS_MAX,
  SENTENCE_MAX,
} from '../../values/limits';

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

const Ceiling = z
  .int()
  .min(1)
  .max(POINTS_MAX)
  .nullable()
  .default(null)
  .describe('Points; null: no limit of this kind.');

export const Ceilings = z
  .strictObject({
    personActivity: Ceiling,
    personDay: Ceiling,
    personMonth: Ceiling,
    personYear: Ceiling,
    householdActivity: Ceiling,
    householdDay: Ceiling,
    householdMonth: Ceiling,
    householdYear: Ceiling,
  })
  .describe(
    'How many points an item may give, by the deed’s date in Asia/Shanghai: at one activity or giving, in a day, a month, a year; to one person, and to everybody of a household together. What would go above is refused with what is left; points for time are given up to it.',
  );

export const Grades = z
  .array(z.strictObject({ name: visibleText(GRADE_NAME_MAX), points: Points }))
  .max(GRADES_MAX)
  .describe('Named values (国家级 50, 省级 30), of which one is chosen when awarding; empty: the item has one value.');

export const PerHalfHours = z
  .int()
  .min(1)
  .max(HALF_HOURS_MAX)
  .nullable()
  .describe(
    'The points are for so many completed half hours; null: the item counts no time. By the hour (2) each half hour counts, a longer time each time it is complete.',
  );

export const Condition = optionalLines(SENTENCE_MAX).describe(
  'What has to be so, in words that are shown: 满3次, 65岁以上.',
);

export const LegalDuty = z.strictObject({
  isDuty: z.boolean().describe('Whether law asks for the deed anyway: then it earns nothing.'),
  reason: Sentence.describe('Why it is one, or is none.'),
});
