/** How many months a line shows, the one that is looked at among them. */
export const MONTHS_SHOWN = 12;
/** So far back a month may be looked at. */
export const MONTHS_BACK_MAX = 35;
/** Age from which somebody who lives alone is told apart. */
export const OLD_AT = 60;

/**
 * Why a household may have no points yet, as far as the register knows: each counts under the first that is so. Nobody is
 * blamed by any of them; each says what would help.
 */
export const WITHOUT_POINTS = ['newcomer', 'movedIn', 'outOfReach', 'oldAlone', 'earlier', 'other'] as const;
export type WithoutPoints = (typeof WITHOUT_POINTS)[number];
/** Days since it is on the roster, below which a household is a newcomer. */
export const NEWCOMER_DAYS = 31;
/**
 * Days for which a household that came after its community had begun is told as moved in. Whether anybody rents is not
 * known; of the community's own beginning, when all were registered at once, nobody moved in.
 */
export const MOVED_IN_DAYS = 183;
