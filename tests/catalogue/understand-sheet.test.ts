import { readFileSync } from 'node:fs';
import { type Means, tableAt } from '../../cloudfunctions/catalogue/rules/sheet/header';
import { understandWorkbook } from '../../cloudfunctions/catalogue/rules/sheet/understand';
import { type Cell, readWorkbook } from '../../cloudfunctions/kit/excel';
import { isRefusal } from '../../cloudfunctions/kit/refusal';
import { fateOf, fates, HEAD, lineOf, REFUSED, sheet, TAKEN, understand } from './understood';

async function understandFile(name: string) {
  const sheets = await readWorkbook(readFileSync(`cloudfunctions/host/demo/data/${name}`));
  if (isRefusal(sheets)) throw new Error(sheets.code);
  return understandWorkbook(sheets);
}

describe('the published sheets', () => {
  it('give 17 items with their values, and their note by the rules it is against', async () => {
    const { lines, remarks } = await understandFile('rules-household-scheme.xlsx');
    expect(lines.map(({ worth }) => worth.points)).toEqual([
      ...[50, 30, 20, 15, 10, 5, 20, 10, 5, 3, 30, 20, 10, 10, 5, 5, 5],
    ]);
    expect(lines.every(({ result }) => result === 'take')).toBe(true);
    expect(lines[0]).toMatchObject({ row: 3, cell: 'C3', category: '表彰', holderKind: 'household' });
    expect(lines[6]).toMatchObject({ category: '教育', worth: { countedPer: '人次' }, holderKind: 'resident' });
    expect(lines[13]).toMatchObject({ category: '互助', worth: { countedPer: '年度' } });
    expect(remarks).toMatchObject([{ row: 21, rules: ['rule1OnlyAdded', 'rule4NoDeduction'] }]);
  });

  it('give 9 items of the left side under merged categories, and have 9 twins of the right refused', async () => {
    const { lines } = await understandFile('rules-fengjie-rural.xlsx');
    const taken = lines.filter(({ result }) => result === 'take');
    expect(taken.map((line) => [line.row, line.category, line.worth.points])).toEqual([
      ...[5, 6, 7].map((row) => [row, '参会学习三做到', 1]),
      ...[8, 9, 10, 11, 12, 13].map((row) => [row, '洁家园六整齐', 2]),
    ]);
    const refused = lines.filter(({ rule }) => rule === REFUSED);
    expect(refused.map(({ worth }) => worth.points)).toEqual([1, 1, 2, 2, 2, 2, 2, 2, 2]);
    expect(taken.length + refused.length).toBe(lines.length);
  });
});

describe('a deduction never comes in as an award', () => {
  it.each<[string, Cell[][]]>([
    [
      'a heading with headings below it',
      [['二、扣分项'], ['（一）环境卫生'], [1, '甲', 5], ['（二）邻里'], [2, '乙', 3]],
    ],
    [
      'a heading whose number stands in a cell of its own',
      [
        ['二', '减分项', null],
        [1, '甲', 5],
        [2, '乙', 3],
      ],
    ],
    [
      'a second header',
      [
        ['序号', '扣分事项', '扣分'],
        [1, '甲', 5],
        [2, '乙', 3],
      ],
    ],
    ['a heading over a second header', [['负面清单'], ['序号', '事项', '分值'], [1, '甲', 5], [2, '乙', 3]]],
    ['a heading without a number', [['一票否决事项'], [1, '甲', 5], [2, '乙', 3]]],
  ])('%s', (_what, below) => {
    const above = [['序号', '积分事项', '分值'], ['一、加分项'], [1, '帮助邻居', 5]];
    expect(fates(...above, ...below)).toEqual([
      ['帮助邻居', TAKEN],
      ['甲', REFUSED],
      ['乙', REFUSED],
    ]);
  });

  it.each<[string, Cell[]]>([
    ['减', ['甲', '减', 3]],
    ['-', ['甲', '-', 3]],
    ['扣分', ['甲', '扣分', 3]],
    ['负', ['甲', '负', 3]],
    ['罚', ['甲', '罚', 3]],
  ])('a sign column says %s', (_sign, row) => {
    expect(fates(['事项', '类型', '分值'], ['帮邻居', '加', 3], row)).toEqual([
      ['帮邻居', TAKEN],
      ['甲', REFUSED],
    ]);
  });

  it('a merged sign or category carries down', () => {
    expect(fates(['类别', '事项', '分值'], ['减分项', '甲', 3], [null, '乙', 2], ['加分项', '丙丁', 1])).toEqual([
      ['甲', REFUSED],
      ['乙', REFUSED],
      ['丙丁', TAKEN],
    ]);
  });

  it.each(['扣分项目', '负面清单', '失信信息', '黑榜', '惩戒类'])('the sheet is called %s', (name) => {
    const { lines } = understandWorkbook([sheet(name, ['事项', '分值'], ['甲', 5])]);
    expect(lines.map(fateOf)).toEqual([REFUSED]);
  });

  it.each(['加减分项目', '奖惩细则', '红黑榜积分', '积分奖扣办法', '正负面清单'])(
    'while a sheet called %s holds both, and each row says what it is',
    (name) => {
      const { lines } = understandWorkbook([sheet(name, ['事项', '分值'], ['帮邻居', '+5'], ['甲', '-5'])]);
      expect(lines.map(fateOf)).toEqual([TAKEN, REFUSED]);
    },
  );

  it.each(['乱倒垃圾', '酒后闹事', '拖欠物业费', '不参加村民会议', '违反村规民约'])(
    '%s without a sign is asked about',
    (name) => {
      expect(lineOf(5, name)).toMatchObject({ result: 'ask', why: 'looksBad', worth: { points: 5 } });
      expect(lineOf('+5', name).result).toBe('take');
    },
  );

  it.each(['劝阻乱倒垃圾', '举报违法行为', '参加禁毒宣传', '垃圾减量达标', '制止酒后闹事'])(
    '%s is a good deed',
    (name) => {
      expect(lineOf(5, name).result).toBe('take');
    },
  );

  it('a plus under a deducting heading is a contradiction, and asked about', () => {
    expect(understand(['事项', '分值'], ['二、减分项'], ['甲', '+5']).lines.map(fateOf)).toEqual(['contradicts']);
  });
});

describe('a sheet of another make', () => {
  it('may have its adding and deducting values side by side for one matter', () => {
    expect(fates(['事项', '加分', '扣分'], ['参加夜校', 3, null], ['乱停车', null, 2], ['开会', 1, 1])).toEqual([
      ['参加夜校', TAKEN],
      ['乱停车', REFUSED],
      ['开会', TAKEN],
      ['开会', REFUSED],
    ]);
  });

  it('may have two adding tables side by side, each with its own category and remarks', () => {
    const { lines } = understand(
      ['类别', '事项', '分值', '备注', '类别', '事项', '分值', '备注'],
      ['环境', '扫楼道', 2, '每月最多8分', '互助', '送饭', 3, '每年最多30分'],
    );
    expect(lines.map((line) => [line.cell, line.category, line.name, line.worth.points, line.worth.ceilings])).toEqual([
      ['C2', '环境', '扫楼道', 2, { personMonth: 8 }],
      ['G2', '互助', '送饭', 3, { personYear: 30 }],
    ]);
  });

  it('may have a column for each grade, or a row for each', () => {
    const graded = ['国家级 50', '省级 30'];
    const told = (...rows: Cell[][]) =>
      understand(...rows).lines.map(({ name, worth }) => [
        name,
        worth.grades.map((one) => `${one.name} ${one.points}`),
      ]);
    expect(told(['事项', '分值', null], [null, '国家级', '省级'], ['获得表彰', 50, 30])).toEqual([
      ['获得表彰', graded],
    ]);
    expect(told(['事项', '级别', '分值'], ['获得表彰', '国家级', 50], [null, '省级', 30])).toEqual([
      ['获得表彰', graded],
    ]);
    expect(told(['事项', '级别', '分值'], ['获得表彰', '国家级', 50], ['获得表彰', '省级', 30])).toEqual([
      ['获得表彰', graded],
    ]);
  });

  it('may have its ceilings in a column of their own', () => {
    const { lines } = understand(['事项', '分值', '每月上限（分）', '每年限次'], ['送饭', 2, 10, 30]);
    expect(lines).toMatchObject([
      { result: 'take', worth: { ceilings: { personMonth: 10 }, caps: { personYear: 30 } } },
    ]);
    expect(understand(['事项', '分值', '上限'], ['送饭', 2, 10]).lines.map(fateOf)).toEqual(['limit']);
  });

  it('may have headings between its rows, sums and remarks at its foot, which are told', () => {
    const { lines, remarks } = understand(
      ['××社区积分细则', null, null],
      ['序号', '积分项目', '积分（分）'],
      ['一、环境卫生', null, null],
      [1, '打扫楼道', 2],
      ['二、邻里互助', null, null],
      [2, '照看邻居老人', 3],
      ['合计', null, 5],
      ['注：本细则由居民委员会负责解释。', null, null],
    );
    expect(lines.map((line) => [line.category, line.name, line.result])).toEqual([
      ['环境卫生', '打扫楼道', 'take'],
      ['邻里互助', '照看邻居老人', 'take'],
    ]);
    expect(remarks).toMatchObject([{ row: 8, rules: [] }]);
  });

  it.each<[string, string]>([
    ['积分年底清零', 'rule1OnlyAdded'],
    ['积分有效期三年，过期作废', 'rule1OnlyAdded'],
    ['每年重新计分', 'rule1OnlyAdded'],
    ['有违法行为的列入黑名单', 'rule5NoShame'],
    ['排名公示，倒数十名通报批评', 'rule5NoShame'],
    ['积分可兑换现金', 'pointsAreNoMoney'],
    ['无故不到的扣2分', 'rule4NoDeduction'],
  ])('is told of “%s” at its foot and in its remarks', (text, rule) => {
    expect(understand(HEAD, ['公益', '送饭', 2, null], [`备注：${text}`]).remarks).toMatchObject([
      { row: 3, rules: [rule] },
    ]);
    const { lines, remarks } = understand(HEAD, ['公益', '送饭', 2, text]);
    expect(lines.map(fateOf)).toEqual([TAKEN]);
    expect(remarks).toMatchObject([{ row: 2, text, rules: [rule] }]);
  });

  it('keeps what else a remark says as the condition, and what shows it as evidence', () => {
    const { lines } = understand(['事项', '分值', '备注', '佐证材料'], ['送饭', 2, '限独居老人', '照片']);
    expect(lines).toMatchObject([{ worth: { condition: '限独居老人' }, evidence: '照片' }]);
  });

  it('may give the unit of counting in a column or a bracket of its own', () => {
    const { lines } = understand(
      ['项目', '内容', '单位', '分值'],
      ['互助', '帮邻居买药', '人次', 2],
      [null, '送饭（每户）', null, 1],
    );
    expect(lines).toMatchObject([
      { category: '互助', worth: { countedPer: '人次' } },
      { category: '互助', worth: { countedPer: '户次' } },
    ]);
  });

  it('has one matter with two values sorted out by a person', () => {
    const { lines } = understand(HEAD, ['公益', '理发', 5, null], ['公益', '理发', 5, null], ['公益', '理发', 8, null]);
    expect(lines.map((line) => [line.row, fateOf(line)])).toEqual([
      [2, TAKEN],
      [4, 'twin'],
    ]);
  });

  it('keeps the whole text of a very long matter beside its shortened name', () => {
    const long =
      '参加社区组织的夜校、宣讲、义诊、义剪、义修、读书会、合唱团、舞蹈队、棋社和其他各种有益身心的活动并坚持一个季度以上';
    const { name, evidence } = lineOf(5, long);
    expect([...name]).toHaveLength(40);
    expect(evidence).toBe(long);
  });
});

describe('everything that is not read is named', () => {
  const kinds = (...sheets: Parameters<typeof understandWorkbook>[0]) =>
    understandWorkbook(sheets).sheets.map(({ name, kind }) => [name, kind]);

  it('by its sheet: hidden, empty, words, rewards, headings that nobody knows', () => {
    expect(
      kinds(
        sheet('说明', ['请各小组按时填报，本表自发布之日起施行。']),
        { ...sheet('字典', ['加'], ['减']), isHidden: true },
        sheet('积分', ['事项', '分值'], ['送饭', 2]),
        sheet('兑换物品', ['物品', '所需积分'], ['牙膏', 20]),
        sheet('Sheet4'),
        sheet('旧表', ['做了啥', '给多少'], ['送饭', 2]),
      ),
    ).toEqual([
      ['说明', 'words'],
      ['字典', 'hidden'],
      ['积分', 'rules'],
      ['兑换物品', 'rewards'],
      ['Sheet4', 'empty'],
      ['旧表', 'unknown'],
    ]);
  });

  it('by its column, until a person says what it means', () => {
    const rows: Cell[][] = [
      ['做了啥', '给多少', '归口'],
      ['送饭', 2, '妇联'],
    ];
    const [unread] = understand(...rows).sheets;
    expect(unread?.columns.map(({ heading, example }) => [heading, example])).toEqual([
      ['做了啥', '送饭'],
      ['给多少', '2'],
      ['归口', '妇联'],
    ]);
    const said = new Map<string, Means>([
      ['做了啥', 'name'],
      ['给多少', 'points'],
      ['归口', 'category'],
    ]);
    const { lines, sheets } = understandWorkbook([sheet('细则', ...rows)], said);
    expect(lines).toMatchObject([{ name: '送饭', category: '妇联', worth: { points: 2 } }]);
    expect(sheets[0]?.columns.map(({ means }) => means)).toEqual(['name', 'points', 'category']);
  });

  it('and a sheet of no words has no table', () => {
    expect(tableAt([{ row: 1, cells: ['你好', '世界'] }], 0, new Map())).toBeNull();
    expect(understandWorkbook([sheet('空')]).lines).toEqual([]);
  });
});
