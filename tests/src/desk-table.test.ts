import readExcel from 'read-excel-file/node';
import write from 'write-excel-file/node';
import { allOrNone, rangeOf, stateOf, ticked } from '../../src/components/data-table/chosen';
import type { Column } from '../../src/components/data-table/column';
import { toSheet } from '../../src/components/data-table/to-sheet';
import { filterWords } from '../../src/components/filters/in-force';
import { asCell } from '../../src/device/sheet';

const keys = ['a', 'b', 'c', 'd', 'e'];

describe('what is chosen of a table', () => {
  it('is a range from the one ticked before, upwards and downwards', () => {
    expect(rangeOf(keys, 'b', 'd')).toEqual(['b', 'c', 'd']);
    expect(rangeOf(keys, 'd', 'b')).toEqual(['b', 'c', 'd']);
    expect(rangeOf(keys, 'gone', 'b')).toEqual(['b']);
    expect(rangeOf(keys, undefined, 'b')).toEqual(['b']);
  });

  it('keeps what was chosen before a range, and lets one go by a tick alone', () => {
    expect(ticked(['e'], keys, { key: 'c', from: 'a', range: true })).toEqual(['e', 'a', 'b', 'c']);
    expect(ticked(['a', 'b'], keys, { key: 'b', from: 'a', range: false })).toEqual(['a']);
    expect(ticked(['a'], keys, { key: 'b', from: 'a', range: false })).toEqual(['a', 'b']);
  });

  it('says all, some or none of the rows that are shown, and never loses those that are not', () => {
    expect(stateOf([], keys)).toBe(false);
    expect(stateOf(['a'], keys)).toBe('mixed');
    expect(stateOf([...keys, 'z'], keys)).toBe(true);
    expect(allOrNone(['z'], keys)).toEqual(['z', ...keys]);
    expect(allOrNone(['z', ...keys], keys)).toEqual(['z']);
  });
});

interface Line {
  readonly name: string;
  readonly points: number;
}
const columns: readonly Column<Line>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name },
  { key: 'drawn', title: '状态', cell: () => ({ type: 'b', props: {}, key: null }), text: () => '已绑定' },
  { key: 'points', title: '分', cell: ({ points }) => points, shown: 'paper' },
  { key: 'button', title: '', cell: () => '改' },
];

describe('a list as a spreadsheet', () => {
  const sheet = toSheet({ title: '居民', about: [], columns }, [
    { name: '=1+1', points: 5 },
    { name: '+8613800000000', points: 0 },
    { name: '-5', points: 7 },
    { name: '@SUM(A1)', points: 8 },
  ]);

  it('has every column that has a name, in words and numbers', () => {
    expect(sheet.heads).toEqual(['姓名', '状态', '分']);
    expect(sheet.rows[0]).toEqual(['=1+1', '已绑定', 5]);
  });

  it('keeps as text what would begin a formula', async () => {
    const file = await write(sheet.rows.map((row) => row.map(asCell))).toBuffer();
    const [written] = await readExcel(file);
    expect(written?.data.map(([name]) => name)).toEqual(['=1+1', '+8613800000000', '-5', '@SUM(A1)']);
    expect(written?.data.map(([, , points]) => points)).toEqual([5, 0, 7, 8]);
  });
});

it('says what a list is sifted by in the words of its filters', () => {
  const filters = [
    { key: 'age', word: '多大年纪', options: [{ key: 'old', word: '60 岁以上' }] },
    { key: 'reach', word: '微信绑没绑', options: [{ key: 'bound', word: '已绑定' }] },
  ];
  expect(filterWords(filters, { age: 'old', reach: 'bound' })).toBe('60 岁以上，已绑定');
  expect(filterWords(filters, { age: undefined })).toBe('');
});
