import { readFileSync } from 'node:fs';
import type { Line } from '../../cloudfunctions/catalogue/rules/sheet/line';
import { understandWorkbook } from '../../cloudfunctions/catalogue/rules/sheet/understand';
import { readWorkbook } from '../../cloudfunctions/kit/excel';
import { isRefusal } from '../../cloudfunctions/kit/refusal';

/** Sheets on which the import once fell short: people, deeds and numbers are made up, the layouts are public. */
async function understood(name: string) {
  const sheets = await readWorkbook(readFileSync(`tests/catalogue/sheets/rules-${name}.xlsx`));
  if (isRefusal(sheets)) throw new Error(sheets.code);
  return understandWorkbook(sheets);
}
const fateOf = ({ result, why, rule }: Line) => why ?? rule ?? result;

it('01: points are the number that says 分 or carries the sign; the rest is a condition, a time, or not understood', async () => {
  const { lines } = await understood('01-first-number-taken-as-points');
  expect(
    lines.map((line) => [fateOf(line), line.worth.points, line.worth.perHalfHours, line.worth.condition, line.written]),
  ).toEqual([
    ['take', 1, 4, '', '每2小时1分'],
    ['take', 2, 20, '', '每满10小时加2分'],
    ['take', 1, 1, '', '半小时1分'],
    ['pointsAreNoMoney', null, null, '', '每100元加1分'],
    ['take', 5, null, '满3次', '满3次加5分'],
    ['take', 10, null, '连续3个月获评', '连续3个月获评加10分'],
    ['take', 10, null, '3人以上', '3人以上加10分'],
    ['take', 10, null, '前3名', '前3名加10分'],
    ['take', 2, null, '65岁以上', '65岁以上加2分'],
    ['take', null, null, '', '①2分②3分'],
    ['unclear', null, null, '', '10%'],
    ['rule4NoDeduction', null, null, '', '(5)'],
    ['rule4BothWays', null, null, '', '±5'],
    ['rule4BothWays', null, null, '', '+5/-5'],
  ]);
  expect(lines[9]?.worth.grades).toEqual([
    { name: '①', points: 2 },
    { name: '②', points: 3 },
  ]);
});

it('02: a ceiling is a ceiling, and 最高10分 is for a person to decide', async () => {
  const { lines } = await understood('02-ceiling-taken-as-points');
  expect(lines.map((line) => [fateOf(line), line.worth.points, line.worth.ceilings, line.max])).toEqual([
    ['take', 2, { personMonth: 10 }, null],
    ['take', 2, { personYear: 12 }, null],
    ['upTo', null, {}, 10],
    ['take', 2, { personMonth: 10 }, null],
    ['take', 2, { personMonth: 6 }, null],
  ]);
});

it('03: grades keep their names, by the words of the matter or of the value', async () => {
  const { lines } = await understood('03-grades-only-the-first-kept');
  const told = lines.map((line) => [fateOf(line), line.worth.grades.map(({ name, points }) => `${name} ${points}`)]);
  expect(told).toEqual([
    ['take', ['国家级 50', '省级 30', '市级 20']],
    ['take', ['市级 20', '区级 15', '街道级 10']],
    ['take', ['一等奖 10', '二等奖 5']],
  ]);
});

it.each<[string, string[]]>([
  ['04-lower-part-deducts', ['take', 'rule4NoDeduction', 'rule4NoDeduction']],
  ['06-category-says-negative', ['take', ...Array<string>(5).fill('rule4NoDeduction')]],
  ['07-sign-in-its-own-column', ['take', 'rule4NoDeduction']],
])('%s: a deduction never comes in as an award', async (name, fates) => {
  expect((await understood(name)).lines.map(fateOf)).toEqual(fates);
});

it('09: every sheet is read and named, and the deducting one refused row by row', async () => {
  const { sheets, lines } = await understood('09-other-sheets-lost');
  expect(sheets.map(({ name, kind, setting }) => [name, kind, setting])).toEqual([
    ['农村版', 'rules', 'rural'],
    ['城镇版', 'rules', 'urban'],
    ['减分', 'rules', null],
  ]);
  expect(lines.map((line) => [line.sheet, fateOf(line), line.name])).toEqual([
    [0, 'take', '替邻居看孩子'],
    [1, 'take', '楼道值日'],
    [2, 'rule4NoDeduction', '乱停乱放'],
  ]);
});

it('10: 信用赋分 is the value, 信息类别 the category, and a remark holds the ceiling', async () => {
  const { lines, sheets } = await understood('10-heading-xinyong-fufen');
  const told = lines.map((line) => [fateOf(line), line.category, line.worth.points, line.worth.ceilings]);
  expect(told).toEqual([
    ['take', '社会公益', 1, { personYear: 3 }],
    ['rule4NoDeduction', '村居管理', null, {}],
  ]);
  expect(sheets[0]?.columns).toMatchObject([{ heading: '信息层级', place: 'C', means: null, filled: 2 }]);
});

it('11: each remark at the foot is told with the rule that it is against', async () => {
  const { lines, remarks } = await understood('11-foot-remarks-not-told');
  expect(lines.map(fateOf)).toEqual(['take']);
  expect(remarks.map(({ row, rules }) => [row, rules])).toEqual([
    [3, ['rule5NoShame']],
    [4, ['rule1OnlyAdded']],
    [5, ['rule1OnlyAdded']],
  ]);
});
