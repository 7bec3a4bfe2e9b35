import * as z from 'zod';
import { Id, Sex } from '../../kit/fields';

/** Why an application is turned down. */
export const RefusedBecause = z.enum(['notLivingHere', 'notMatching', 'alreadyBound', 'other']);

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
  agreedToPool: z.boolean().describe('This person lets the household redeem with their points.'),
  mayActFor: z
    .boolean()
    .describe('The caller may act for this person: as guardian, helper or head of an assisted member.'),
});
