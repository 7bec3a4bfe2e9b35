import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './sources';

const LongestFirst = require('../../config/longest-first.cjs');
const { foldersTogether, shortTests } = require('../../config/short-tests.cjs');
const { projects } = require('../../jest.config.js');

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

describe('the tests that run together', () => {
  const all: string[] = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `tests/${file}`);
  const filesOf = (name: string) => {
    const { testPathIgnorePatterns } = projects.find(
      ({ displayName }: { displayName: string }) => displayName === name,
    );
    const ignored = testPathIgnorePatterns.map((text: string) => new RegExp(text.replace('<rootDir>/', '^')));
    return all.filter((file) => !ignored.some((pattern: RegExp) => pattern.test(file)));
  };

  it('are each a file that is not run alone as well, and none is left out', () => {
    const together: string[] = foldersTogether().flatMap(shortTests);
    expect(together.length).toBeGreaterThan(100);
    expect([...together, ...filesOf('alone')].sort()).toEqual(filesOf('rooms').sort());
  });
});
