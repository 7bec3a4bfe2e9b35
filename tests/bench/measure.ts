/** How many of `asks` are answered in a second when that many callers each wait for an answer before they ask again. */
export async function measure<T>(
  callers: number,
  ask: (one: T) => Promise<unknown>,
  asks: readonly T[],
): Promise<number> {
  const waiting = [...asks];
  const startedMs = performance.now();
  const callAgain = async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await ask(one);
  };
  await Promise.all(Array.from({ length: callers }, callAgain));
  return (asks.length / (performance.now() - startedMs)) * 1000;
}

/** Of values in any order: the one that `share` of them do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
export const median = (values: readonly number[]) => quantile(values, 0.5);
export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** 1,231 (1,102–1,310) */
export function shown(values: readonly number[]): string {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)].map(whole);
  return `${whole(median(values))} (${lowest}–${highest})`;
}
export const whole = (value: number) => Math.round(value).toLocaleString('en');
