import * as z from 'zod';
import { anyone, defineAction, resident, role, STAFF } from '../kit/action';
import { Cursor, DateText, HolderKind, Id, Limit, Millis, Points, Total } from '../kit/fields';

/** As far as the table can count. */
const Seq = z.int().min(1).max(2_147_483_647).describe('An entry’s place in its account, from 1.');
export const EntryKind = z.enum(['credit', 'hold', 'redeem', 'release', 'correction']);
const EntrySource = z.enum(['checkIn', 'give', 'voucher', 'correction', 'opening']);

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

const Entry = z.strictObject({
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

const Hex = z
  .string()
  .regex(/^[0-9a-f]+$/)
  .describe('Bytes, as lower-case hexadecimal.');

/** Everything that is hashed of an entry, in this order; see rules/entry canonicalEntry. */
export const CanonicalEntry = z.strictObject({
  accountId: Id,
  seq: z.int().min(1),
  kind: EntryKind,
  points: Points,
  title: z.string().max(80),
  source: EntrySource,
  sourceId: z
    .string()
    .max(100)
    .describe(
      'What makes it unique in its account: of a check-in the activity’s id, of an award its requestId, of a voucher’s entries its id, of a correction its id.',
    ),
  unitId: Id,
  itemId: Id.nullable(),
  itemVersion: z.int().nullable().describe('The version of the item that counted.'),
  deedDate: DateText,
  postedAtMs: Millis,
  correctsSeq: z.int().nullable().describe('For a correction: the entry that it corrects.'),
});

export const Checkpoint = z.strictObject({
  unitId: Id,
  day: DateText,
  leafCount: z.int().min(1).describe('Entries and heads of accounts.'),
  root: Hex,
  prevHash: Hex.describe('hash of the community’s checkpoint before it; 64 zeros for its first.'),
  hash: Hex,
  keyId: Hex.describe('The first 16 digits of publicKey.'),
  signature: Hex.describe('Ed25519, 64 bytes.'),
});

/** An entry, its path and the signed root: verifies without the server, against a published checkpoint and key. */
export const Receipt = z.strictObject({
  version: z.literal(1),
  entry: CanonicalEntry,
  prevHash: Hex.describe('hash of the account’s entry before it; 64 zeros for its first.'),
  hash: Hex,
  path: z
    .array(z.strictObject({ side: z.enum(['left', 'right']), hash: Hex }))
    .max(64)
    .describe('From the leaf up; side: where the sibling stands.'),
  checkpoint: Checkpoint,
});

export const receipt = defineAction({
  name: 'ledger.receipt',
  summary: 'The receipt of one entry. Before the night’s checkpoint it says from when there will be one.',
  input: z.strictObject({ accountId: Id, seq: Seq }),
  output: z.strictObject({
    entry: Entry,
    hash: Hex.describe('Of the entry.'),
    receipt: Receipt.nullable().describe(
      'null before the checkpoint of its day. How to check it: see Receipts in the description of this document.',
    ),
    dueAtMs: Millis.describe("When the checkpoint of the entry's day is due."),
    publicKey: Hex.describe('Ed25519, the raw 32 bytes.'),
  }),
  refusals: ['ENTRY_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

export const verifyReceipt = defineAction({
  name: 'ledger.verifyReceipt',
  summary:
    'Whether a receipt is genuine: entry, path, root and signature, and whether the checkpoint is the published one.',
  input: z.strictObject({ receipt: Receipt }),
  output: z.strictObject({
    verdict: z
      .enum(['genuine', 'altered', 'unknownCheckpoint', 'unknownKey'])
      .describe(
        'unknownKey: not signed by our key; altered: does not hold together; unknownCheckpoint: signed by us and not published; else genuine.',
      ),
  }),
  refusals: [],
  allow: [anyone()],
  effect: 'read',
});

export const checkpoints = defineAction({
  name: 'ledger.checkpoints',
  summary: 'Published checkpoints of a community, newest first, and the public key.',
  input: z.strictObject({
    unitId: Id,
    cursor: Cursor.optional(),
    limit: Limit.default(31),
  }),
  output: z.strictObject({
    checkpoints: z.array(Checkpoint),
    publicKey: Hex.describe('Ed25519, the raw 32 bytes.'),
    keyId: Hex.describe('Of publicKey. A checkpoint with another was signed by an earlier key.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [anyone()],
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
  refusals: ['CORRECTION_NOT_FOUND', 'CORRECTION_DECIDED', 'OWN_PROPOSAL'],
  allow: [role('communityAdmin')],
  effect: 'write',
});
