import * as z from 'zod';
import { AwardRefusal, GivingLimit } from '../../award/contract';
import { defineAction, role } from '../../kit/action';
import { Id, Millis, Points } from '../../kit/fields';
import { Balance } from '../../ledger/contract';
import { FOUND_BY, HELPED_AT_ONCE } from '../../values/activities';
import { STAFF } from '../../values/roles';

export const checkInResident = defineAction({
  name: 'activity.checkInResident',
  summary:
    'Staff check residents in: by a scanned personal code or household card, by name, or from the printed list afterwards. Only those of the activity’s community: visitors from elsewhere scan the live code themselves.',
  input: z.strictObject({
    activityId: Id,
    residentIds: z.array(Id).min(1).max(HELPED_AT_ONCE),
    how: z.enum(FOUND_BY).describe('How the person was found; kept with the arrival.'),
  }),
  output: z.strictObject({
    activityTitle: z.string(),
    points: Points,
    results: z
      .array(
        z.strictObject({
          residentId: Id,
          outcome: z.discriminatedUnion('state', [
            z.strictObject({
              state: z.literal('posted'),
              points: Points,
              after: Balance.nullable().describe('null for people whose household the caller’s role does not reach.'),
            }),
            z.strictObject({
              state: z.literal('refused'),
              code: z
                .union([AwardRefusal, z.literal('AT_ANOTHER_DOOR')])
                .describe(
                  'As the schema of AwardRefusal says; HOLDER_NOT_FOUND also for residents of elsewhere. AT_ANOTHER_DOOR: the card or personal code was shown at another activity within the last minute; whoever stands there in person is checked in by name.',
                ),
              door: z
                .strictObject({ activityTitle: z.string(), atMs: Millis })
                .exactOptional()
                .describe('For AT_ANOTHER_DOOR: where, and when.'),
              limit: GivingLimit.exactOptional(),
            }),
          ]),
        }),
      )
      .max(HELPED_AT_ONCE),
  }),
  refusals: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CANCELLED', 'ACTIVITY_NOT_OPEN', 'ACTIVITY_OVER'],
  allow: [role(...STAFF)],
  effect: 'write',
});
