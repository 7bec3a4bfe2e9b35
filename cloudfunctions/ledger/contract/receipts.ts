import * as z from 'zod';
import { anyone, defineAction, resident, role } from '../../kit/action';
import { Cursor, DateText, HolderKind, Id, Limit, Millis, Points } from '../../kit/fields';
import { HEX, LATE_BY_MAX, LATE_REASONS } from '../../values/receipt';
import { STAFF } from '../../values/roles';
import { Entry, EntryKind, EntrySource, Seq } from './fields';

const Hex = z.string().max(128).regex(HEX).describe('Bytes, as lower-case hexadecimal.');

/** Everything that is hashed of an entry, in this order; see values/receipt entryText. */
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

/** Said at the command line of the installation; see docs/deploy.md. */
const LateMark = z
  .strictObject({
    on: DateText.describe('When it was signed.'),
    why: z
      .enum(LATE_REASONS)
      .describe(
        'hostDown: nothing ran in its night. restored: signed anew after a backup was put back. upgraded: older than heads. demo: made up.',
      ),
    by: z.string().min(1).max(LATE_BY_MAX).describe('The post that said so.'),
  })
  .nullable()
  .default(null)
  .describe(
    'null: signed in the night after its day. Else a person has said that it be signed later; it is signed with the rest.',
  );

export const Checkpoint = z.strictObject({
  unitId: Id,
  day: DateText,
  leafCount: z.int().min(1).describe('Entries and heads of accounts.'),
  root: Hex,
  prevHash: Hex.describe('hash of the community’s checkpoint before it; 64 zeros for its first.'),
  hash: Hex,
  keyId: Hex.describe('The first 16 digits of publicKey.'),
  signature: Hex.describe('Ed25519, 64 bytes.'),
  late: LateMark,
});

export const NightHead = z.strictObject({
  day: DateText,
  count: z.int().min(0).describe('How many checkpoints it covers.'),
  root: Hex.describe(
    'Of the tree whose leaves are their hashes, by day and unitId: all up to this day that no head before covers. 64 zeros for none.',
  ),
  prevHash: Hex.describe('hash of the head before it; 64 zeros for the first.'),
  hash: Hex,
  keyId: Hex.describe('The first 16 digits of publicKey.'),
  signature: Hex.describe('Ed25519, 64 bytes.'),
  late: LateMark,
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
    number: z.string().describe('Of the receipt: the day of entry and the short code of hash.'),
    holder: z
      .strictObject({
        kind: HolderKind,
        name: z.string(),
        masked: z.string().describe('李＊芳: as it stands in public.'),
      })
      .describe('Whose points, by name and as it stands in public; a household by its head. No name is signed.'),
    rule: z
      .strictObject({
        name: z.string(),
        version: z.int(),
        points: Points,
        countedPer: z.string().describe('每 …: 次, 小时, 人.'),
        documentNumber: z.string().nullable().describe('文号 of the policy document that it rests on.'),
      })
      .nullable()
      .describe('The item, as it stood for this entry. null for what rests on no item.'),
    receipt: Receipt.nullable().describe(
      'null before the checkpoint of its day. How to check it: see Receipts in the description of this document.',
    ),
    dueAtMs: Millis.describe("When the checkpoint of the entry's day is due."),
    publicKey: Hex.describe('Ed25519, the raw 32 bytes. Compare it with one that came another way.'),
    verifyUrl: z
      .string()
      .describe('Where anyone checks a receipt without signing in; what is shared goes behind its #.'),
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

export const nights = defineAction({
  name: 'ledger.nights',
  summary: 'The heads of the nights, newest first, and the public key: what is published for all communities together.',
  input: z.strictObject({ cursor: Cursor.optional(), limit: Limit.default(31) }),
  output: z.strictObject({
    heads: z.array(NightHead),
    publicKey: Hex.describe('Ed25519, the raw 32 bytes.'),
    keyId: Hex.describe('Of publicKey.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: [],
  allow: [anyone()],
  effect: 'read',
});
