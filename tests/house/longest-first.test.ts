import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './sources';

const LongestFirst = require('../../config/longest-first.cjs');

const testAt = (file: string) => ({
  path: path.join(root, file),
  context: { config: { id: 'rooms', cacheDirectory: '/nowhere', rootDir: root }, hasteFS: { getSize: () => 1 } },
});

describe('the order of the tests', () => {
  it('knows the long ones by files that are there', () => {
    const named = Object.keys(LongestFirst.SECONDS);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('begins with them, whatever their size', () => {
    const fuzz = 'tests/reliability/fuzz/fuzz.test.ts';
    const race = 'tests/reward/race.test.ts';
    const short = 'tests/house/files.test.ts';
    const sorted = new LongestFirst().sort([testAt(short), testAt(race), testAt(fuzz)]);
    expect(sorted.map((one: { path: string }) => path.relative(root, one.path))).toEqual([fuzz, race, short]);
  });
});
