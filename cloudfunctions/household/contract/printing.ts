import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, Total } from '../../kit/fields';
import { CARDS_AT_ONCE } from '../../values/limits';
import { STAFF } from '../../values/roles';

const Ids = z.array(Id).min(1).max(CARDS_AT_ONCE);

export const printCards = defineAction({
  name: 'household.printCards',
  summary:
    'The cards of many households to print on sheets, by household number: those that work as they are, a new one where there is none. None is replaced, and none that was replaced is told.',
  input: z
    .strictObject({
      householdIds: Ids.optional(),
      residentIds: Ids.optional().describe('The households where they live, each once.'),
    })
    .refine(({ householdIds, residentIds }) => !householdIds !== !residentIds, 'householdIds or residentIds')
    .describe('One of householdIds and residentIds.'),
  output: z.strictObject({
    cards: z
      .array(
        z.strictObject({
          householdId: Id,
          version: z.int().describe('Counts the cards of the household.'),
          qr: z.string().describe('The text of the QR picture.'),
          number: z.string().describe('Ten digits, to type instead.'),
          headName: z.string(),
          householdNumber: z.string().describe('As the community counts its households.'),
          address: z.string(),
          communityName: z.string(),
          phone: z.string().nullable().describe('Whom to call when it is lost: of the grid or the community’s office.'),
        }),
      )
      .max(CARDS_AT_ONCE),
    made: Total.describe('How many of them are new.'),
    passedOver: Total.describe('Households that have ended, and people who live in none.'),
  }),
  refusals: ['HOUSEHOLD_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'write',
});
