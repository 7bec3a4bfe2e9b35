import * as z from 'zod';
import { Id, Sex, visibleText } from '../../kit/fields';
import { SCANNED_MAX } from '../../values/codes';
import { AGE_MAX, QUERY_MAX } from '../../values/limits';
import { BIRTHS, PLACES_MAX, REACHES } from '../../values/people';

/** Somebody of a list of people. */
export const FoundPerson = z.strictObject({
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

const ways = {
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
};
/** Of which unit, and by what one looks for them. */
export const peopleAsked = { unitId: Id, ...ways };

type Ways = { readonly [Way in keyof typeof ways]?: unknown };
export const isAskedOneWay = ({ query, scanned, residentIds }: Ways): boolean =>
  [query, scanned, residentIds].filter(Boolean).length <= 1;
export const ONE_WAY = 'one of query, scanned and residentIds';
export const ONE_WAY_SAID =
  'At most one of query, scanned and residentIds; with none of them the whole list. Sorted and sifted are the whole list and what a query finds.';

/** Those alone of a list of people. */
export const peopleOnly = {
  ageFrom: z.int().min(0).max(AGE_MAX).optional().describe('In whole years today, this age included.'),
  ageTo: z.int().min(0).max(AGE_MAX).optional().describe('In whole years today, this age included.'),
  sex: Sex.optional(),
  reach: z.enum(REACHES).optional().describe('Signs in themself; is served by a helper; neither.'),
  lends: z.boolean().optional().describe('Whether the household may redeem with their points.'),
  placeIds: z.array(Id).min(1).max(PLACES_MAX).optional().describe('Grids or groups: those who live in one of them.'),
  address: visibleText(QUERY_MAX)
    .optional()
    .describe('A part of the address, such as a building: 2号 is found in 2号2单元803 and not in 12号.'),
  birth: z.enum(BIRTHS).optional().describe('No birthday is known; only the year is.'),
};
export const ONLY_SAID = 'Those alone. Somebody without a known birthday is of no age.';
