import * as z from 'zod';
import { anyone, defineAction, resident, role, STAFF } from '../kit/action';
import { Cursor, DateText, HolderKind, Id, Limit, Millis, Points, Total } from '../kit/fields';

/** An entry's place in its account, as far as the table can count. */
const Seq = z.int().min(1).max(2_147_483_647);
export const EntryKind = z.enum(['credit', 'hold', 'redeem', 'release', 'correction']);
const EntrySource = z.enum(['checkIn', 'give', 'voucher', 'correction', 'opening']);

/** Lifetime points only grow; available = lifetime − held − redeemed, never below 0 (rule 1). */
export const Balance = z.strictObject({
  lifetime: Total,
  held: Total,
  redeemed: Total,
  available: Total,
});

export const balance = defineAction({
  name: 'ledger.balance',
  summary:
    "An account's points with its household's: the caller's own, a household member's, or any for staff of the community.",
  input: z.strictObject({ holderId: Id.optional() }),
  output: z.strictObject({
    holderId: Id,
    holderKind: HolderKind,
    balance: Balance,
    household: z
      .strictObject({
        householdId: Id,
        /** Everyone's points and the household's own, together. */
        total: Balance,
        own: Balance,
        members: z.array(z.strictObject({ residentId: Id, balance: Balance })),
      })
      .nullable(),
    /** Points credited per month, oldest first: what the tree rings are drawn from. */
    months: z.array(
      z.strictObject({
        month: z.string().regex(/^\d{4}-\d{2}$/),
        credited: Total,
      }),
    ),
  }),
  refusals: ['HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

const Entry = z.strictObject({
  accountId: Id,
  seq: z.int().min(1),
  kind: EntryKind,
  points: Points,
  /** The deed or the reward, in words. */
  title: z.string(),
  source: EntrySource,
  deedDate: DateText,
  postedAtMs: Millis,
  unitName: z.string(),
  correctsSeq: z.int().nullable(),
  correctedBySeq: z.int().nullable(),
});

export const passbook = defineAction({
  name: 'ledger.passbook',
  summary: "An account's entries, newest first, by page; with the sums of the months on the page.",
  input: z.strictObject({
    holderId: Id.optional(),
    cursor: Cursor.optional(),
    limit: Limit.default(30),
  }),
  output: z.strictObject({
    entries: z.array(Entry),
    months: z.array(
      z.strictObject({
        month: z.string(),
        credited: Total,
        redeemed: Total,
        corrected: Total,
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

const Hex = z.string().regex(/^[0-9a-f]+$/);

/** Everything that is hashed of an entry, in this order; see rules.ts canonicalEntry. */
export const CanonicalEntry = z.strictObject({
  accountId: Id,
  seq: z.int().min(1),
  kind: EntryKind,
  points: Points,
  title: z.string().max(80),
  source: EntrySource,
  sourceId: z.string().max(100),
  unitId: Id,
  itemId: Id.nullable(),
  itemVersion: z.int().nullable(),
  deedDate: DateText,
  postedAtMs: Millis,
  correctsSeq: z.int().nullable(),
});

export const Checkpoint = z.strictObject({
  unitId: Id,
  day: DateText,
  leafCount: z.int().min(1),
  root: Hex,
  prevHash: Hex,
  hash: Hex,
  keyId: Hex,
  signature: Hex,
});

/** An entry, its path and the signed root: verifies without the server, against a published checkpoint and key. */
export const Receipt = z.strictObject({
  version: z.literal(1),
  entry: CanonicalEntry,
  prevHash: Hex,
  hash: Hex,
  /** From the leaf up; side: where the sibling stands. */
  path: z.array(z.strictObject({ side: z.enum(['left', 'right']), hash: Hex })).max(64),
  checkpoint: Checkpoint,
});

export const receipt = defineAction({
  name: 'ledger.receipt',
  summary: 'The receipt of one entry. Before the night’s checkpoint it says from when there will be one.',
  input: z.strictObject({ accountId: Id, seq: Seq }),
  output: z.strictObject({
    entry: Entry,
    hash: Hex,
    receipt: Receipt.nullable(),
    /** When the checkpoint of the entry's day is due. */
    dueAtMs: Millis,
    publicKey: Hex,
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
    verdict: z.enum(['genuine', 'altered', 'unknownCheckpoint', 'unknownKey']),
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
    publicKey: Hex,
    keyId: Hex,
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
        proposedBy: Id,
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
  input: z.strictObject({ correctionId: Id, approve: z.boolean() }),
  output: z.strictObject({
    state: z.enum(['approved', 'refused', 'noted']),
    entrySeq: z.int().nullable(),
  }),
  refusals: ['CORRECTION_NOT_FOUND', 'CORRECTION_DECIDED', 'OWN_PROPOSAL'],
  allow: [role('communityAdmin')],
  effect: 'write',
});
