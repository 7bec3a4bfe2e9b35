/** Choices that come out the same for the same seed: who lives where, who came to what. Never used for keys or ids. */
export interface SeededRandom {
  /** From 0 up to, and not including, 1. */
  next(): number;
  between(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** `count` different ones, or all there are. */
  some<T>(from: readonly T[], count: number): T[];
}

export function createSeededRandom(start: number): SeededRandom {
  let state = start >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (from) => {
      const picked = from[Math.floor(next() * from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    some: (from, count) => {
      const left = [...from];
      for (let i = 0; i < Math.min(count, left.length); i++) {
        const other = between(i, left.length - 1);
        [left[i], left[other]] = [left[other] as (typeof left)[number], left[i] as (typeof left)[number]];
      }
      return left.slice(0, count);
    },
  };
}
