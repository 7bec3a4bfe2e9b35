import * as z from 'zod';
import { defineAction, resident } from '../../kit/action';
import { Id, Millis } from '../../kit/fields';

export const personalCode = defineAction({
  name: 'household.personalCode',
  summary: "The caller's own code for staff to scan, or an assisted member's; it holds for five minutes.",
  input: z.strictObject({
    residentId: Id.optional().describe('Somebody for whom the caller may act; the caller when left out.'),
  }),
  output: z.strictObject({ qr: z.string().describe('The text of the QR picture.'), expiresAtMs: Millis }),
  refusals: ['RESIDENT_NOT_FOUND'],
  allow: [resident()],
  effect: 'read',
});

export const agreeToPool = defineAction({
  name: 'household.agreeToPool',
  summary:
    "Lets the household redeem with this member's points, or ends that; as head also for the household's own account.",
  input: z.strictObject({
    residentId: Id.optional().describe(
      'Somebody for whom the caller may act; the caller when left out. Not looked at with household: true.',
    ),
    household: z.boolean().default(false).describe('true: the household’s own account is meant, and its head asks.'),
    agreed: z.boolean().describe('false ends it.'),
  }),
  output: z.strictObject({
    agreed: z.boolean().describe('Whether it holds now: from 14 to 17 the child and a guardian both have to agree.'),
  }),
  refusals: ['RESIDENT_NOT_FOUND', 'ONLY_HEAD', 'GUARDIAN_CONSENT_NEEDED'],
  allow: [resident()],
  effect: 'write',
});

export const showMyName = defineAction({
  name: 'household.showMyName',
  summary:
    'Agrees to be named in full in public, or ends that; for a child under 14 the guardian agrees, from 14 to 17 both do. Until then names in public are masked.',
  input: z.strictObject({
    residentId: Id.optional().describe('Somebody for whom the caller may act; the caller when left out.'),
    shown: z.boolean().describe('false ends it.'),
  }),
  output: z.strictObject({
    shown: z.boolean().describe('Whether it holds now: from 14 to 17 the child and a guardian both have to agree.'),
  }),
  refusals: ['RESIDENT_NOT_FOUND', 'GUARDIAN_CONSENT_NEEDED'],
  allow: [resident()],
  effect: 'write',
});
