import * as z from 'zod';
import { defineAction, signedIn } from '../../kit/action';
import { Id, Millis, Sex } from '../../kit/fields';
import { ROLES } from '../../values/roles';
import { MEMBERS_TOLD, Member, RefusedBecause, WordMissing } from './fields';

/** Nobody works in so many places; were it so, the first ones are told. */
export const ROLES_TOLD = 100;
/** Likewise. */
export const WARDS_TOLD = 50;

export const me = defineAction({
  name: 'household.me',
  summary: 'Who is calling: the resident, the household, the roles that hold today, an application under way.',
  input: z.strictObject({}),
  output: z.strictObject({
    identityId: Id,
    isDemo: z.boolean(),
    resident: z
      .strictObject({
        residentId: Id,
        name: z.string(),
        age: z.int().nullable().describe('In whole years today.'),
        sex: Sex.nullable(),
        namesShown: z.boolean().describe('Agreed to be named in full in public.'),
        namesWaitFor: WordMissing,
      })
      .nullable()
      .describe('null for a newcomer who is bound to nobody yet.'),
    household: z
      .strictObject({
        householdId: Id,
        number: z.string().describe('As the community counts its households.'),
        address: z.string(),
        communityId: Id,
        communityName: z.string(),
        unitName: z.string().describe('The grid or group.'),
        headId: Id.nullable(),
        headPhone: z.string().nullable().describe('Of the head: who lives together may call them.'),
        poolAgreed: z
          .boolean()
          .describe(
            'The head lets adults spend the household’s own account. Each person’s points are another matter: members[].agreedToPool.',
          ),
        members: z.array(Member).max(MEMBERS_TOLD),
        gridWorker: z
          .strictObject({
            name: z.string(),
            phone: z.string().nullable().describe('Of the grid or the community’s office.'),
          })
          .nullable(),
      })
      .nullable()
      .describe('null where the resident lives in no household of ours.'),
    wards: z
      .array(Member)
      .max(WARDS_TOLD)
      .describe(
        'Those of other households whose guardian the caller is by a paper; relation is that to their own head.',
      ),
    roles: z
      .array(
        z.strictObject({
          roleId: Id,
          role: z.enum(ROLES),
          unitId: Id,
          unitName: z.string(),
          communityId: Id.nullable().describe('The community in which this role works, null above community level.'),
          providerId: Id.nullable(),
          providerName: z.string().nullable(),
          societyId: Id.nullable(),
          societyName: z.string().nullable(),
        }),
      )
      .max(ROLES_TOLD),
    application: z
      .strictObject({
        applicationId: Id,
        communityName: z.string(),
        state: z.enum(['waiting', 'approved', 'refused', 'withdrawn']),
        refusedBecause: RefusedBecause.nullable().describe('Why it was turned down; null unless it was.'),
        createdAtMs: Millis,
      })
      .nullable()
      .describe('The newest one to be bound; null where there was none.'),
  }),
  refusals: [],
  allow: [signedIn()],
  effect: 'read',
});
