import { DAY_MS, MINUTE_MS } from './dates';

/** People come early, and who set up the chairs wants to be counted before the talk begins. */
export const OPENS_BEFORE_MS = 30 * MINUTE_MS;
/** The queue at the door is longest when all is over; later than that nobody is there to show the code to. */
export const CLOSES_AFTER_MS = 30 * MINUTE_MS;
/** The printed sign-in sheet is typed in at the office; by the week's end it must have been. */
export const STAFF_CLOSES_AFTER_DAYS = 7;
export const STAFF_CLOSES_AFTER_MS = STAFF_CLOSES_AFTER_DAYS * DAY_MS;
/** Long enough for the question on the thank-you page and a slow answer; too short to fetch somebody who stayed at home. */
export const BRINGS_WITHIN_MS = 15 * MINUTE_MS;

/** door: only staff scan, what a person shows at the door; code: people scan for themselves as well. */
export const CHECK_IN_WAYS = ['code', 'door'] as const;
export type CheckInWay = (typeof CHECK_IN_WAYS)[number];
/** A card or a personal code is at one door: so long it is at no other. */
export const AT_ONE_DOOR_MS = MINUTE_MS;

/** A season: longer is announced anew, so that somebody has looked at it. */
export const WEEKS_MAX = 12;
/** Places on a list of sign-ups. */
export const CAPACITY_MAX = 10_000;
/** People without a phone whom staff check in with one call. */
export const HELPED_AT_ONCE = 50;
/** How staff found somebody who came without a phone; kept with the arrival. */
export const FOUND_BY = ['personalCode', 'card', 'name'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** What the desk's list of activities is sorted by; near: those that are on or to come, the soonest first, then those that are over, the latest first. */
export const ACTIVITY_SORTS = ['near', 'time', 'title', 'place', 'signedUp', 'attended'] as const;

/** How far back the pace of arrivals is told, a number for each minute. */
export const PACE_MINUTES = 30;
/** What is worth a look of the host; never shown to residents. */
export const HINTS = ['crowd', 'notSignedUp', 'elsewhere', 'manyByOne', 'twoDoors'] as const;
export type HintKind = (typeof HINTS)[number];
