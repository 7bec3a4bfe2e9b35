import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, Id, Limit, Millis } from '../../kit/fields';
import { HOLDER_KINDS } from '../../values/awards';
import { OFFICE } from '../../values/roles';
import { Entry, Seq } from './fields';

export const CorrectionReason = z.enum(['postedTwice', 'wrongPerson', 'wrongItem', 'didNotHappen']);

export const proposeCorrection = defineAction({
  name: 'ledger.proposeCorrection',
  summary: 'Proposes to correct a credit that never should have been (rule 2). A second person decides.',
  input: z.strictObject({
    accountId: Id,
    seq: Seq,
    reason: CorrectionReason,
  }),
  output: z.strictObject({ correctionId: Id }),
  refusals: ['ENTRY_NOT_FOUND', 'NOT_A_CREDIT', 'CORRECTED_ALREADY', 'CORRECTION_WAITING'],
  allow: [role(...OFFICE)],
  effect: 'write',
});

const CorrectionHolder = z
  .strictObject({
    kind: z.enum(HOLDER_KINDS),
    id: Id,
    name: z.string().describe('In full; a household by its head. Empty for somebody who was erased.'),
    householdId: Id.nullable().describe('Where a resident lives now; of a household itself.'),
    householdHead: z.string().nullable().describe('Name of the head of that household.'),
  })
  .describe('Whose points they are.');

export const corrections = defineAction({
  name: 'ledger.corrections',
  summary: 'Corrections waiting for a second person in a community, those that wait longest first.',
  input: z.strictObject({ unitId: Id, cursor: Cursor.optional(), limit: Limit.default(20) }),
  output: z.strictObject({
    corrections: z.array(
      z.strictObject({
        correctionId: Id,
        entry: Entry,
        holder: CorrectionHolder,
        reason: CorrectionReason,
        proposedBy: Id.describe('A resident.'),
        proposedByName: z.string(),
        proposedAtMs: Millis,
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...OFFICE)],
  effect: 'read',
});

export const withdrawCorrection = defineAction({
  name: 'ledger.withdrawCorrection',
  summary:
    'Takes a proposed correction back, by who proposed it, while nobody has decided. The entry may be proposed anew.',
  input: z.strictObject({ correctionId: Id }),
  output: z.strictObject({ correctionId: Id }),
  refusals: ['CORRECTION_NOT_FOUND', 'CORRECTION_DECIDED', 'NOT_YOUR_PROPOSAL'],
  allow: [role(...OFFICE)],
  effect: 'write',
});

export const decideCorrection = defineAction({
  name: 'ledger.decideCorrection',
  summary:
    'Approves or refuses a proposed correction. Where the points are held or spent it is noted and the points stay.',
  input: z.strictObject({ correctionId: Id, approve: z.boolean().describe('false refuses it.') }),
  output: z.strictObject({
    state: z
      .enum(['approved', 'refused', 'noted'])
      .describe('noted: approved, and the points stay since they are held or spent.'),
    entrySeq: z.int().nullable().describe('The correction’s own entry, when one was written.'),
  }),
  refusals: ['CORRECTION_NOT_FOUND', 'CORRECTION_DECIDED', 'OWN_PROPOSAL', 'OWN_HOUSEHOLD'],
  allow: [role('communityAdmin')],
  effect: 'write',
});
