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

export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
