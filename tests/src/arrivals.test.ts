import { type Arrival, mergeArrivals } from '../../src/activity/live-code/merge-arrivals';

const arrival = (residentId: string, atMs: number): Arrival => ({ residentId, name: residentId, how: 'scan', atMs });

describe('arrivals as they come', () => {
  it('stand newest first, each once, though answers overlap', () => {
    const known = [arrival('b', 2_000), arrival('a', 1_000)];
    const news = [arrival('d', 4_000), arrival('b', 2_000), arrival('c', 3_000)];
    expect(mergeArrivals(known, news).map(({ residentId }) => residentId)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('stay when nothing is new', () => {
    const known = [arrival('a', 1_000)];
    expect(mergeArrivals(known, [])).toEqual(known);
  });
});
