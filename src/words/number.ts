/** 12,345: every number of points is written like this, whole and never cut short. */
export const numberWords = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
