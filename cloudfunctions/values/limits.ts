/** How long what people write may be, in characters, once the blanks at both ends are cut off. A person's name may stand in two scripts. */
export const PERSON_NAME_MAX = 60;
/** Of a unit, a provider, a society. */
export const UNIT_NAME_MAX = 40;
/** Of an activity, a reward, an item. */
export const TITLE_MAX = 40;
export const SENTENCE_MAX = 200;
/** What an activity or a reward is about. */
export const ABOUT_MAX = 300;
/** What to bring to an activity. */
export const BRING_MAX = 100;
/** To the head of the household. */
export const RELATION_MAX = 20;
/** Of what is looked for: of a person a name, a phone or its tail, a household's number; of an item a part of it. */
export const QUERY_MAX = 60;
/** What an item is counted in: 次, 人次, 小时. */
export const COUNTED_PER_MAX = 10;
/** Days without a deed that a list is sifted by. */
export const QUIET_DAYS_MAX = 3_660;
/** Opening hours in words. */
export const HOURS_MAX = 60;

/** A mainland mobile number. */
export const MOBILE = /^1\d{10}$/;
export const MOBILE_DIGITS = 11;

/** Of an office: a landline with its area code or without, a mobile, 400-…, or a short number such as 12345. */
export const UNIT_PHONE = /^(?:1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4}|\d{3,8})$/;
export const UNIT_PHONE_MAX = 20;

/** How often an item may count at most, of whatever span. */
export const CAP_TIMES_MAX = 366;

/** Grades of one item, their names, and half hours of one award: an item may give points for 100 hours. */
export const GRADES_MAX = 10;
export const GRADE_NAME_MAX = 20;
export const HALF_HOURS_MAX = 1_000;

/** Holders of one award; those of whom it is asked beforehand how they stand; people whose names are asked for. */
export const HOLDERS_AT_ONCE = 300;
export const CANDIDATES_AT_ONCE = 300;
export const NAMES_AT_ONCE = 100;
/** Household cards that are printed by one request: a grid of hundreds takes a few of them. */
export const CARDS_AT_ONCE = 100;
/** Characters of a list of names that is pasted. */
export const NAME_LIST_MAX = 20_000;
/** Findings of a roster that one answer holds, and decisions that one import takes: WeChat's cloud gives up an answer of some megabytes. */
export const FINDINGS_AT_ONCE = 1_000;
/** Answers about a rule sheet that one import takes: WeChat carries 100 kB. What is left over is asked again. */
export const SHEET_ANSWERS_MAX = 80;
/** Rows of a page of a list. */
export const PAGE_MAX = 100;
/** Steps of a reward, and what can be chosen between. */
export const STEPS_MAX = 5;

/** Points of one item or reward. */
export const POINTS_MAX = 100_000;
/** Lifetime points that a reward may ask for, and what one may cost, in cents. */
export const LIFETIME_MAX = 10_000_000;
export const UNIT_COST_CENTS_MAX = 10_000_000;
/** What may be redeemed in a month: points, and cents. */
export const MONTH_POINTS_MAX = 10_000_000;
export const MONTH_CENTS_MAX = 1_000_000_000;
/** Of a reward: ages, pieces in a span, vouchers for one holder or household in it, days in which one may be used. */
export const AGE_MAX = 150;
export const STOCK_MAX = 1_000_000;
export const LIMIT_MAX = 1_000;
export const VALID_DAYS_MAX = 730;
