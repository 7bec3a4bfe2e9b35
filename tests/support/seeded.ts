import type { Parameters } from 'fast-check';

/** One seed for the run: `SEED=…` replays it. A failing property prints it, with the path to the smallest example. */
export const SEED = Number(process.env.TEST_SEED);

export function seeded<T = unknown>(parameters: Parameters<T> = {}): Parameters<T> {
  return { seed: SEED, ...parameters };
}
