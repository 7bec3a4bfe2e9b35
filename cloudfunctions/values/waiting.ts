/** What may wait for somebody who works in a community. */
export const WAITING_KINDS = ['application', 'correction', 'award', 'household', 'merge', 'slip'] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];
/** Of so many of a kind it is told since when they wait; of the others how many there are. */
export const WAITING_TIMES_MAX = 20;
