import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { DateText, Id, PersonName, Phone, Sentence, Sex, visibleText } from '../../kit/fields';
import { RELATION_MAX } from '../../values/limits';
import { STAFF } from '../../values/roles';
import { ConsentGiven } from './consent';

export const addHousehold = defineAction({
  name: 'household.addHousehold',
  summary: 'Staff register a household by actual residence: newcomers, tenants, the floating population.',
  input: z.strictObject({
    unitId: Id.describe('The grid, group or community where it lives.'),
    number: visibleText(20)
      .optional()
      .describe('As the community counts its households; the next free one when left out.'),
    address: Sentence,
    head: z.strictObject({
      name: PersonName,
      sex: Sex.optional(),
      bornOn: DateText.optional(),
      phone: Phone.optional(),
    }),
  }),
  output: z.strictObject({ householdId: Id, number: z.string(), headId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'HOUSEHOLD_EXISTS', 'BORN_IN_FUTURE'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const addMember = defineAction({
  name: 'household.addMember',
  summary: 'Staff add a person to a household; an assisted one gets a helper.',
  input: z.strictObject({
    householdId: Id,
    name: PersonName,
    relation: visibleText(RELATION_MAX).describe('To the head, in Chinese; 户主 only where there is none.'),
    sex: Sex.optional(),
    bornOn: DateText.optional(),
    phone: Phone.optional(),
    assisted: z.boolean().default(false).describe('Has no phone of their own.'),
    helperId: Id.optional().describe('An adult who acts for them.'),
    guardianConsent: ConsentGiven.optional().describe("Needed for a child under 14: the guardian's recorded consent."),
  }),
  output: z.strictObject({ residentId: Id }),
  refusals: ['HOUSEHOLD_NOT_FOUND', 'MEMBER_EXISTS', 'HELPER_NOT_FOUND', 'GUARDIAN_CONSENT_NEEDED', 'BORN_IN_FUTURE'],
  allow: [role(...STAFF)],
  effect: 'write',
});
