import * as z from 'zod';
import { DateText, Id, Millis, Points } from '../../kit/fields';

/** As far as the table can count. */
export const Seq = z.int().min(1).max(2_147_483_647).describe('An entry’s place in its account, from 1.');

export const EntryKind = z.enum(['credit', 'hold', 'redeem', 'release', 'correction']);

export const EntrySource = z.enum(['checkIn', 'give', 'voucher', 'correction', 'opening']);

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
