import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { DateText, Holder, Id, Points, RequestId, Sentence, Total, visibleText } from '../../kit/fields';
import { Balance } from '../../ledger/contract';
import { CEILING_KINDS } from '../../values/awards';
import { CANDIDATES_AT_ONCE, GRADE_NAME_MAX, HALF_HOURS_MAX, HOLDERS_AT_ONCE } from '../../values/limits';
import { STAFF } from '../../values/roles';

/** Why one holder's award was not posted; the others of the same call are not touched by it. */
export const AwardRefusal = z.enum([
  'HOLDER_NOT_FOUND',
  'HOLDER_KIND_DIFFERS',
  'OWN_HOUSEHOLD',
  'OWN_SOCIETY',
  'CAP_REACHED',
  'CEILING_REACHED',
  'COUNTED_ALREADY',
  'ACCOUNT_CLOSED',
  'TWICE_IN_LIST',
  'NEEDS_REVIEW',
  'GIVER_LIMIT_REACHED',
]);

export const GivingLimit = z
  .strictObject({
    name: z.enum(['givenToOneADay', 'givenADay', 'givenAMonth']),
    points: z.int().describe('How many points it allows.'),
    leftPoints: z.int().describe('How many of them are left.'),
  })
  .describe(
    'For GIVER_LIMIT_REACHED: which limit of the community: in a day to one household or to all, or in a month.',
  );

export const CapKind = z.enum([
  'personDay',
  'personMonth',
  'personYear',
  'householdDay',
  'householdMonth',
  'householdYear',
]);

/** What a limit looks at: 'personMonth' is one person in the deed's month. */
export const LimitKind = z.enum(CEILING_KINDS);

export const Awarded = z.strictObject({
  holder: Holder,
  outcome: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('posted'),
      points: Points,
      entrySeq: z.int().describe('The entry in the holder’s account, for ledger.receipt.'),
      before: Balance.describe('The holder’s points before the award.'),
      after: Balance.describe('And after it.'),
    }),
    z.strictObject({
      state: z.literal('refused'),
      code: AwardRefusal.describe('Each means what the schema of that name says.'),
      cap: LimitKind.nullable().describe('For CAP_REACHED and CEILING_REACHED: which limit; else null.'),
      capTimes: z.int().nullable().describe('For CAP_REACHED: how often the item may count in that span; else null.'),
      ceilingPoints: z
        .int()
        .nullable()
        .describe('For CEILING_REACHED: how many points the item may give in that span; else null.'),
      leftPoints: z.int().nullable().describe('For CEILING_REACHED: how many of them are left; else null.'),
      limit: GivingLimit.exactOptional(),
    }),
  ]),
});

const Grade = visibleText(GRADE_NAME_MAX)
  .optional()
  .describe('The name of one of the item’s grades, where it has grades.');
const HalfHours = z
  .int()
  .min(1)
  .max(HALF_HOURS_MAX)
  .optional()
  .describe('Completed half hours of the deed, where the item counts time.');
/** What one person gives alone, and an award goes beyond. */
export const Alone = z.strictObject({
  limitOf: z
    .enum(['each', 'together'])
    .describe('each: of what one holder is given; together: of what all of one request are given.'),
  pointsAlone: z.int().describe('So many points one person gives alone in this community.'),
});
/** Of those who could sign as the second one, so many are named. */
export const SIGNERS_TOLD = 3;

const Waiting = Alone.nullable().describe(
  'Not null where the award goes beyond what one person may give alone: nothing is posted before a second one signs (award.sign).',
);
/** One that a second person is asked for. */
const Waits = z.strictObject({ state: z.literal('waiting') });

export const give = defineAction({
  name: 'award.give',
  summary:
    'Staff award an item to one or many people or households; each is decided by itself, all are posted at once.',
  input: z.strictObject({
    itemId: Id,
    grade: Grade,
    halfHours: HalfHours,
    holders: z.array(Holder).min(1).max(HOLDERS_AT_ONCE),
    deedDate: DateText.optional().describe(
      "The deed's date, not after today and at most 90 days back; today when left out. The item counts as it stood on that day: not before its first day, one retired since until its last.",
    ),
    evidence: Sentence.optional().describe(
      'What shows that it was done, in words: who saw it, where a photo or a signature is kept. Needed where the item asks for evidence other than signing in (catalogue.items: evidence).',
    ),
    deedId: RequestId.optional().describe(
      'Names the deed while no answer is known: sent again, with other holders too, it gives nobody its points twice. Make a new one after each answer; left out, the request is the deed.',
    ),
  }),
  output: z.strictObject({
    itemName: z.string().describe('With the grade or the time, as it stands in the passbook.'),
    points: Points.describe('What the deed is worth. Points for time are posted up to a ceiling: see outcome.points.'),
    postedCount: Total.describe('How many of results are posted.'),
    postedPoints: Total.describe('Their points together.'),
    waiting: Waiting,
    results: z
      .array(z.strictObject({ holder: Holder, outcome: z.union([Awarded.shape.outcome, Waits]) }))
      .max(HOLDERS_AT_ONCE)
      .describe('One for each of holders, in their order.'),
  }),
  refusals: [
    'ITEM_NOT_FOUND',
    'ITEM_NOT_PUBLISHED',
    'ITEM_BEGAN_LATER',
    'DEED_DATE_NOT_ALLOWED',
    'GRADE_DIFFERS',
    'TIME_DIFFERS',
    'EVIDENCE_NEEDED',
  ],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const preview = defineAction({
  name: 'award.preview',
  summary: 'What would happen to each holder: who can be awarded, who has it already, who is of the own household.',
  input: z.strictObject({
    itemId: Id,
    grade: Grade.describe('As in award.give; not chosen yet: the least of them is meant.'),
    halfHours: HalfHours.describe('As in award.give; not said yet: the least that counts is meant.'),
    holders: z.array(Holder).min(1).max(CANDIDATES_AT_ONCE),
    deedDate: DateText.optional().describe('As in award.give.'),
    alone: z
      .boolean()
      .default(false)
      .describe(
        'true: each is decided as if it were the only one, for a list to choose from. Else together and in their order, as award.give would: of a household that is nearly full the first ones.',
      ),
  }),
  output: z.strictObject({
    points: Points.describe('What the item was worth on the date.'),
    waiting: Waiting,
    signers: z
      .strictObject({ names: z.array(z.string()).max(SIGNERS_TOLD), count: Total })
      .nullable()
      .describe(
        'Who of the community’s office could sign it as the second one; with a count of 0 the level above is asked. null where nobody has to, or each was asked about alone.',
      ),
    postedCount: Total.describe('How many would be posted, or wait for a second person.'),
    postedPoints: Total.describe('Their points together.'),
    giver: z
      .strictObject({
        limitPoints: z.int().describe('So many points one person gives in a day in this community.'),
        leftPoints: z.int().describe('So many of them the caller has left today, before this.'),
        month: z
          .strictObject({
            limitPoints: z.int().describe('So many points one person gives in a month.'),
            leftPoints: z.int().describe('So many of them the caller has left, before this.'),
          })
          .describe('The month’s budget; what a second person signs counts in it, too.'),
      })
      .describe('What one gives in a day and in a month has an end.'),
    results: z
      .array(
        z.strictObject({
          holder: Holder,
          refusal: AwardRefusal.nullable().describe('null: would be posted. Else as the schema of that name says.'),
          cap: LimitKind.nullable().describe('For CAP_REACHED and CEILING_REACHED: which limit; else null.'),
          capTimes: z
            .int()
            .nullable()
            .describe('For CAP_REACHED: how often the item may count in that span; else null.'),
          leftPoints: z.int().nullable().describe('For CEILING_REACHED: how many points are left; else null.'),
          limit: GivingLimit.exactOptional(),
          nearest: z
            .strictObject({
              cap: CapKind.describe('Which limit.'),
              times: Total.describe('How often it has counted in that span.'),
              capTimes: z.int().min(1).describe('How often it may.'),
            })
            .nullable()
            .describe('The limit in times that is nearest to full; null where there is none.'),
          householdLeft: Total.nullable().describe(
            'So many of this household can be given it yet, this one included; null where nothing limits a household.',
          ),
        }),
      )
      .max(CANDIDATES_AT_ONCE)
      .describe('One for each of holders, in their order. No promise: what comes in between is decided when it comes.'),
  }),
  refusals: [
    'ITEM_NOT_FOUND',
    'ITEM_NOT_PUBLISHED',
    'ITEM_BEGAN_LATER',
    'DEED_DATE_NOT_ALLOWED',
    'GRADE_DIFFERS',
    'TIME_DIFFERS',
  ],
  allow: [role(...STAFF)],
  effect: 'read',
});
