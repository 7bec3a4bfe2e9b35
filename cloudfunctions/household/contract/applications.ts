import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, Id, Limit, Millis } from '../../kit/fields';
import { STAFF } from '../../values/roles';

const Match = z.strictObject({
  residentId: Id,
  name: z.string(),
  householdId: Id,
  householdNumber: z.string().describe('As the community counts its households.'),
  address: z.string(),
  age: z.int().nullable().describe('In whole years today.'),
  agrees: z
    .array(z.enum(['name', 'phone', 'address', 'bornOn']))
    .max(4)
    .describe('What agrees with the application, so that a person can decide.'),
});

export const applications = defineAction({
  name: 'household.applications',
  summary:
    'Applications waiting in the caller’s units, oldest first, each with residents of the roster that could be meant.',
  input: z.strictObject({
    unitId: Id.describe('Where the caller works; all that wait in its community are told.'),
    cursor: Cursor.optional(),
    limit: Limit.default(20),
  }),
  output: z.strictObject({
    applications: z.array(
      z.strictObject({
        applicationId: Id,
        name: z.string(),
        phone: z.string(),
        address: z.string(),
        age: z.int().nullable().describe('In whole years today.'),
        createdAtMs: Millis,
        matches: z
          .array(Match)
          .max(5)
          .describe('At most five residents of the roster who could be meant, to choose from for decideApplication.'),
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});
