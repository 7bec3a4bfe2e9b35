import { answered, answers } from '../../cloudfunctions/catalogue/rules/sheet/answers';
import type { Line } from '../../cloudfunctions/catalogue/rules/sheet/line';
import { shownNumber } from '../../cloudfunctions/catalogue/rules/sheet/number-format';
import { understandWorkbook } from '../../cloudfunctions/catalogue/rules/sheet/understand';
import type { Cell, SheetRow } from '../../cloudfunctions/kit/excel';
import { fateOf, HEAD, lineOf, REFUSED, TAKEN, understand } from './understood';

describe('a value', () => {
  it.each<[Cell, number, string]>([
    [5, 5, '次'],
    ['5', 5, '次'],
    ['+5', 5, '次'],
    ['＋５分', 5, '次'],
    ['5分/人次', 5, '人次'],
    ['每户每年加20分', 20, '年度'],
    ['一个年度加10分', 10, '年度'],
    ['加二十五分', 25, '次'],
    ['加十分', 10, '次'],
    ['每次 2 分', 2, '次'],
    ['参加一次加2分', 2, '次'],
  ])('%s is %d per %s', (value, points, countedPer) => {
    expect(lineOf(value)).toMatchObject({ result: 'take', worth: { points, countedPer, condition: '', grades: [] } });
  });

  it.each<[string, number, number]>([
    ['每小时2分', 2, 2],
    ['1分/2小时', 1, 4],
    ['1.5小时1分', 1, 3],
    ['每30分钟1分', 1, 1],
    ['每半小时加1分', 1, 1],
  ])('%s is points for time: %d for %d half hours', (value, points, perHalfHours) => {
    expect(lineOf(value)).toMatchObject({ result: 'take', worth: { points, perHalfHours, countedPer: '小时' } });
  });

  it.each<[string, number, string]>([
    ['满2小时加5分', 5, '满2小时'],
    ['连续5天打卡奖励3分', 3, '连续5天打卡'],
    ['80岁以上老人加4分', 4, '80岁以上老人'],
    ['第1名加8分', 8, '第1名'],
    ['10户以上联名加6分', 6, '10户以上联名'],
  ])('%s has its condition in words', (value, points, condition) => {
    expect(lineOf(value)).toMatchObject({ result: 'take', worth: { points, condition, perHalfHours: null } });
  });

  it.each<[string, string[], string?]>([
    ['市级50 区级30', ['市级 50', '区级 30']],
    ['国家级50分、省级30分、市级20分', ['国家级 50', '省级 30', '市级 20']],
    ['满3次加5分，满5次加10分', ['满3次 5', '满5次 10']],
    ['金奖8分；银奖5分；铜奖3分', ['金奖 8', '银奖 5', '铜奖 3']],
    ['10、6、3', ['一等奖 10', '二等奖 6', '三等奖 3'], '比赛获一等奖、二等奖、三等奖'],
  ])('%s are grades', (value, grades, name = '参加公益理发') => {
    const { worth, result } = lineOf(value, name);
    expect([result, worth.grades.map((one) => `${one.name} ${one.points}`)]).toEqual(['take', grades]);
  });

  it.each<[string, object, object]>([
    ['每次2分每月不超过10分', { personMonth: 10 }, {}],
    ['每人每年最多3次，每次2分', {}, { personYear: 3 }],
    ['每场2分，一天最多4分', { personDay: 4 }, {}],
    ['2分（每户每年封顶20分）', { householdYear: 20 }, {}],
    ['每小时1分，单次最多4分', { personActivity: 4 }, {}],
  ])('%s has a limit', (value, ceilings, caps) => {
    expect(lineOf(value)).toMatchObject({ result: 'take', worth: { ceilings, caps } });
  });

  it.each<[Cell, string, number | null, number | null]>([
    ['加5-10分', 'range', 5, 10],
    ['5～10分', 'range', 5, 10],
    ['5至10', 'range', 5, 10],
    ['加5—10分/次', 'range', 5, 10],
    ['5分以上', 'range', 5, null],
    ['最高10分', 'upTo', null, 10],
  ])('%s is asked about: %s', (value, why, min, max) => {
    expect(lineOf(value)).toMatchObject({ result: 'ask', why, min, max, worth: { points: null } });
  });

  it.each<[Cell, string]>([
    ['酌情加分', 'noPoints'],
    [null, 'noPoints'],
    ['视情况', 'noPoints'],
    ['每次5', 'unclear'],
    ['5次', 'unclear'],
    [1.5, 'unclear'],
    [0, 'unclear'],
    ['加0.5分', 'unclear'],
    [1_000_000, 'unclear'],
    [new Date('2026-05-10'), 'unclear'],
    ['20/15/10', 'values'],
    ['每季度不超过10分，每次2分', 'limit'],
    ['每次2分，最高10分', 'limit'],
  ])('%s is asked about and never guessed: %s', (value, why) => {
    expect(lineOf(value)).toMatchObject({ result: 'ask', why });
  });

  it.each<[Cell, string]>([
    [-5, REFUSED],
    ['－5分', REFUSED],
    ['扣5分', REFUSED],
    ['每次减2分', REFUSED],
    ['（5）', REFUSED],
    ['积分减半', REFUSED],
    ['+3、-3', 'rule4BothWays'],
    ['清零', 'rule1OnlyAdded'],
    ['捐款500元加5分', 'pointsAreNoMoney'],
  ])('%s is refused: %s', (value, rule) => {
    expect(lineOf(value)).toMatchObject({ result: 'refuse', rule });
  });

  it('that adds and deducts goes in with its adding half, and the other is told', () => {
    const { lines, remarks } = understand(HEAD, ['公益', '参加夜校', '加5分，迟到扣2分', null]);
    expect(lines).toMatchObject([{ result: 'take', worth: { points: 5 } }]);
    expect(remarks).toMatchObject([{ row: 2, rules: [REFUSED] }]);
  });

  it.each([
    [5, '"扣"0"分"', '扣5分'],
    [5, '(0)', '(5)'],
    [5, '-0', '-5'],
    [5, '0"分/次"', '5分/次'],
    [0.1, '0%', '10%'],
    [5, '"减"General', '减5'],
    [1234, '#,##0', null],
    [5, '0_);[Red]\\(0\\)', null],
    [-5, '0;0', null],
    [45_000, 'yyyy"年"m"月"d"日"', null],
  ])('of %d in the format %s is seen as %s', (value, format, shown) => {
    expect(shownNumber(value, format)).toBe(shown);
  });

  it('is what its format shows: 5 seen as -5, (5) or 扣5分 is a deduction', () => {
    const rows: SheetRow[] = [
      { row: 1, cells: HEAD },
      ...['-0', '(0)', '"扣"0"分"', '0"分"'].map((format, i) => ({
        ...{ row: i + 2, cells: ['公益', `好事${i}`, 5, null], formats: new Map([[2, format]]) },
      })),
    ];
    const { lines } = understandWorkbook([{ name: '细则', isHidden: false, rows }]);
    expect(lines.map(fateOf)).toEqual([REFUSED, REFUSED, REFUSED, TAKEN]);
  });
});

describe('whose deed it is', () => {
  it.each([
    ['家庭或家庭成员获得省级表彰', 'household'],
    ['全家参加植树', 'household'],
    ['家庭成员考上大学', 'resident'],
    ['参加公益理发', 'resident'],
  ])('%s: %s', (name, holderKind) => {
    expect(lineOf(5, name)).toMatchObject({ holderKind });
  });

  it('may be said in the value', () => {
    expect(lineOf('每户每年加20分')).toMatchObject({ holderKind: 'household' });
    expect(lineOf('5分/户')).toMatchObject({ holderKind: 'household', worth: { countedPer: '户次' } });
  });
});

describe('an answer', () => {
  const taken = (line: Line, answer: Parameters<typeof answered>[1]) => answered(line, answer, '细则')?.worth;

  it('gives one value within the range, grades, or points for time', () => {
    const range = lineOf('5-10分');
    expect([4, 5, 10, 11].map((points) => answers(range, { kind: 'points', points }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(taken(range, { kind: 'points', points: 6 })).toMatchObject({ points: 6, grades: [] });
    const grades = [
      { name: '甲', points: 10 },
      { name: '乙', points: 5 },
    ];
    expect(taken(range, { kind: 'grades', grades })).toMatchObject({ points: null, grades });
    expect(taken(range, { kind: 'time', points: 2, halfHours: 2 })).toMatchObject({ points: 2, perHalfHours: 2 });
  });

  it('leaves it out, and so does none', () => {
    const range = lineOf('5-10分');
    expect(answers(range, { kind: 'leave' })).toBe(true);
    expect(answered(range, { kind: 'leave' }, '细则')).toBeNull();
    expect(answered(range, undefined, '细则')).toBeNull();
  });

  it('can be “as it was read” only where something was read', () => {
    expect(answers(lineOf('5-10分'), { kind: 'asRead' })).toBe(false);
    const bad = lineOf(5, '乱倒垃圾');
    expect(answers(bad, { kind: 'asRead' })).toBe(true);
    expect(taken(bad, { kind: 'asRead' })).toMatchObject({ points: 5 });
    const season = lineOf('每季度不超过10分，每次2分');
    expect(taken(season, { kind: 'asRead' })).toMatchObject({ points: 2, condition: '每季度不超过10分' });
  });

  it('takes nothing in that a rule refuses', () => {
    const refused = lineOf('扣5分');
    expect(answers(refused, { kind: 'points', points: 5 })).toBe(false);
    expect(answered(refused, { kind: 'points', points: 5 }, '细则')).toBeNull();
  });

  it('lets one name stand for two matters, each under a name of its own', () => {
    const twin = understand(HEAD, ['公益', '理发', 5, null], ['公益', '理发', 8, null]).lines[1] as Line;
    expect(answered(twin, { kind: 'asRead' }, '城镇版')?.name).toBe('理发（城镇版 第3行）');
  });
});
