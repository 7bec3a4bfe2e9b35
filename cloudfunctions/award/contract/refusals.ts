import { HolderKind } from '../../kit/fields';
import { type DetailsOf, declare } from '../../kit/refusal';
import { day, id, list, moment, oneOf, whole, words } from '../../kit/refusal-fields';
import { LimitKind } from './give';

/** What actions of this room, and those above, refuse with. */
export const refusals = {
  HOLDER_KIND_DIFFERS: declare('The item or reward is for another kind of holder.', {
    holderKind: oneOf(HolderKind.options, 'The kind that it is for.'),
  }),
  CAP_REACHED: declare('The item has counted as often as it may for this person or household.', {
    cap: oneOf(LimitKind.options, 'Which limit.'),
    capTimes: whole('How often it may count in that span.'),
    activityId: id(
      'The activity to which the family may be brought all the same, by activity.bringAlong.',
    ).exactOptional(),
  }),
  CEILING_REACHED: declare(
    'The item has given as many points as it may to this person or household, or too few are left.',
    {
      cap: oneOf(LimitKind.options, 'Which limit.'),
      ceilingPoints: whole('How many points the item may give in that span.'),
      leftPoints: whole('How many of them are left.'),
      activityId: id(
        'The activity to which the family may be brought all the same, by activity.bringAlong.',
      ).exactOptional(),
    },
  ),
  GRADE_DIFFERS: declare('The item has grades, and none of them was named; or it has none of that name on that day.', {
    grades: list('Their names; none: the item has one value.'),
  }),
  TIME_DIFFERS: declare('The item counts time, and none was told, or less than it counts; or it counts none.', {
    perHalfHours: whole('For so many half hours it gives points.').exactOptional(),
  }),
  EVIDENCE_NEEDED: declare('The item asks for evidence, and nothing was told of it.', {
    evidence: words('What shows that it was done, as the item says.'),
  }),
  AWARD_NOT_FOUND: declare('The caller has given no such award.'),
  WITHDRAWAL_OVER: declare(
    'An award is withdrawn within the hour by who gave it; later it is corrected by the office.',
    {
      untilMs: moment('Until when.'),
    },
  ),
  COUNTED_ALREADY: declare('This has been counted once, which is for ever.', {
    sinceMs: moment('Since when.'),
    activityId: id('The activity at which it was counted.').exactOptional(),
  }),
  ACCOUNT_CLOSED: declare('The account is closed. Its points and entries stay.'),
  TWICE_IN_LIST: declare('The same holder stands twice in the call; the first one is decided.'),
  NEEDS_REVIEW: declare('The item waits for a review or a public notice before it posts.', {
    noticeDays: whole('Days of public notice; 0 when only the review is asked for.'),
  }),
  GIVER_LIMIT_REACHED: declare(
    'The giver would give more in one day than the community lets one person give, to all or to one household: a colleague gives it, or it is given tomorrow.',
  ),
  WAITING_AWARD_NOT_FOUND: declare('There is no such award that waits.'),
  WAITING_AWARD_DECIDED: declare('The award has been signed, turned down or taken back.', {
    state: oneOf(['signed', 'turnedDown', 'withdrawn'], 'How it ended.').exactOptional(),
  }),
  QUESTION_NOT_ANSWERED: declare(
    'A second person has asked about the award, and whoever gives it has not answered yet.',
  ),
  QUESTION_NOT_ASKED: declare('Nobody waits for an answer about the award.'),
  QUESTIONS_OVER: declare('So much was asked about the award already that people talk about it now.'),
  LIST_EMPTY: declare('No name and no number stands in the list.'),
  LIST_TOO_LONG: declare('The list names more people than one deed is given to at once.', {
    most: whole('So many at most.'),
  }),
  NEEDS_OTHER_PERSON: declare('Whoever gives or asks is not the second person: somebody else does this.'),
  DEED_DATE_NOT_ALLOWED: declare('The date of the deed is after today or too long ago.', {
    oldest: day('The first day that may be entered.'),
    newest: day('The last one, today.'),
  }),
};

declare module '../../kit/refusal' {
  interface Details extends DetailsOf<typeof refusals> {}
}
