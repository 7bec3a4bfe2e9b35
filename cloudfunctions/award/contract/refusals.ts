import { HolderKind } from '../../kit/fields';
import { type DetailsOf, declare } from '../../kit/refusal';
import { day, id, moment, oneOf, whole } from '../../kit/refusal-fields';
import { CapKind } from './give';

/** What actions of this room, and those above, refuse with. */
export const refusals = {
  HOLDER_KIND_DIFFERS: declare('The item or reward is for another kind of holder.', {
    holderKind: oneOf(HolderKind.options, 'The kind that it is for.'),
  }),
  CAP_REACHED: declare('The item has counted as often as it may for this person or household.', {
    cap: oneOf(CapKind.options, 'Which limit.'),
    capTimes: whole('How often it may count in that span.'),
    activityId: id(
      'The activity to which the family may be brought all the same, by activity.bringAlong.',
    ).exactOptional(),
  }),
  COUNTED_ALREADY: declare('This has been counted once, which is for ever.', {
    sinceMs: moment('Since when.'),
    activityId: id('The activity at which it was counted.').exactOptional(),
  }),
  ACCOUNT_CLOSED: declare('The account is closed. Its points and entries stay.'),
  TWICE_IN_LIST: declare('The same holder stands twice in the call; the first one is decided.'),
  NEEDS_REVIEW: declare('The item waits for a review or a public notice before it posts.', {
    noticeDays: whole('Days of public notice; 0 when only the review is asked for.'),
  }),
  DEED_DATE_NOT_ALLOWED: declare('The date of the deed is after today or too long ago.', {
    oldest: day('The first day that may be entered.'),
    newest: day('The last one, today.'),
  }),
};

declare module '../../kit/refusal' {
  interface Details extends DetailsOf<typeof refusals> {}
}
