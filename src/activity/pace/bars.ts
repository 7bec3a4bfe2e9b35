const MINUTES_A_BAR = 3;

/** Arrivals by threes of minutes, the newest last: thirty single minutes are a comb that nobody reads. */
export function barsOf(perMinute: readonly number[]): number[] {
  const bars: number[] = [];
  for (let i = 0; i < perMinute.length; i += MINUTES_A_BAR)
    bars.push(perMinute.slice(i, i + MINUTES_A_BAR).reduce((sum, people) => sum + people, 0));
  return bars;
}
