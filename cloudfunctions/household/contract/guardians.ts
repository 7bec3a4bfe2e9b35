import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { DateText, Id } from '../../kit/fields';
import { SCANNED_MAX } from '../../values/codes';
import { GUARDIAN_PAPERS, MEND_REASONS } from '../../values/people';
import { STAFF } from '../../values/roles';

export const recordGuardian = defineAction({
  name: 'household.recordGuardian',
  summary:
    'By a paper that was shown, somebody is the guardian of a child, or of a grown-up who cannot act: they may do for them whatever a head may for the children of the household, wherever they live. Of a child it ends by itself when the child is 18.',
  input: z.strictObject({
    residentId: Id.describe('Whose guardian it is.'),
    guardianId: Id.optional().describe('Left out: whoever’s personal code was scanned.'),
    scanned: z
      .string()
      .trim()
      .min(1)
      .max(SCANNED_MAX)
      .optional()
      .describe('The personal code of a guardian who lives where the caller does not work: by showing it they agree.'),
    paper: z
      .enum(GUARDIAN_PAPERS)
      .describe(
        'Which one was shown: household register, birth certificate, adoption paper, a court’s ruling, an appointment by committee or civil affairs, an agreement before a notary. The first three speak of children alone.',
      ),
    paperOn: DateText.describe('The day that stands on it.'),
    until: DateText.optional().describe('Its last day, where the paper names one.'),
    instead: z
      .boolean()
      .describe(
        'In the place of those who acted until now: earlier guardians end, head and helper act for them no more, and what these agreed to is asked anew. false: beside them.',
      ),
  }),
  output: z.strictObject({ guardianshipId: Id }),
  refusals: [
    'RESIDENT_NOT_FOUND',
    'OWN_HOUSEHOLD',
    'GUARDIAN_UNFIT',
    'PAPER_ABOUT_CHILDREN',
    'PAPER_DAYS_IMPOSSIBLE',
    'CARD_NOT_FOUND',
    'CARD_REVOKED',
    'CODE_EXPIRED',
  ],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const endGuardian = defineAction({
  name: 'household.endGuardian',
  summary: 'Somebody is no longer a guardian by a paper. It stays written that they were.',
  input: z.strictObject({
    guardianshipId: Id,
    reason: z.enum(MEND_REASONS).describe('How it is known; wroteWrong: it was never so.'),
  }),
  output: z.strictObject({ ended: z.literal(true) }),
  refusals: ['GUARDIAN_NOT_FOUND', 'OWN_HOUSEHOLD'],
  allow: [role(...STAFF)],
  effect: 'write',
});
