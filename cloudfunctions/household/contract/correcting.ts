import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { DateText, Id, PersonName, Phone, Sentence, Sex } from '../../kit/fields';
import { CORRECTED_FIELDS } from '../../values/people';
import { STAFF } from '../../values/roles';
import { ChangedBecause, Relation } from './fields';

export const correctPerson = defineAction({
  name: 'household.correctPerson',
  summary:
    'Puts right what is registered of a person; what is left out stays. A day of birth decides who may have what, so both are kept.',
  input: z.strictObject({
    residentId: Id,
    name: PersonName.optional(),
    sex: Sex.optional(),
    born: z
      .discriminatedUnion('known', [
        z.strictObject({ known: z.literal('day'), on: DateText }),
        z.strictObject({
          known: z.literal('year'),
          year: z.int().min(1850).max(2200).describe('Of birth, four digits.'),
        }),
      ])
      .optional()
      .describe('Where only the year is known, its 31 December counts until staff confirm the day.'),
    phone: Phone.nullable().optional().describe('null takes it away.'),
    relation: Relation.optional(),
    reason: ChangedBecause,
  }),
  output: z.strictObject({
    changed: z.array(z.enum(CORRECTED_FIELDS)).max(CORRECTED_FIELDS.length).describe('Empty where all was so already.'),
  }),
  refusals: ['RESIDENT_NOT_FOUND', 'OWN_HOUSEHOLD', 'BORN_IN_FUTURE', 'MEMBER_EXISTS', 'HEAD_NEEDED'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const moveHousehold = defineAction({
  name: 'household.moveHousehold',
  summary:
    'A household as a whole, with its own account, its card and everybody in it, is put at another address, in another grid, or in another community that the caller works in too.',
  input: z.strictObject({
    householdId: Id,
    unitId: Id.describe(
      'The grid, group or community where it lives now; the same one where only the address changes.',
    ),
    address: Sentence,
    reason: ChangedBecause,
  }),
  output: z.strictObject({ number: z.string().describe('A new one in another community.') }),
  refusals: ['HOUSEHOLD_NOT_FOUND', 'UNIT_NOT_FOUND', 'OWN_HOUSEHOLD'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const changeHead = defineAction({
  name: 'household.changeHead',
  summary:
    'Somebody else speaks for a household from now on. The head’s consent to spending its own account ends: the new one is asked.',
  input: z.strictObject({
    householdId: Id,
    headId: Id.describe('A member, grown up where anybody is.'),
    formerRelation: Relation.describe('What the former head is to the new one.'),
    reason: ChangedBecause,
  }),
  output: z.strictObject({ headId: Id }),
  refusals: ['HOUSEHOLD_NOT_FOUND', 'RESIDENT_NOT_FOUND', 'OWN_HOUSEHOLD', 'HEAD_NEEDED'],
  allow: [role(...STAFF)],
  effect: 'write',
});
