import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, DateText, Holder, Id, Limit, Millis, Points, Sentence, Total } from '../../kit/fields';
import { HOLDERS_AT_ONCE } from '../../values/limits';
import { OFFICE, STAFF, SUPERVISORS } from '../../values/roles';
import { WORDS_MAX } from './asking';
import { Alone, Awarded, AwardRefusal, GivingLimit, LimitKind } from './give';

const Words = z
  .array(z.strictObject({ byName: z.string(), atMs: Millis, words: z.string().describe('As they were written.') }))
  .max(WORDS_MAX)
  .describe('Questions of who is to sign and the giver’s answers, in turn.');

const LeftOut = z
  .array(
    Holder.safeExtend({
      name: z.string(),
      refusal: AwardRefusal.describe('As the schema of that name says.'),
      cap: LimitKind.nullable().describe('For CAP_REACHED and CEILING_REACHED: which limit; else null.'),
      capTimes: z.int().nullable().describe('For CAP_REACHED: how often the item may count in that span; else null.'),
      leftPoints: z.int().nullable().describe('For CEILING_REACHED: how many points are left; else null.'),
      limit: GivingLimit.exactOptional(),
    }),
  )
  .max(HOLDERS_AT_ONCE)
  .describe('Who was chosen and does not get it, and what stood against it when it was given.');

export const waiting = defineAction({
  name: 'award.waiting',
  summary:
    'Awards of a community above what one person gives alone, which wait for a second one, the oldest first; with all that one needs to judge them.',
  input: z.strictObject({ unitId: Id, cursor: Cursor.optional(), limit: Limit.default(20) }),
  output: z.strictObject({
    awards: z.array(
      z.strictObject({
        waitingId: Id,
        itemName: z.string(),
        policyDocumentNumber: z.string().nullable().describe('文号 of the item.'),
        points: Points.describe('For each of them.'),
        ...Alone.shape,
        itemVersion: z.int().min(1).describe('The version of the item that counts.'),
        deedDate: DateText,
        evidence: z.string().nullable().describe('What shows that it was done, as the giver told it.'),
        givenBy: Id.describe('A resident.'),
        givenByName: z.string(),
        givenAtMs: Millis,
        isOwn: z.boolean().describe('The caller gives it: another person signs, the caller may take it back.'),
        isFamily: z.boolean().describe('The caller’s household or society is among them: somebody else signs.'),
        giverLeftPoints: z
          .int()
          .describe('So many points the giver has left of this month’s budget, before this; below none never.'),
        words: Words.describe('Likewise; nobody signs before the last one is answered.'),
        leftOut: LeftOut,
        holders: z
          .array(
            Holder.safeExtend({
              name: z.string(),
              householdNumber: z
                .string()
                .nullable()
                .describe('As the community counts its households; null for a society.'),
            }),
          )
          .max(HOLDERS_AT_ONCE),
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});

export const decided = defineAction({
  name: 'award.decided',
  summary:
    'Awards of a community that waited for a second person and were signed, not signed or taken back, the latest first; with what was asked and answered about them, and who was left out.',
  input: z.strictObject({ unitId: Id, cursor: Cursor.optional(), limit: Limit.default(10) }),
  output: z.strictObject({
    awards: z.array(
      z.strictObject({
        waitingId: Id,
        title: z.string().describe('The name of the item, with the grade or the time.'),
        points: Points.describe('For each of them.'),
        holders: Total.describe('To how many it went, or would have gone.'),
        deedDate: DateText,
        givenByName: z.string(),
        givenAtMs: Millis,
        isOwn: z.boolean().describe('The caller gave it.'),
        state: z.enum(['signed', 'turnedDown', 'withdrawn']),
        decidedByName: z.string(),
        decidedAtMs: Millis,
        because: z.string().nullable().describe('Why it was not signed, in the words of who did not.'),
        words: Words,
        leftOut: LeftOut,
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});

export const sign = defineAction({
  name: 'award.sign',
  summary:
    'A second person signs an award that waits: it posts. Office staff of the community, or the level above; never who gives it.',
  input: z.strictObject({ waitingId: Id }),
  output: z.strictObject({
    postedCount: Total.describe('How many of results are posted.'),
    results: z.array(Awarded).max(HOLDERS_AT_ONCE).describe('One for each holder; each is decided by itself.'),
  }),
  refusals: [
    'WAITING_AWARD_NOT_FOUND',
    'WAITING_AWARD_DECIDED',
    'NEEDS_OTHER_PERSON',
    'OWN_HOUSEHOLD',
    'QUESTION_NOT_ANSWERED',
  ],
  allow: [role(...OFFICE, ...SUPERVISORS)],
  effect: 'write',
});

export const turnDown = defineAction({
  name: 'award.turnDown',
  summary: 'Does not sign an award that waits, and says why; whoever gives it takes it back by the same.',
  input: z.strictObject({ waitingId: Id, because: Sentence }),
  output: z.strictObject({ state: z.enum(['turnedDown', 'withdrawn']) }),
  refusals: ['WAITING_AWARD_NOT_FOUND', 'WAITING_AWARD_DECIDED'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'write',
});
