import type { Parameters } from 'fast-check';

/** One seed for the run: `SEED=…` replays it. A failing property prints it, with the path to the smallest example. */
const SEED = process.env.SEED ? Number(process.env.SEED) : Date.now() % 2 ** 31;

export function seeded<T = unknown>(parameters: Parameters<T> = {}): Parameters<T> {
  return { seed: SEED, ...parameters };
}
