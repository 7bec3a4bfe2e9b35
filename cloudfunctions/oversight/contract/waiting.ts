import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, Millis, Total } from '../../kit/fields';
import { STAFF } from '../../values/roles';
import { WAITING_KINDS, WAITING_TIMES_MAX } from '../../values/waiting';

export const waiting = defineAction({
  name: 'oversight.waiting',
  summary:
    'What waits for the caller in the community where they work, by kind, and since when; says of nothing whose it is, and leaves out what another person has to decide.',
  input: z.strictObject({ unitId: Id.describe('Where the caller works; its community is meant.') }),
  output: z.strictObject({
    kinds: z
      .array(
        z.strictObject({
          kind: z
            .enum(WAITING_KINDS)
            .describe(
              'application: to join the community; correction: to be decided; award: to be signed by a second person; household: newly registered, to be looked at; merge: records that are said to be one person, or two after all; slip: goods that another person counted, to be watched.',
            ),
          count: Total,
          sinceMs: z.array(Millis).max(WAITING_TIMES_MAX).describe('Since when each waits, the longest first.'),
        }),
      )
      .max(WAITING_KINDS.length)
      .describe('Those that the caller may decide, also where nothing waits.'),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});
