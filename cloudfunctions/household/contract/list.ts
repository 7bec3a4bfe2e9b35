import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { CountOfAll, Cursor, Id, Limit, Sort, Total } from '../../kit/fields';
import { HOUSEHOLD_SORTS } from '../../values/people';
import { STAFF } from '../../values/roles';

const Home = z.strictObject({
  householdId: Id,
  number: z.string().describe('As the community counts its households.'),
  address: z.string(),
  unitName: z.string().describe('The grid or group.'),
  headName: z.string().describe('Empty where nobody speaks for it.'),
  memberCount: Total.describe('Who live there today.'),
  boundCount: Total.describe('How many of them sign in themselves.'),
  hasCard: z.boolean().describe('A card of it works.'),
  poolAgreed: z.boolean().describe('The head lets its adults spend its own account.'),
});

export const list = defineAction({
  name: 'household.list',
  summary:
    'Households of a unit for its staff, sorted, sifted and counted as a whole; those that have ended are left out.',
  input: z.strictObject({
    unitId: Id,
    sort: Sort(HOUSEHOLD_SORTS).default({ by: 'number', falling: false }),
    only: z
      .strictObject({
        alone: z.boolean().optional().describe('true: one person lives there.'),
        bound: z.boolean().optional().describe('Whether anybody of it signs in.'),
        card: z.boolean().optional().describe('Whether a card of it works.'),
        headed: z.boolean().optional().describe('Whether somebody speaks for it.'),
      })
      .default({})
      .describe('Those alone.'),
    cursor: Cursor.optional(),
    limit: Limit.default(30),
  }),
  output: z.strictObject({ households: z.array(Home), count: CountOfAll, nextCursor: Cursor.nullable() }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});
