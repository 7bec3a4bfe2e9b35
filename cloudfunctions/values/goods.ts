/** 袋, 瓶, 份 */
export const MEASURE_MAX = 6;
/** 凭证号 */
export const PAPER_MAX = 40;
/** Of one thing: that come in at once, and that one person is handed at once. */
export const PIECES_MAX = 100_000;
export const QUANTITY_MAX = 99;
/** Different things that one person is handed at once. */
export const LINES_MAX = 10;
/** One gift of money, in cents. */
export const GIFT_CENTS_MAX = 1_000_000_000;

/** What is counted by one and seen by another: bought, given in kind, a stock take, given in money. */
export const SLIP_KINDS = ['bought', 'donated', 'counted', 'money'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];
export const SLIP_STATES = ['waiting', 'seen', 'turnedDown'] as const;
export const MOVEMENT_KINDS = ['bought', 'donated', 'counted', 'redeemed'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];
