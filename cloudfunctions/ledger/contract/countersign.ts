import * as z from 'zod';
import { anyone, defineAction, role } from '../../kit/action';
import { Cursor, DateText, Id, Limit, Millis, visibleText } from '../../kit/fields';
import { COUNTERSIGNED_AT_ONCE_MAX, COUNTERSIGNER_NAME_MAX, COUNTERSIGNERS_MAX, HEX } from '../../values/receipt';
import { APPOINTERS } from '../../values/roles';

const Bytes = (length: number) =>
  z
    .string()
    .length(2 * length)
    .regex(HEX);
const PublicKey = Bytes(32).describe('Ed25519, the raw 32 bytes as lower-case hexadecimal.');
const Name = visibleText(COUNTERSIGNER_NAME_MAX).describe(
  'As everybody is shown it: 村务监督委员会. A post, no person’s name.',
);

const countersigned = {
  day: DateText,
  hash: Bytes(32).describe('Of the checkpoint that its signer saw on that day.'),
  signedAtMs: Millis.describe('By its signer’s clock; part of what is signed.'),
  signature: Bytes(64).describe('Ed25519, over the text of values/receipt countersignText.'),
};

/** Says all that is needed to check it; a line of the file that its signer keeps. */
export const Countersignature = z.strictObject({ unitId: Id, publicKey: PublicKey, ...countersigned });

export const CountersignerState = z
  .enum(['waiting', 'inForce', 'ending'])
  .describe('waiting: one has said that it begin. ending: in force, and one has said that it end.');

export const nameCountersigner = defineAction({
  name: 'ledger.nameCountersigner',
  summary:
    'Says that a key from outside (村务监督委员会) sign a community’s days a second time. It does once a second person has confirmed it. Its other half stays with its holder.',
  input: z.strictObject({ unitId: Id.describe('A community.'), name: Name, publicKey: PublicKey }),
  output: z.strictObject({ countersignerId: Id, state: CountersignerState }),
  refusals: ['UNIT_NOT_FOUND', 'KEY_KNOWN', 'COUNTERSIGNERS_FULL'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});

export const confirmCountersigner = defineAction({
  name: 'ledger.confirmCountersigner',
  summary: 'A second person says so too: from now on the key signs days.',
  input: z.strictObject({ countersignerId: Id }),
  output: z.strictObject({ countersignerId: Id, state: CountersignerState }),
  refusals: ['COUNTERSIGNER_NOT_FOUND', 'COUNTERSIGNER_SAID'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});

export const endCountersigner = defineAction({
  name: 'ledger.endCountersigner',
  summary:
    'Says that a key sign no more days. It ends once a second person has said so too; one that waits is taken back at once. What it signed stands.',
  input: z.strictObject({ countersignerId: Id }),
  output: z.strictObject({ countersignerId: Id, isEnded: z.boolean() }),
  refusals: ['COUNTERSIGNER_NOT_FOUND', 'COUNTERSIGNER_SAID'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});

export const countersign = defineAction({
  name: 'ledger.countersign',
  summary:
    'Takes what a key from outside signed: all of it or nothing, the same as often as it is sent. Whoever sends it, the signature says whose it is.',
  input: z.strictObject({
    publicKey: PublicKey,
    days: z.array(z.strictObject(countersigned)).min(1).max(COUNTERSIGNED_AT_ONCE_MAX),
  }),
  output: z.strictObject({ taken: z.int().min(0).describe('How many of them were new.') }),
  refusals: ['COUNTERSIGNER_NOT_FOUND', 'COUNTERSIGNATURE_WRONG', 'DAY_NOT_SIGNED', 'DAY_DIFFERS'],
  allow: [anyone()],
  effect: 'write',
});

export const countersignatures = defineAction({
  name: 'ledger.countersignatures',
  summary: 'Which days of a community were signed a second time and by whom, newest first, and whose keys do so now.',
  input: z.strictObject({
    unitId: Id,
    day: DateText.optional().describe('Of this day alone.'),
    cursor: Cursor.optional(),
    limit: Limit.default(31),
  }),
  output: z.strictObject({
    countersignatures: z.array(Countersignature.extend({ name: Name })),
    countersigners: z
      .array(
        z.strictObject({
          countersignerId: Id,
          name: Name,
          publicKey: PublicKey,
          state: CountersignerState,
          sinceMs: Millis.describe('When the last word was said of it.'),
          saidByMe: z.boolean().describe('The word that waits for a second one is the caller’s own.'),
        }),
      )
      .max(COUNTERSIGNERS_MAX),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [anyone()],
  effect: 'read',
});
