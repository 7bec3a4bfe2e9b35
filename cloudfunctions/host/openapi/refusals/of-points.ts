import { CapKind } from '../../../award/contract';
import { HolderKind } from '../../../kit/fields';
import type { Said } from './said';
import { day, id, list, moment, oneOf, says, whole, words } from './said';

/** catalogue, ledger, award and activity. */
export const OF_POINTS = {
  ITEM_NOT_FOUND: says('There is no such item in this community.', { itemId: id('Which one of those sent.') }),
  ITEM_NOT_PUBLISHED: says('Only a published item earns points, and a retired one for deeds until its last day.', {
    state: oneOf(['draft', 'retired'], 'The state that it is in.'),
    retiredOn: day('The last day whose deeds it earns points for, where it is known.'),
  }),
  ITEM_EXISTS: says('The community has an item of this name.', { name: words('As it was sent.') }),
  ITEM_RETIRED: says('The item has been taken out of use.'),
  ITEM_INCOMPLETE: says('A first draft needs more fields.', { missing: list('Their names.') }),
  GUIDELINE_NOT_FOUND: says('There is no such guideline item in or above the unit.'),
  GUIDELINE_EXISTS: says('The unit has a guideline item of this name.', { name: words('As it was sent.') }),
  RANGE_REVERSED: says('The least points are more than the most.', {
    pointsMin: whole('As it was sent.'),
    pointsMax: whole('As it was sent.'),
  }),
  PROGRAMME_NOT_FOUND: says('The community has no such programme.'),
  PROGRAMME_EXISTS: says('The community has a programme of this name.', { name: words('As it was sent.') }),
  DOCUMENT_NOT_FOUND: says('There is no such policy document in or above the unit.'),
  DOCUMENT_EXISTS: says('The unit has a document of this number.', { number: words('As it was sent.') }),

  HOLDER_NOT_FOUND: says('There is no such holder, or none within the reach of the caller.'),
  HOLDER_KIND_DIFFERS: says('The item or reward is for another kind of holder.', {
    holderKind: oneOf(HolderKind.options, 'The kind that it is for.'),
  }),
  OWN_HOUSEHOLD: says('Nobody serves their own household, nor a society that they lead: a colleague does.'),
  OWN_SOCIETY: says('Nobody awards the society that they lead: a colleague does.'),
  CAP_REACHED: says('The item has counted as often as it may for this person or household.', {
    cap: oneOf(CapKind.options, 'Which limit.'),
    capTimes: whole('How often it may count in that span.'),
    activityId: id('The activity to which the family may be brought all the same, by activity.bringAlong.'),
  }),
  COUNTED_ALREADY: says('This has been counted once, which is for ever.', {
    sinceMs: moment('Since when.'),
    activityId: id('The activity at which it was counted.'),
  }),
  ACCOUNT_CLOSED: says('The account is closed. Its points and entries stay.'),
  TWICE_IN_LIST: says('The same holder stands twice in the call; the first one is decided.'),
  NEEDS_REVIEW: says('The item waits for a review or a public notice before it posts.', {
    noticeDays: whole('Days of public notice; 0 when only the review is asked for.'),
  }),
  DEED_DATE_NOT_ALLOWED: says('The date of the deed is after today or too long ago.', {
    oldest: day('The first day that may be entered.'),
    newest: day('The last one, today.'),
  }),

  ENTRY_NOT_FOUND: says('There is no such entry.'),
  NOT_A_CREDIT: says('Only a credit can be corrected.'),
  CORRECTED_ALREADY: says('The entry has been corrected.'),
  CORRECTION_WAITING: says('A correction of this entry waits already.'),
  CORRECTION_NOT_FOUND: says('There is no such correction.'),
  CORRECTION_DECIDED: says('The correction has been decided.', {
    state: oneOf(['approved', 'refused', 'noted', 'withdrawn'], 'How it ended.'),
  }),
  NOT_YOUR_PROPOSAL: says('Only whoever proposed a correction takes it back.'),
  OWN_PROPOSAL: says('Whoever proposed a correction does not decide it: a second person does.'),

  ACTIVITY_NOT_FOUND: says('There is no such activity.'),
  ACTIVITY_CANCELLED: says('The activity is cancelled: nobody checks in any more, posted points stay.'),
  ACTIVITY_NOT_OPEN: says('Check-in has not begun: it opens half an hour before the activity.', {
    opensAtMs: moment('When it does.'),
  }),
  ACTIVITY_OVER: says('Check-in, sign-up or cancelling is over.', {
    closedAtMs: moment('Since when: half an hour after the end for people themselves, a week after it for staff.'),
  }),
  CODE_NEEDS_NETWORK_TIME: says(
    'The code is genuine and comes from the future: the clock of the device that shows it is fast and must be set.',
  ),
  POSTER_ONLY: says("The poster's code was scanned: it shows the activity and earns nothing. Scan the rotating code.", {
    shortId: words('The activity’s short id, for activity.get.'),
  }),
  HOST_NEEDS_COLLEAGUE: says(
    'Whoever may have the activity’s key (its staff, the leader of its society) is checked in by a colleague.',
  ),
  NO_HOUSEHOLD: says('The caller lives in no household of ours: staff register it first.'),
  MAY_NOT_ACT_FOR: says('One of those taken along is nobody whom the caller may act for; nobody was checked in.', {
    residentId: id('Who.'),
  }),
  NOT_CHECKED_IN: says('The caller has not checked in at this activity.'),
  ASK_ORGANISER: says(
    'The caller’s own check-in is more than a quarter of an hour old or was not by the code: staff check the family in.',
  ),
  SIGN_UP_NOT_NEEDED: says('The activity takes no sign-up: people simply come.'),
  TIMES_REVERSED: says('The activity would end before it begins.'),
  TOO_LONG: says('The activity is too long for one; each day has its own.', { hoursMax: whole('The most hours.') }),
  IN_THE_PAST: says('The activity began too long ago to be announced.', {
    earliestMs: moment('The earliest beginning that is taken.'),
  }),
  CAPACITY_WITHOUT_SIGN_UP: says('A capacity needs signUp: open.'),
} as const satisfies Record<string, Said>;
