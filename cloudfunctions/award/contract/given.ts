import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, DateText, Holder, Id, Limit, Millis, Points, Total } from '../../kit/fields';
import { CorrectionReason, Seq } from '../../ledger/contract';
import { STAFF } from '../../values/roles';

/** Of one giver in a week; who is turned down more often talks to who signs. */
export const TURNED_DOWN_MAX = 5;
/** Questions that one giver has not answered yet; the rest come as they are. */
export const ASKED_MAX = 5;

export const givenToday = defineAction({
  name: 'award.givenToday',
  summary:
    'What the caller gave today in a community, and before midnight as long as it can be withdrawn: newest first, each with its entry; and the sum of the day.',
  input: z.strictObject({ unitId: Id, cursor: Cursor.optional(), limit: Limit.default(50) }),
  output: z.strictObject({
    day: DateText.describe('Today.'),
    sum: z
      .strictObject({
        deeds: Total.describe('How many givings.'),
        count: Total.describe('How many awards.'),
        points: Total,
      })
      .describe('Of the whole day, without what has been corrected.'),
    awards: z.array(
      z.strictObject({
        deedId: z.string().describe('What was given in one go is one deed.'),
        title: z.string().describe('The name of the item, with the grade or the time.'),
        evidence: z.string().nullable().describe('What shows that it was done, as the giver told it.'),
        holder: Holder.safeExtend({ name: z.string().describe('In full; of a household its head’s.') }),
        householdNumber: z.string().nullable().describe('As the community counts its households; null for a society.'),
        points: Points,
        entrySeq: z.int().describe('The entry in the holder’s account, for ledger.receipt.'),
        deedDate: DateText,
        postedAtMs: Millis,
        state: z
          .enum(['stands', 'correctionWaiting', 'corrected', 'kept'])
          .describe('kept: noted as wrong, and the points stay since they are held or spent.'),
        withdrawUntilMs: Millis.nullable().describe('Until when the caller may withdraw it; null when not any more.'),
      }),
    ),
    turnedDown: z
      .array(
        z.strictObject({
          title: z.string().describe('The name of the item, with the grade or the time.'),
          points: Points.describe('For each.'),
          holders: Total.describe('To how many it would have gone.'),
          because: z.string().describe('In the words of who did not sign.'),
          decidedByName: z.string(),
          decidedAtMs: Millis,
        }),
      )
      .max(TURNED_DOWN_MAX)
      .describe(
        'What waited for a second person and was not signed, in the last seven days: newest first, on the first page.',
      ),
    asked: z
      .array(
        z.strictObject({
          waitingId: Id,
          title: z.string().describe('The name of the item, with the grade or the time.'),
          points: Points.describe('For each.'),
          holders: Total.describe('To how many it would go.'),
          question: z.string().describe('In the words of who is to sign.'),
          askedByName: z.string(),
          askedAtMs: Millis,
        }),
      )
      .max(ASKED_MAX)
      .describe('What the caller gave, waits for a second person and was asked about: on the first page.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const withdraw = defineAction({
  name: 'award.withdraw',
  summary:
    'Withdraws an award within the hour, by who gave it: a correction is proposed, and a second person decides (ledger.decideCorrection).',
  input: z.strictObject({
    accountId: Id,
    entrySeq: Seq,
    reason: CorrectionReason,
  }),
  output: z.strictObject({ correctionId: Id }),
  refusals: ['AWARD_NOT_FOUND', 'WITHDRAWAL_OVER', 'NOT_A_CREDIT', 'CORRECTED_ALREADY', 'CORRECTION_WAITING'],
  allow: [role(...STAFF)],
  effect: 'write',
});
