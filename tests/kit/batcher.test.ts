import { Batcher } from '../../cloudfunctions/kit/batcher';

/** Runs batches of numbers to their doubles, and remembers which came together. */
function doubling(limit: number, spoiled: readonly number[] = []) {
  const batches: (readonly number[])[] = [];
  const batcher = new Batcher<number, number>(async (batch) => {
    batches.push(batch);
    await new Promise(setImmediate);
    if (batch.some((one) => spoiled.includes(one))) throw new Error(`cannot run ${batch.join()}`);
    return batch.map((one) => one * 2);
  }, limit);
  return { batcher, batches };
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

it('lets one caller go at once and those who come meanwhile together', async () => {
  const { batcher, batches } = doubling(10);
  expect(await Promise.all(upTo(5).map((one) => batcher.add(one)))).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([[1], [2, 3, 4, 5]]);
});

it('takes no more into one batch than its limit, in the order in which they came', async () => {
  const { batcher, batches } = doubling(3);
  await Promise.all(upTo(8).map((one) => batcher.add(one)));
  expect(batches).toEqual([[1], [2, 3, 4], [5, 6, 7], [8]]);
});

it('tries each alone when a batch fails, so that only the one at fault is told so', async () => {
  const { batcher, batches } = doubling(10, [3]);
  const settled = await Promise.allSettled(upTo(4).map((one) => batcher.add(one)));
  expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    2,
    4,
    'Error: cannot run 3',
    8,
  ]);
  expect(batches).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
});

it('tells all of a batch at once when the fault is nobody’s own, and tries none of them again', async () => {
  const batches: (readonly number[])[] = [];
  const run = async (batch: readonly number[]): Promise<number[]> => {
    batches.push(batch);
    await new Promise(setImmediate);
    throw new Error('the house is dark');
  };
  const batcher = new Batcher<number, number>(run, 10, { isShared: (fault) => String(fault).includes('dark') });
  const settled = await Promise.allSettled(upTo(4).map((one) => batcher.add(one)));
  expect(settled.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  expect(batches).toEqual([[1], [2, 3, 4]]);
});

it('goes on after a fault', async () => {
  const { batcher } = doubling(10, [1]);
  await expect(batcher.add(1)).rejects.toThrow('cannot run 1');
  expect(await batcher.add(2)).toBe(4);
});

it('takes a missing answer for a fault, and never gives one caller the answer of another', async () => {
  const batcher = new Batcher<number, number>(async (batch) => batch.slice(1), 10);
  await expect(batcher.add(1)).rejects.toThrow('0 answers to a batch of 1');
});

it('lets those just answered ask again into the next batch', async () => {
  const { batcher, batches } = doubling(100);
  const caller = async (from: number) => {
    for (let i = 0; i < 5; i++) await batcher.add(from + i);
  };
  await Promise.all([0, 10, 20, 30].map(caller));
  expect(batches.length).toBeLessThanOrEqual(8);
});
