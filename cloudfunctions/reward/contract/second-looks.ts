import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, Id, Limit, Millis, Sentence, Total } from '../../kit/fields';
import { OFFICE, STAFF, SUPERVISORS } from '../../values/roles';

export const secondLooks = defineAction({
  name: 'reward.secondLooks',
  summary:
    'New households, registered by hand, whose first voucher at the desk waits until a second person has looked; with all that one needs to judge them.',
  input: z.strictObject({ unitId: Id.describe('A community.'), cursor: Cursor.optional(), limit: Limit.default(20) }),
  output: z.strictObject({
    looks: z.array(
      z.strictObject({
        householdId: Id,
        householdNumber: z.string().describe('As the community counts its households.'),
        memberNames: z.array(z.string()).max(30).describe('The head first; at most thirty.'),
        registeredByName: z.string(),
        registeredAtMs: Millis,
        askedByName: z.string().describe('Who was at the desk.'),
        askedAtMs: Millis,
        mayLook: z
          .boolean()
          .describe('false: the caller registered it, was at the desk, or lives there: somebody else looks.'),
        given: z
          .array(
            z.strictObject({
              givenByName: z.string().nullable().describe('null: they checked in themselves.'),
              points: Total,
              count: Total,
            }),
          )
          .max(20)
          .describe('By whom the household was given its points, most first.'),
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});

export const look = defineAction({
  name: 'reward.look',
  summary: 'A second person says whether a new household is there and may have vouchers at the desk.',
  input: z.strictObject({
    householdId: Id,
    isRight: z.boolean(),
    because: Sentence.optional().describe('Why not; needed with isRight: false.'),
  }),
  output: z.strictObject({ state: z.enum(['seen', 'turnedDown']) }),
  refusals: ['SECOND_LOOK_NOT_FOUND', 'NEEDS_OTHER_PERSON'],
  allow: [role(...OFFICE, ...SUPERVISORS)],
  effect: 'write',
});
