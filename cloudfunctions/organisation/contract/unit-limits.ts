import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id } from '../../kit/fields';
import { APPOINTERS, STAFF, SUPERVISORS } from '../../values/roles';
import { UNIT_LIMIT_MAX, UNIT_LIMIT_NAMES } from '../../values/unit-limits';

const LimitName = z
  .enum(UNIT_LIMIT_NAMES)
  .describe(
    'itemPointsAlone: points of an item that one person may draft and publish; awardPointsAlone, awardPointsAtOnce: of one award, and of all awards of one request, that one person may give; givenADay, givenToOneADay: that one person may give in a day, to all and to one household; givenAMonth: in a month, signed ones included; newHouseholdDays: how long the first voucher at the desk of a household registered by hand waits for a second look.',
  );
const Value = z.int().min(0).max(UNIT_LIMIT_MAX);

export const limits = defineAction({
  name: 'organisation.limits',
  summary: 'Above what a second person is asked for in a unit, and what one person may give in a day.',
  input: z.strictObject({ unitId: Id.describe('A community; or a unit above it, which bounds those below.') }),
  output: z.strictObject({
    limits: z
      .array(
        z.strictObject({
          name: LimitName,
          value: Value.describe('What holds now.'),
          bound: Value.describe('The loosest that may be set here.'),
          isSet: z.boolean().describe('false: the safe value, since nobody has set another.'),
        }),
      )
      .max(UNIT_LIMIT_NAMES.length),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});

export const setLimit = defineAction({
  name: 'organisation.setLimit',
  summary:
    'Sets a limit of a community, within what the level above allows; on a unit above, the loosest for those below.',
  input: z.strictObject({ unitId: Id, name: LimitName, value: Value.describe('In points, or in days.') }),
  output: z.strictObject({ value: Value.describe('What holds now.') }),
  refusals: ['UNIT_NOT_FOUND', 'LIMIT_TOO_LOOSE'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});
