import * as z from 'zod';
import { defineAction, resident, role, STAFF } from '../../kit/action';
import { Cursor, DateText, HolderKind, Id, Limit, Millis, Points, Total } from '../../kit/fields';

/** As far as the table can count. */
export const Seq = z.int().min(1).max(2_147_483_647).describe('An entry’s place in its account, from 1.');
export const EntryKind = z.enum(['credit', 'hold', 'redeem', 'release', 'correction']);
export const EntrySource = z.enum(['checkIn', 'give', 'voucher', 'correction', 'opening']);

/** Lifetime points only grow; available = lifetime − held − redeemed, never below 0 (rule 1). */
export const Balance = z.strictObject({
  lifetime: Total.describe('累计积分: all that was ever credited, less corrections.'),
  held: Total.describe('冻结: set aside for issued vouchers.'),
  redeemed: Total.describe('Used up by verified vouchers.'),
  available: Total.describe('可兑换积分: lifetime − held − redeemed.'),
});

export const balance = defineAction({
  name: 'ledger.balance',
  summary:
    "An account's points with its household's: the caller's own, a household member's, or any for staff of the community.",
  input: z.strictObject({ holderId: Id.optional() }),
  output: z.strictObject({
    holderId: Id.describe(
      'A resident, household or society: an account has the id of its holder. The caller when left out.',
    ),
    holderKind: HolderKind,
    balance: Balance,
    household: z
      .strictObject({
        householdId: Id,
        total: Balance.describe("Everyone's points and the household's own, together."),
        own: Balance.describe('Of the household’s own account.'),
        members: z.array(z.strictObject({ residentId: Id, balance: Balance })),
      })
      .nullable()
      .describe('null for a society, or a resident without a household.'),
    months: z
      .array(
        z.strictObject({
          month: z.string().regex(/^\d{4}-\d{2}$/),
          credited: Total.describe('By credits, by deedDate.'),
        }),
      )
      .describe(
        'Points credited per month, oldest first: what the tree rings are drawn from. Months without any are left out.',
      ),
  }),
  refusals: ['HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

export const Entry = z.strictObject({
  accountId: Id.describe('The id of the holder.'),
  seq: z.int().min(1).describe('Counts the entries of the account, from 1.'),
  kind: EntryKind.describe(
    'credit: + lifetime. hold: + held. redeem: held to redeemed. release: − held. correction: − lifetime of the credit that it names.',
  ),
  points: Points,
  title: z.string().describe('The deed or the reward, in words.'),
  source: EntrySource.describe(
    'What made it: a check-in, an award by staff, a voucher, a correction, or an opening balance.',
  ),
  deedDate: DateText,
  postedAtMs: Millis,
  unitName: z.string().describe('The community that it was posted in.'),
  correctsSeq: z.int().nullable().describe('For a correction: the entry that it corrects.'),
  correctedBySeq: z.int().nullable().describe('The correction of this entry, if any.'),
});

export const passbook = defineAction({
  name: 'ledger.passbook',
  summary: "An account's entries, newest first, by page; with the sums of the months on the page.",
  input: z.strictObject({
    holderId: Id.optional().describe('As in ledger.balance.'),
    cursor: Cursor.optional(),
    limit: Limit.default(30),
  }),
  output: z.strictObject({
    entries: z.array(Entry),
    months: z
      .array(
        z.strictObject({
          month: z.string(),
          credited: Total.describe('By credits.'),
          redeemed: Total.describe('By verified vouchers.'),
          corrected: Total.describe('By corrections.'),
        }),
      )
      .describe('Sums of whole months, by deedDate, that entries of the page fall into; newest first.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

const CorrectionReason = z.enum(['postedTwice', 'wrongPerson', 'wrongItem', 'didNotHappen']);

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
  allow: [role('communityStaff', 'communityAdmin')],
  effect: 'write',
});

export const corrections = defineAction({
  name: 'ledger.corrections',
  summary: 'Corrections waiting for a second person in a community.',
  input: z.strictObject({ unitId: Id }),
  output: z.strictObject({
    corrections: z.array(
      z.strictObject({
        correctionId: Id,
        entry: Entry,
        reason: CorrectionReason,
        proposedBy: Id.describe('A resident; household.names tells the name.'),
        proposedAtMs: Millis,
      }),
    ),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role('communityStaff', 'communityAdmin')],
  effect: 'read',
});

export const withdrawCorrection = defineAction({
  name: 'ledger.withdrawCorrection',
  summary:
    'Takes a proposed correction back, by who proposed it, while nobody has decided. The entry may be proposed anew.',
  input: z.strictObject({ correctionId: Id }),
  output: z.strictObject({ correctionId: Id }),
  refusals: ['CORRECTION_NOT_FOUND', 'CORRECTION_DECIDED', 'NOT_YOUR_PROPOSAL'],
  allow: [role('communityStaff', 'communityAdmin')],
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
