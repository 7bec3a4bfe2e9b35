import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listPages } from '../../config/pages';

const SRC = path.join(__dirname, '../../src');
const { main, staff } = listPages('h5', false);
const entries = [...main, ...staff.map((page) => `staff/${page}`)].map((page) => `${page}.tsx`);

it('every page that Taro opens stands within the boundary that tells when it throws', () => {
  expect(entries.length).toBeGreaterThan(30);
  const without = entries.filter(
    (file) => !/^export default whole\(.+\);$/m.test(readFileSync(path.join(SRC, file), 'utf8')),
  );
  expect(without).toEqual([]);
});
