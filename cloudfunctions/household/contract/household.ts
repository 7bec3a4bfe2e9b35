import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Id, Millis } from '../../kit/fields';
import { NAMES_AT_ONCE } from '../../values/limits';
import { STAFF, SUPERVISORS } from '../../values/roles';
import { MEMBERS_TOLD, Member } from './fields';

export const names = defineAction({
  name: 'household.names',
  summary: 'Names of residents whose ids staff already hold (role holders, arrivals); masked for supervisors.',
  input: z.strictObject({ residentIds: z.array(Id).min(1).max(NAMES_AT_ONCE) }),
  output: z.strictObject({
    names: z
      .array(z.strictObject({ residentId: Id, name: z.string() }))
      .max(NAMES_AT_ONCE)
      .describe('Of those whom the caller reaches; others are left out.'),
  }),
  refusals: [],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});

export const get = defineAction({
  name: 'household.get',
  summary: 'One household with its members, for its own members and for the staff of its community.',
  input: z.strictObject({ householdId: Id }),
  output: z.strictObject({
    householdId: Id,
    number: z.string().describe('As the community counts its households.'),
    address: z.string(),
    phone: z.string().nullable().describe('Of the head.'),
    unitId: Id.describe('The grid or group.'),
    unitName: z.string(),
    communityId: Id,
    communityName: z.string(),
    headId: Id.nullable(),
    poolAgreed: z
      .boolean()
      .describe(
        'The head lets adults spend the household’s own account. Each person’s points are another matter: members[].agreedToPool.',
      ),
    card: z.strictObject({ version: z.int(), issuedAtMs: Millis }).nullable().describe('null where none is valid.'),
    members: z.array(Member).max(MEMBERS_TOLD),
  }),
  refusals: ['HOUSEHOLD_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});
