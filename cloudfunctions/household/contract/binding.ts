import * as z from 'zod';
import { defineAction, resident, role, STAFF, signedIn } from '../../kit/action';
import { Id, Millis } from '../../kit/fields';
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
    card: z.string().trim().min(6).max(200).describe('The scanned card, or the ten digits printed on it.'),
    code: z
      .string()
      .regex(/^\d{6}$/)
      .describe('The six digits that staff gave out with the card.'),
    consent: ConsentGiven,
  }),
  output: Bound,
  refusals: [
    'CARD_NOT_FOUND',
    'CARD_REVOKED',
    'CODE_WRONG',
    'CODE_EXPIRED',
    'BOUND_ALREADY',
    'RESIDENT_BOUND_ALREADY',
    'GUARDIAN_CONSENT_NEEDED',
  ],
  allow: [signedIn()],
  effect: 'write',
});

export const issueCard = defineAction({
  name: 'household.issueCard',
  summary: 'Makes a household card to print; the card before it stops working.',
  input: z.strictObject({ householdId: Id }),
  output: z.strictObject({
    version: z.int().describe('Counts the cards of the household.'),
    qr: z.string().describe('The text of the QR picture.'),
    number: z.string().describe('Ten digits, to type instead.'),
    headName: z.string(),
    householdNumber: z.string().describe('As the community counts its households.'),
    communityName: z.string(),
  }),
  refusals: ['HOUSEHOLD_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const revokeCard = defineAction({
  name: 'household.revokeCard',
  summary: 'Stops a lost card at once.',
  input: z.strictObject({ householdId: Id }),
  output: z.strictObject({ revoked: z.boolean() }),
  refusals: ['HOUSEHOLD_NOT_FOUND', 'CARD_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'write',
});

export const issueBindCode = defineAction({
  name: 'household.issueBindCode',
  summary: 'Six digits that staff give to a resident with the card: 72 hours, five tries, once.',
  input: z.strictObject({ residentId: Id }),
  output: z.strictObject({ code: z.string().describe('Six digits. A code before it ends.'), expiresAtMs: Millis }),
  refusals: ['RESIDENT_NOT_FOUND', 'RESIDENT_BOUND_ALREADY', 'GUARDIAN_CONSENT_NEEDED'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const invite = defineAction({
  name: 'household.invite',
  summary:
    'The head invites a member of the household who is not bound yet: for a child under 14 the guardian’s consent, and the only way. One use, 72 hours.',
  input: z.strictObject({ residentId: Id }),
  output: z.strictObject({
    inviteId: Id,
    code: z.string().describe('Twelve characters to read aloud; an invite before it ends.'),
    qr: z.string().describe('The text of the QR picture.'),
    expiresAtMs: Millis,
  }),
  refusals: ['ONLY_HEAD', 'RESIDENT_NOT_FOUND', 'RESIDENT_BOUND_ALREADY'],
  allow: [resident()],
  effect: 'write',
});

export const acceptInvite = defineAction({
  name: 'household.acceptInvite',
  summary: 'Binds the caller to the member for whom the invite was made.',
  input: z.strictObject({
    code: z.string().trim().min(8).max(200).describe('The scanned QR text, or the twelve characters.'),
    consent: ConsentGiven,
  }),
  output: Bound,
  refusals: ['INVITE_NOT_FOUND', 'INVITE_USED', 'CODE_EXPIRED', 'BOUND_ALREADY', 'RESIDENT_BOUND_ALREADY'],
  allow: [signedIn()],
  effect: 'write',
});

export const unbind = defineAction({
  name: 'household.unbind',
  summary: 'Ends the caller’s own binding. Points and history stay with the resident; binding again is possible.',
  input: z.strictObject({}),
  output: z.strictObject({ unbound: z.literal(true) }),
  refusals: [],
  allow: [resident()],
  effect: 'write',
});

export const unbindResident = defineAction({
  name: 'household.unbindResident',
  summary:
    'Staff end the binding of somebody else: a lost phone, a wrong binding. Points and history stay; codes and invites handed out before end. Done already, it is done.',
  input: z.strictObject({ residentId: Id }),
  output: z.strictObject({ unbound: z.literal(true) }),
  refusals: ['RESIDENT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'write',
});
