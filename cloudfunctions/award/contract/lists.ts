import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { DateText, HolderKind, Id, Limit, Millis, Total } from '../../kit/fields';
import { STAFF } from '../../values/roles';

export const recent = defineAction({
  name: 'award.recent',
  summary: 'What the caller awarded lately in a community, items and people, for fewer taps; and what was given today.',
  input: z.strictObject({ unitId: Id }),
  output: z.strictObject({
    itemIds: z.array(Id).max(12).describe('What the caller awarded lately, newest first.'),
    residentIds: z.array(Id).max(12).describe('Whom the caller awarded lately, newest first.'),
    regularIds: z
      .array(Id)
      .max(12)
      .describe("Residents who come most often to the community's deeds in the last 90 days."),
    today: z
      .strictObject({ people: Total, points: Total })
      .describe(
        'What was posted in the community today (Asia/Shanghai), by anybody: awards and check-ins. people: how many holders.',
      ),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const neighbours = defineAction({
  name: 'award.neighbours',
  summary:
    'Thanks to neighbours: the newest posted deeds of a community, people masked unless they agreed to be named.',
  input: z.strictObject({ unitId: Id, limit: Limit.default(10) }),
  output: z.strictObject({
    thanks: z
      .array(
        z.strictObject({
          holderKind: HolderKind,
          name: z.string().describe('Masked unless they agreed to be named.'),
          deed: z.string().describe('The name of the item.'),
          category: z.string(),
          deedDate: DateText,
          postedAtMs: Millis,
        }),
      )
      .max(100),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [resident()],
  effect: 'read',
});
