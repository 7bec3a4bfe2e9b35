import { type DetailsOf, declare } from '../../kit/refusal';
import { id, moment, whole, words } from '../../kit/refusal-fields';

/** What actions of this room, and those above, refuse with. */
export const refusals = {
  ACTIVITY_NOT_FOUND: declare('There is no such activity.'),
  ACTIVITY_CANCELLED: declare('The activity is cancelled: nobody checks in any more, posted points stay.'),
  ACTIVITY_NOT_OPEN: declare('Check-in has not begun: it opens half an hour before the activity.', {
    opensAtMs: moment('When it does.'),
  }),
  ACTIVITY_OVER: declare('Check-in, sign-up or cancelling is over.', {
    closedAtMs: moment(
      'Since when: the end; for check-in half an hour after it for people themselves, a week after it for staff.',
    ),
  }),
  CODE_NEEDS_NETWORK_TIME: declare(
    'The code is genuine and of another time: the clock of the device that shows it is wrong and must be set, or somebody kept a picture. It is no wrong try.',
  ),
  CODE_RENEWED: declare(
    'The code is by a key of the activity that was renewed since: the device that shows it needs the network once.',
  ),
  AT_THE_DOOR: declare(
    'The host has people checked in at the door, by staff alone: show the personal code or the household card there.',
  ),
  RENEWED_JUST_NOW: declare('The key was renewed less than a step ago: what is shown is new.', {
    againAtMs: moment('When it may be renewed again.'),
  }),
  POSTER_ONLY: declare(
    "The poster's code was scanned: it shows the activity and earns nothing. Scan the rotating code.",
    {
      shortId: words('The activity’s short id, for activity.get.'),
    },
  ),
  NOT_BY_CHECK_IN: declare(
    'The item has grades or counts time, of which a check-in knows nothing: it is awarded by award.give.',
  ),
  ORGANISER_NEEDS_COLLEAGUE: declare(
    'Whoever may have the activity’s key (its staff, the leader of its society) is checked in by a colleague.',
  ),
  NO_HOUSEHOLD: declare('The caller lives in no household of ours: staff register it first.'),
  MAY_NOT_ACT_FOR: declare('One of those taken along is nobody whom the caller may act for; nobody was checked in.', {
    residentId: id('Who.'),
  }),
  NOT_CHECKED_IN: declare('The caller has not checked in at this activity.'),
  ASK_ORGANISER: declare(
    'The caller’s own check-in is more than a quarter of an hour old or was not by the code: staff check the family in.',
  ),
  SIGN_UP_NOT_NEEDED: declare('The activity takes no sign-up: people simply come.'),
  TIMES_REVERSED: declare('The activity would end before it begins.'),
  TOO_LONG: declare('The activity is too long for one; each day has its own.', { hoursMax: whole('The most hours.') }),
  IN_THE_PAST: declare('The activity began too long ago to be announced.', {
    earliestMs: moment('The earliest beginning that is taken.'),
  }),
  ACTIVITY_BEGUN: declare('The activity has begun or somebody has come already: its beginning stays as it is.', {
    startsAtMs: moment('When it began.'),
  }),
  PEOPLE_SIGNED_UP: declare(
    'More people have signed up than there would be places: none of them is put off the list.',
    {
      signedUpCount: whole('How many have.'),
    },
  ),
  CAPACITY_WITHOUT_SIGN_UP: declare('A capacity needs signUp: open.'),
};

declare module '../../kit/refusal' {
  interface Details extends DetailsOf<typeof refusals> {}
}
