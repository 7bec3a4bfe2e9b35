const YUAN = /^\d{1,7}(\.\d{1,2})?$/;

/** Typed yuan, at most two places behind the point. */
export const isYuan = (typed: string, leastCents: number, mostCents: number): boolean =>
  YUAN.test(typed) && centsIn(typed) >= leastCents && centsIn(typed) <= mostCents;
export const centsIn = (yuan: string): number => Math.round(Number(yuan) * 100);
/** 60, or 12.5 */
export const yuanText = (cents: number): string => String(cents / 100);
