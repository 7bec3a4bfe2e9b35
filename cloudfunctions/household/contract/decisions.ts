import * as z from 'zod';
import { defineAction, role, signedIn } from '../../kit/action';
import { DateText, Id, PersonName, Phone, Sentence, Sex, visibleText } from '../../kit/fields';
import { RELATION_MAX } from '../../values/limits';
import { STAFF } from '../../values/roles';
import { ConsentGiven } from './consent';
import { RefusedBecause } from './fields';

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
        relation: visibleText(RELATION_MAX).describe('To the head, in Chinese.'),
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
