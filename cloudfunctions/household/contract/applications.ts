import * as z from 'zod';
import { defineAction, role, STAFF, signedIn } from '../../kit/action';
import { Cursor, DateText, Id, Limit, Millis, PersonName, Phone, Sentence, Sex, visibleText } from '../../kit/fields';
import { ConsentGiven } from './consent';

/** Why an application is turned down. */
export const RefusedBecause = z.enum(['notLivingHere', 'notMatching', 'alreadyBound', 'other']);

export const applyToBind = defineAction({
  name: 'household.applyToBind',
  summary: 'Asks a community to be recorded as living there; a grid worker decides.',
  input: z.strictObject({
    communityId: Id,
    name: PersonName,
    phone: Phone,
    address: Sentence,
    bornOn: DateText.optional(),
    sex: Sex.optional(),
    consent: ConsentGiven,
  }),
  output: z.strictObject({ applicationId: Id, state: z.literal('waiting') }),
  refusals: ['UNIT_NOT_FOUND', 'BOUND_ALREADY', 'APPLICATION_WAITING', 'BORN_IN_FUTURE', 'GUARDIAN_CONSENT_NEEDED'],
  allow: [signedIn()],
  effect: 'write',
});

export const withdrawApplication = defineAction({
  name: 'household.withdrawApplication',
  summary: 'Takes back an application that nobody has decided yet.',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ state: z.literal('withdrawn') }),
  refusals: ['APPLICATION_NOT_FOUND', 'APPLICATION_DECIDED'],
  allow: [signedIn()],
  effect: 'write',
});

const Match = z.strictObject({
  residentId: Id,
  name: z.string(),
  householdId: Id,
  householdNumber: z.string().describe('As the community counts its households.'),
  address: z.string(),
  age: z.int().nullable().describe('In whole years today.'),
  agrees: z
    .array(z.enum(['name', 'phone', 'address', 'bornOn']))
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
          .describe('At most five residents of the roster who could be meant, to choose from for decideApplication.'),
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const applicationsWaiting = defineAction({
  name: 'household.applicationsWaiting',
  summary:
    'How many applications wait in the caller’s community and since when, without saying whose: to remind of them.',
  input: z.strictObject({ unitId: Id.describe('Where the caller works; all that wait in its community are counted.') }),
  output: z.strictObject({
    count: z.int().min(0).describe('How many wait for a decision.'),
    oldestAtMs: Millis.nullable().describe('When the one that has waited longest came in; null when none waits.'),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const decideApplication = defineAction({
  name: 'household.decideApplication',
  summary:
    'Approves an application as a resident of the roster, as a new member of a household or as a new household; or refuses it with a reason.',
  input: z.strictObject({
    applicationId: Id,
    decision: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('resident'), residentId: Id }),
      z.strictObject({
        kind: z.literal('newMember'),
        householdId: Id,
        relation: visibleText(10).describe('To the head, in Chinese.'),
      }),
      z.strictObject({ kind: z.literal('newHousehold'), unitId: Id }),
      z.strictObject({
        kind: z.literal('refuse'),
        because: RefusedBecause.describe('What the applicant is told.'),
      }),
    ]),
  }),
  output: z.strictObject({
    state: z.enum(['approved', 'refused']),
    residentId: Id.nullable().describe('The resident as whom the applicant is bound now; null when refused.'),
  }),
  refusals: [
    'APPLICATION_NOT_FOUND',
    'APPLICATION_DECIDED',
    'RESIDENT_NOT_FOUND',
    'RESIDENT_BOUND_ALREADY',
    'HOUSEHOLD_NOT_FOUND',
    'UNIT_NOT_FOUND',
    'BOUND_ALREADY',
    'MEMBER_EXISTS',
    'OWN_APPLICATION',
    'GUARDIAN_CONSENT_NEEDED',
  ],
  allow: [role(...STAFF)],
  effect: 'write',
});
