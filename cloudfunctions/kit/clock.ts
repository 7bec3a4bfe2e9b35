const SHANGHAI_MS = 8 * 3_600_000; // no daylight saving since 1991
const DAY_MS = 86_400_000;

/** Milliseconds since 1970, UTC. Tests set it; nothing else reads the system's time. */
export type Clock = () => number;
export const systemClock: Clock = () => Date.now();

/** The business date 'YYYY-MM-DD' in Asia/Shanghai at that moment. */
export function businessDate(ms: number): string {
  return new Date(ms + SHANGHAI_MS).toISOString().slice(0, 10);
}

/** The first millisecond of a business date, Asia/Shanghai. */
export function startOfDayMs(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - SHANGHAI_MS;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole years reached on `on`; someone born on 29 February turns a year older on 1 March. */
export function ageOn(bornOn: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
