import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { CountOfAll, Cursor, Id, Limit, Sex, Sort, visibleText } from '../../kit/fields';
import { SCANNED_MAX } from '../../values/codes';
import { AGE_MAX, QUERY_MAX } from '../../values/limits';
import { BIRTHS, PEOPLE_SORTS, PLACES_MAX, REACHES } from '../../values/people';
import { STAFF, SUPERVISORS } from '../../values/roles';

const Person = z.strictObject({
  residentId: Id,
  name: z.string().describe('Masked for supervisors.'),
  age: z.int().nullable().describe('In whole years today; null where no date of birth is known.'),
  sex: Sex.nullable(),
  householdId: Id,
  householdNumber: z.string().describe('As the community counts its households.'),
  address: z.string().describe('Empty for supervisors.'),
  unitName: z.string().describe('The grid or group.'),
  relation: z.string().describe('To the head, in Chinese.'),
  isHead: z.boolean(),
  headName: z.string().describe('Whose household it is; empty for supervisors.'),
  isAssisted: z.boolean().describe('Has no phone of their own: the head or a helper acts for them.'),
  isBound: z.boolean().describe('Somebody signs in as this person.'),
  lends: z.boolean().describe('The household may redeem with this person’s points.'),
});

export const find = defineAction({
  name: 'household.find',
  summary:
    'Residents of a community for its staff: by name, name tail, phone or its last four digits, household number, household card or personal code; or the whole list, sorted and sifted as a whole. Supervisors find only who shows them a card or code, with the name masked and no address.',
  input: z
    .strictObject({
      unitId: Id,
      query: z
        .string()
        .trim()
        .max(QUERY_MAX)
        .optional()
        .describe('Name or part of it, phone, phone tail, household number.'),
      scanned: z
        .string()
        .trim()
        .max(SCANNED_MAX)
        .optional()
        .describe('The text of a scanned card or personal code, or the number typed from a card.'),
      residentIds: z
        .array(Id)
        .min(1)
        .max(100)
        .optional()
        .describe(
          'Residents whose ids staff hold already, such as those who come often: told in this order, on one page; those outside the unit are left out.',
        ),
      sort: Sort(PEOPLE_SORTS).default({ by: 'name', falling: false }),
      only: z
        .strictObject({
          ageFrom: z.int().min(0).max(AGE_MAX).optional().describe('In whole years today, this age included.'),
          ageTo: z.int().min(0).max(AGE_MAX).optional().describe('In whole years today, this age included.'),
          sex: Sex.optional(),
          reach: z.enum(REACHES).optional().describe('Signs in themself; is served by a helper; neither.'),
          lends: z.boolean().optional().describe('Whether the household may redeem with their points.'),
          placeIds: z
            .array(Id)
            .min(1)
            .max(PLACES_MAX)
            .optional()
            .describe('Grids or groups: those who live in one of them.'),
          address: visibleText(QUERY_MAX)
            .optional()
            .describe('A part of the address, such as a building: 2号 is found in 2号2单元803 and not in 12号.'),
          birth: z.enum(BIRTHS).optional().describe('No birthday is known; only the year is.'),
        })
        .default({})
        .describe('Those alone. Somebody without a known birthday is of no age.'),
      cursor: Cursor.optional(),
      limit: Limit.default(30),
    })
    .refine(
      ({ query, scanned, residentIds }) => [query, scanned, residentIds].filter(Boolean).length <= 1,
      'one of query, scanned and residentIds',
    )
    .describe(
      'At most one of query, scanned and residentIds; with none of them the whole list. Sorted and sifted are the whole list and what a query finds.',
    ),
  output: z.strictObject({
    people: z.array(Person),
    count: CountOfAll,
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND', 'CARD_NOT_FOUND', 'CARD_REVOKED', 'CODE_EXPIRED'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});
