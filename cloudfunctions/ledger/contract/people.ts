import * as z from 'zod';
import {
  FoundPerson,
  isAskedOneWay,
  ONE_WAY,
  ONE_WAY_SAID,
  ONLY_SAID,
  peopleAsked,
  peopleOnly,
} from '../../household/contract';
import { defineAction, role } from '../../kit/action';
import { CountOfAll, Cursor, DateText, Limit, Sort, Total } from '../../kit/fields';
import { QUIET_DAYS_MAX } from '../../values/limits';
import { REGISTER_SORTS } from '../../values/people';
import { STAFF } from '../../values/roles';

export const people = defineAction({
  name: 'ledger.people',
  summary:
    'The register for the staff of a place: residents as household.find finds them, each with their points and the deed that was counted last, sorted, sifted and counted as a whole.',
  input: z
    .strictObject({
      ...peopleAsked,
      sort: Sort(REGISTER_SORTS).default({ by: 'name', falling: false }),
      only: z
        .strictObject({
          ...peopleOnly,
          quietDays: z
            .int()
            .min(1)
            .max(QUIET_DAYS_MAX)
            .optional()
            .describe('No deed of theirs in so many days, today included; also those who never had one.'),
        })
        .default({})
        .describe(ONLY_SAID),
      cursor: Cursor.optional(),
      limit: Limit.default(30),
    })
    .refine(isAskedOneWay, ONE_WAY)
    .describe(ONE_WAY_SAID),
  output: z.strictObject({
    people: z.array(
      FoundPerson.extend({
        points: z
          .strictObject({ lifetime: Total.describe('累计积分'), available: Total.describe('可兑换积分') })
          .nullable()
          .describe('Of this person alone; null where the caller may not see them.'),
        newest: z
          .strictObject({ deedDate: DateText, title: z.string() })
          .nullable()
          .describe(
            'The last deed by its day, those corrected left out; null where there is none, or none to be seen.',
          ),
        phoneTail: z.string().describe('The last four digits; empty where no phone is known.'),
      }),
    ),
    count: CountOfAll,
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND', 'CARD_NOT_FOUND', 'CARD_REVOKED', 'CODE_EXPIRED'],
  allow: [role(...STAFF)],
  effect: 'read',
});
