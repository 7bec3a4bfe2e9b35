import * as z from 'zod';
import { defineAction, signedIn } from '../../kit/action';
import { Id } from '../../kit/fields';
import { BIND_CODE, INVITE_MIN, SCANNED_MAX } from '../../values/codes';
import { ConsentGiven } from './consent';

const Bound = z.strictObject({
  residentId: Id,
  householdId: Id,
  name: z.string(),
});

export const bindByCard = defineAction({
  name: 'household.bindByCard',
  summary: 'Binds the caller to the resident for whom staff gave a code with the household card. 72 hours, five tries.',
  input: z.strictObject({
    card: z.string().trim().min(6).max(SCANNED_MAX).describe('The scanned card, or the ten digits printed on it.'),
    code: z.string().regex(BIND_CODE).describe('The six digits that staff gave out with the card.'),
    consent: ConsentGiven,
  }),
  output: Bound,
  refusals: ['CARD_OR_CODE_WRONG', 'BOUND_ALREADY', 'RESIDENT_BOUND_ALREADY', 'GUARDIAN_CONSENT_NEEDED'],
  allow: [signedIn()],
  effect: 'write',
});

export const acceptInvite = defineAction({
  name: 'household.acceptInvite',
  summary: 'Binds the caller to the member for whom the invite was made.',
  input: z.strictObject({
    code: z.string().trim().min(INVITE_MIN).max(SCANNED_MAX).describe('The scanned QR text, or the twelve characters.'),
    consent: ConsentGiven,
  }),
  output: Bound,
  refusals: ['INVITE_NOT_FOUND', 'INVITE_USED', 'CODE_EXPIRED', 'BOUND_ALREADY', 'RESIDENT_BOUND_ALREADY'],
  allow: [signedIn()],
  effect: 'write',
});
