import { readFileSync } from 'node:fs';
import { familiesOf, namesOf, peopleOf, told, understandFile } from './roster-sheets';

/** Sheets in the layouts and the ways of writing of fault reports, with what is right of each. */
const understood = (name: string) => understandFile(readFileSync(`tests/household/reported/roster-${name}.xlsx`));

it('refuses one number of two families, and never makes them one household', async () => {
  const file = await understood('01-one-number-two-families');
  expect(file.households).toEqual([]);
  expect(told(file, 'rowRefused')).toEqual(
    [2, 3, 4, 5].map((row) => ['S', row, '户主姓名', 'twoHeads', '贺启明、单万里']),
  );
});

it('refuses a household’s number that Excel has rounded', async () => {
  const file = await understood('02-18-digit-numbers-rounded-by-excel');
  expect(file.households).toEqual([]);
  expect(told(file, 'rowRefused')).toEqual([2, 3, 4].map((row) => ['S', row, '户编号', 'roundedNumber', null]));
});

it('reads a sheet for each group, and names the sheet with each finding', async () => {
  const file = await understood('04-sheet-per-group');
  expect(namesOf(file)).toEqual(['贺启明', '邬海涛', '甘里红']);
  expect(file.sheets.map(({ name, state, people }) => [name, state, people])).toEqual([
    ['一组', 'read', 1],
    ['二组', 'read', 1],
    ['三组', 'read', 1],
  ]);
  expect(peopleOf(file).map(({ sheet, row }) => [sheet, row])).toEqual([
    ['一组', 2],
    ['二组', 2],
    ['三组', 2],
  ]);
});

it('finds the sheet with the header behind instructions, and names what it skipped', async () => {
  const file = await understood('05-instructions-first');
  expect(namesOf(file)).toEqual(['贺启明']);
  expect(file.sheets).toMatchObject([
    { name: '填表说明', state: 'withoutHeader', people: 0, words: '填表说明 一、户编号必填' },
    { name: '人员信息', state: 'read', people: 1, headerRow: 1 },
  ]);
});

it('finds the sheet with the header behind hidden choices, and names what it skipped', async () => {
  const file = await understood('06-hidden-choices-first');
  expect(namesOf(file)).toEqual(['贺启明']);
  expect(file.sheets).toMatchObject([
    { name: '字典', state: 'hidden', words: '男 女 户主' },
    { name: '人员信息', state: 'read', people: 1 },
  ]);
});

it('knows a head who is called 本人, 02户主 or 户主本人', async () => {
  const file = await understood('07-head-is-called-benren');
  expect(familiesOf(file)).toEqual([
    ['V1', '贺启明 户主', '单秀兰 妻'],
    ['V2', '邬海涛 户主', '薛云霞 配偶'],
    ['V3', '甘里 户主'],
  ]);
  expect(told(file, 'rowRefused')).toEqual([]);
});

it('takes names in every writing', async () => {
  const file = await understood('09-names');
  expect(namesOf(file)).toEqual(['阿依努尔·肉孜', '阿依努尔·肉孜', '李〇一', 'བཀྲ་ཤིས་ཚེ་རིང', '扎西 བཀྲ་ཤིས']);
  expect(told(file, 'rowRefused')).toEqual([]);
});

it('reads births with times and zeros, months and years, and converts no lunar day', async () => {
  const file = await understood('10-births');
  expect(peopleOf(file).map(({ number, bornOn, bornPrecision }) => [number, bornOn, bornPrecision])).toEqual([
    ['B01', '1950-03-08', 'day'],
    ['B02', '1950-03-08', 'day'],
    ['B03', '1950-03-31', 'month'],
    ['B04', '1950-12-31', 'year'],
    ['B05', '1950-12-31', 'year'],
    ['B06', '1950-12-31', 'year'],
    ['B07', '1950-03-08', 'day'],
  ]);
  const births = file.findings.filter(({ field, row }) => field === '出生日期' && [4, 6].includes(row));
  expect(births.map(({ kind, said, as }) => [kind, said, as])).toEqual([
    ['monthOnly', '195003', '1950-03'],
    ['yearOnly', '1950-00-00', '1950'],
  ]);
  expect(told(file, 'toAsk')).toEqual([['S', 7, '出生日期', 'lunar', '1950']]);
});

it('reads the first mobile number, tells the second and whose it is, and keeps a landline as what it is', async () => {
  const file = await understood('11-phones');
  const mobile = '14000007701';
  expect(peopleOf(file).map(({ number, phone, note }) => [number, phone, note])).toEqual([
    ['T01', mobile, '另有电话 14000007702'],
    ['T02', mobile, '另有电话 14000007702'],
    ['T03', mobile, '电话旁写着“儿子”'],
    ['T04', '0724-2345678', null],
    ...['T05', 'T06', 'T07', 'T08'].map((number) => [number, mobile, null]),
  ]);
  expect(told(file, 'toAsk')).toEqual([['S', 4, '联系电话', 'wordsBeside', '儿子']]);
  expect(file.findings.filter(({ kind }) => kind === 'secondNumber')).toHaveLength(2);
});

it('reads one person where borders were dragged to row 65,536', async () => {
  const file = await understood('12-borders-dragged-to-row-65536');
  expect([file.rows, namesOf(file)]).toEqual([1, ['贺启航']]);
  expect(told(file, 'rowRefused')).toEqual([]);
});
