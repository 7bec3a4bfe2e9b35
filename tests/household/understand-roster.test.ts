import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Finding } from '../../cloudfunctions/household/rules/roster/finding';
import { findHeader } from '../../cloudfunctions/household/rules/roster/header';
import type { Grid } from '../../cloudfunctions/household/rules/roster/places';
import { findSheets, understandRoster } from '../../cloudfunctions/household/rules/roster/understand';
import { type Cell, readSheet, type SheetRow } from '../../cloudfunctions/kit/excel';
import { isRefusal } from '../../cloudfunctions/kit/refusal';
import { type ExpectedRoster, expectedFindings, shortened } from './expected-roster';
import { TITLES } from './roster-scene';

const TODAY = '2026-11-23';
const grid = (name: string): Grid => ({
  unitId: name,
  name,
  groups: ['1组', '2组', '3组', '4组', '5组', '6组'].map((group) => ({ unitId: `${name}/${group}`, name: group })),
});
const GRIDS = ['第一网格', '第二网格', '第三网格', '第四网格'].map(grid);
function understand(rows: readonly (readonly Cell[])[], knownNumbers: readonly string[] = []) {
  const sheet = rows.map((cells, i): SheetRow => ({ row: i + 1, cells }));
  const sheets = findSheets([{ name: '名册', isHidden: false, rows: sheet }]);
  return understandRoster(sheets, { today: TODAY, grids: GRIDS, knownNumbers: new Set(knownNumbers) });
}
/** Rows below the usual header; what a row does not say is empty. */
const roster = (...rows: readonly Partial<Record<(typeof TITLES)[number], Cell>>[]) => [
  TITLES,
  ...rows.map((row) => TITLES.map((title) => row[title] ?? null)),
];
const head = {
  户编号: 'A1',
  户主姓名: '王甲',
  姓名: '王甲',
  与户主关系: '户主',
  网格: '第一网格',
  小组: '1组',
  居住地址: '一号',
};
const short = (findings: readonly Finding[]) =>
  findings.map(({ row, field, kind, effect, as }) => [row, field, kind, effect, as]);

describe('the roster as a grid worker keeps it', () => {
  const expected: ExpectedRoster = JSON.parse(
    readFileSync('tests/household/roster-liuhe-made-up.expected.json', 'utf8'),
  );

  it('gives every expected finding and no other, and takes every good row in', async () => {
    const sheet = await readSheet(readFileSync('cloudfunctions/host/demo/data/roster-liuhe-made-up.xlsx'));
    if (isRefusal(sheet)) throw new Error(sheet.code);
    const understood = understand(sheet.map((line) => line.cells));
    const people = understood.households.flatMap((household) => household.people);
    expect([understood.rows, understood.households.length, people.length]).toEqual([886, 320, 882]);
    expect(understood.refusedRows.map(({ row }) => row)).toEqual([886, 887, 888, 889]);
    const order = (findings: readonly unknown[]) => findings.map((finding) => JSON.stringify(finding)).sort();
    expect(order(understood.findings.map(shortened))).toEqual(order(expectedFindings(expected)));
  });
});

describe('the header', () => {
  it('is found by its names in the first ten rows, in any order, with stars, brackets and blanks', () => {
    const understood = understand(
      [['名册'], [], ['姓 名*', '户编号（必填）', '手机号码'], ['李芳', 'B2', '14000000001'], ['李明', 'B2']],
      ['B2'],
    );
    expect(understood.households).toMatchObject([
      { number: 'B2', people: [{ name: '李芳', phone: '14000000001' }, { name: '李明' }] },
    ]);
  });

  it('says which columns the file does not have', () => {
    const { findings } = understand([
      ['户编号', '姓名', '与户主关系', '网格'],
      ['B2', '李芳', '户主', '第一网格'],
    ]);
    expect(short(findings).filter(([row]) => row === 1)).toEqual(
      ['户主姓名', '性别', '出生日期', '证件号后四位', '联系电话', '居住地址', '小组'].map((field) => [
        1,
        field,
        'missing',
        'fieldLeftOut',
        null,
      ]),
    );
  });

  it('lacks the household’s number when no row names household and person', () => {
    const rows = [['序号', '姓名', '电话'], ...Array.from({ length: 22 }, () => ['1', '李芳', '']), ['户编号', '姓名']];
    expect(findHeader(rows.map((cells, i) => ({ row: i + 1, cells })))).toMatchObject({ row: 1, lacks: ['户编号'] });
    expect(findHeader([{ row: 1, cells: ['填表说明', '一、户编号必填'] }])).toBeNull();
  });

  it('is skipped where it is repeated on the next page', () => {
    const rows = roster(head);
    expect(understand([...rows, [...TITLES], rows[1] ?? []]).rows).toBe(2);
  });
});

describe('households', () => {
  it('take the number that merged cells leave out from the row above, and refuse a row that has none above', () => {
    const { households, findings } = understand(
      roster({ 姓名: '无户' }, head, { 姓名: '王乙', 与户主关系: '子', 网格: '第一网格', 小组: '1组' }),
    );
    expect(households).toMatchObject([{ number: 'A1', people: [{ name: '王甲' }, { name: '王乙' }] }]);
    expect(short(findings)).toEqual([
      [2, '户编号', 'missing', 'rowRefused', null],
      [4, '户编号', 'filledFromAbove', 'filledIn', 'A1'],
      [4, '户主姓名', 'filledFromAbove', 'filledIn', '王甲'],
      [4, '居住地址', 'filledFromAbove', 'filledIn', '一号'],
    ]);
  });

  it('fill head and address from whichever row has them, and the grid too', () => {
    const { households, findings } = understand(roster({ 户编号: 'A1', 姓名: '王乙', 与户主关系: '子' }, head));
    expect(households[0]).toMatchObject({ address: '一号', unitId: '第一网格/1组' });
    expect(short(findings).map(([row, field, kind]) => [row, field, kind])).toEqual([
      [2, '户主姓名', 'filledFromAbove'],
      [2, '网格', 'filledFromAbove'],
      [2, '居住地址', 'filledFromAbove'],
    ]);
  });

  it('know the head by what the others call them', () => {
    const named = understand(roster({ ...head, 与户主关系: null }, { ...head, 姓名: '王乙', 与户主关系: null }));
    expect(named.households[0]?.people.map((one) => one.relation)).toEqual(['户主', '成员']);
  });

  it('are refused without a head, unless they are registered already', () => {
    const rows = roster({ ...head, 姓名: '王乙', 户主姓名: '王甲', 与户主关系: '子' });
    expect(understand(rows)).toMatchObject({ households: [], refusedRows: [{ row: 2 }] });
    expect(understand(rows, ['A1']).households).toHaveLength(1);
  });

  it('refuse everybody when the head’s own row is refused', () => {
    const { refusedRows, findings } = understand(
      roster({ ...head, 出生日期: '2030-01-01' }, { ...head, 姓名: '王乙', 与户主关系: '子' }),
    );
    expect(refusedRows.map(({ row }) => row)).toEqual([2, 3]);
    expect(short(findings)).toContainEqual([3, '户主姓名', 'withoutHead', 'rowRefused', null]);
  });

  it('stand in a grid of the tree, in a group when it is there, else in the community', () => {
    const place = (网格: Cell, 小组: Cell) => understand(roster({ ...head, 网格, 小组 }));
    expect(place('第一网格', '2组').households[0]?.unitId).toBe('第一网格/2组');
    expect(place('第一网格', null).households[0]?.unitId).toBe('第一网格');
    expect(place('第一网格', '9组')).toMatchObject({
      households: [{ unitId: '第一网格' }],
      findings: [{ kind: 'unknownGroup', effect: 'fieldLeftOut' }],
    });
    expect(place(null, null)).toMatchObject({
      households: [{ unitId: null }],
      findings: [{ kind: 'missing', field: '网格' }],
    });
    expect(place('第九网格', '1组').refusedRows).toMatchObject([{ row: 2 }]);
  });

  it('takes anything that a sheet can hold without a fault', () => {
    const cell = fc.oneof(
      fc.constantFrom(null, '户主', 'A1', 'A2', '王甲', '第一网格'),
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.date(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 13 }), { maxLength: 12 }), (rows) => {
        const understood = understand([TITLES, ...rows]);
        const people = understood.households.reduce((sum, household) => sum + household.people.length, 0);
        expect(people + understood.refusedRows.length).toBe(understood.rows);
      }),
    );
  });
});
