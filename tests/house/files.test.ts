import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, root } from './sources';

const trees = ['cloudfunctions', 'src', 'config', 'tests'];

const files = trees.flatMap(filesBelow);
const code = files.filter((file) => /\.(tsx?|[mc]?js|scss)$/.test(file));
/** Written by a program, for the compiler's eyes. */
const generated = ['cloudfunctions/database/tables.ts'];
const written = code.filter((file) => !generated.includes(file));

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const having = (pattern: RegExp, among = written) => among.filter((file) => pattern.test(read(file)));

it('finds the files that it judges', () => {
  expect(written).toContain('tests/house/files.test.ts');
  expect(written.length).toBeGreaterThan(50);
});

it('names every file in kebab case', () => {
  const odd = code.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(path.basename(file)));
  expect(odd).toEqual([]);
});

it('keeps no drawer for odds and ends: a thing lives with what it is about', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.[a-z]+$)/.test(file))).toEqual([]);
});

it('keeps a file within 250 lines, one of tests within 400: past that it is two things', () => {
  const most = (file: string) => (file.startsWith('tests/') ? 400 : 250);
  const long = written.filter((file) => read(file).trimEnd().split('\n').length > most(file));
  expect(long).toEqual([]);
});

it('leaves no type unchecked and no work for later', () => {
  const self = 'tests/house/files.test.ts';
  const others = written.filter((file) => file !== self);
  expect(having(/@ts-(ignore|nocheck|expect-error)|\b(TODO|FIXME|XXX)\b/, others)).toEqual([]);
});

it('lets rules decide without a clock, a random number or an environment of their own', () => {
  const rules = written.filter((file) => /^cloudfunctions\/[^/]+\/rules(\.ts$|\/)/.test(file));
  expect(
    having(
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bperformance\.|\brandom(Bytes|UUID|Int)\b/,
      rules,
    ),
  ).toEqual([]);
});

it('leaves the clock to the ways in: rooms are told what time it is', () => {
  const rooms = written.filter((file) => /^cloudfunctions\/(?!host|jobs|database|kit)[^/]+\//.test(file));
  expect(having(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/, rooms)).toEqual([]);
});
