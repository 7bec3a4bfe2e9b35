import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Id, Millis } from '../../kit/fields';
import { STAFF } from '../../values/roles';

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
