import * as z from 'zod';
import { Id, Sex, visibleText } from '../../kit/fields';
import { RELATION_MAX } from '../../values/limits';
import { CHANGE_REASONS } from '../../values/people';

/** Why an application is turned down. */
export const RefusedBecause = z.enum(['notLivingHere', 'notMatching', 'alreadyBound', 'other']);

export const WordMissing = z
  .enum(['self', 'guardian'])
  .nullable()
  .describe('From 14 to 17 both agree: whose word is missing where the other’s is there.');

/** A household has a few; of a home of hundreds, registered as one, the first so many are told. */
export const MEMBERS_TOLD = 500;
export const Member = z.strictObject({
  residentId: Id,
  name: z.string(),
  relation: z.string().describe('To the head, in Chinese: 户主, 配偶, 子女.'),
  sex: Sex.nullable(),
  age: z.int().nullable().describe('In whole years today; null where no date of birth is known.'),
  isHead: z.boolean(),
  isAssisted: z.boolean().describe('Has no phone of their own: the head or a helper acts for them.'),
  isBound: z.boolean().describe('Somebody signs in as this person.'),
  namesShown: z.boolean().describe('Agreed to be named in full in public.'),
  namesWaitFor: WordMissing,
  agreedToPool: z
    .boolean()
    .describe('This person lets the household redeem with their points: whoever has to agree has.'),
  lendingWaitsFor: WordMissing,
  mayActFor: z
    .boolean()
    .describe('The caller may act for this person: as guardian, helper or head of an assisted member.'),
});

export const Relation = visibleText(RELATION_MAX).describe('To the head, in Chinese; 户主 for the head alone.');
export const ChangedBecause = z
  .enum(CHANGE_REASONS)
  .describe('Why, as it will stand in the history: what was shown or said, or what has happened.');
export const NextHead = Id.optional().describe(
  'Who speaks for those who stay, where the head goes: one of them, grown up where anybody is.',
);
