import { readFileSync } from 'node:fs';
import { understandSheet } from '../../cloudfunctions/catalogue/rules/sheet/understand';
import { type Cell, readSheet } from '../../cloudfunctions/kit/excel';
import { isRefusal } from '../../cloudfunctions/kit/refusal';

async function understandFile(name: string) {
  const rows = await readSheet(readFileSync(`cloudfunctions/host/demo/data/${name}`));
  if (isRefusal(rows)) throw new Error(rows.code);
  const understood = understandSheet(rows);
  if (!understood) throw new Error('no header found');
  return understood;
}

/** A sheet as its cells, the first row being row 1. */
function understand(...rows: Cell[][]) {
  const understood = understandSheet(rows.map((cells, i) => ({ row: i + 1, cells })));
  if (!understood) throw new Error('no header found');
  return understood;
}
const HEAD = ['类别', '事项', '分值', '备注'];
const draftOf = (value: Cell, name: Cell = '参加公益理发') => understand(HEAD, ['公益', name, value, null]).drafts[0];
const refusedOf = (value: Cell, name: Cell = '参加公益理发') => understand(HEAD, ['公益', name, value, null]).refused;

describe('the published household scheme', () => {
  it('gives 17 items with their values and units of counting', async () => {
    const { drafts } = await understandFile('rules-household-scheme.xlsx');
    expect(drafts).toHaveLength(17);
    expect(drafts.map((draft) => draft.points)).toEqual([50, 30, 20, 15, 10, 5, 20, 10, 5, 3, 30, 20, 10, 10, 5, 5, 5]);
    expect(drafts[0]).toEqual({
      row: 3,
      name: '家庭或家庭成员获得国家级表彰(含红榜)',
      category: '表彰',
      points: 50,
      countedPer: '次',
      evidence: '',
      holderKind: 'household',
    });
    expect(drafts[6]).toMatchObject({ row: 9, category: '教育', countedPer: '人次', holderKind: 'resident' });
    expect(drafts[13]).toMatchObject({ category: '互助', countedPer: '年度', holderKind: 'resident' });
  });

  it('has its note on deducting and resetting refused by rule 1', async () => {
    const { refused } = await understandFile('rules-household-scheme.xlsx');
    expect(refused).toEqual([
      { row: 21, text: expect.stringContaining('减分或清零'), points: null, rule: 'rule1OnlyAdded' },
    ]);
  });
});

describe('the published Fengjie sheet', () => {
  it('gives the 9 items of its left side, under the categories of merged cells', async () => {
    const { drafts } = await understandFile('rules-fengjie-rural.xlsx');
    expect(drafts.map((draft) => [draft.row, draft.category, draft.name, draft.points])).toEqual([
      [5, '参会学习三做到', '做到按时参会', 1],
      [6, '参会学习三做到', '做到全程听讲', 1],
      [7, '参会学习三做到', '做到积极发言', 1],
      [8, '洁家园六整齐', '桌子板凳摆整齐', 2],
      [9, '洁家园六整齐', '锅碗瓢盆放整齐', 2],
      [10, '洁家园六整齐', '衣服铺盖折整齐', 2],
      [11, '洁家园六整齐', '棍棍棒棒码整齐', 2],
      [12, '洁家园六整齐', '撮箕扁担收整齐', 2],
      [13, '洁家园六整齐', '屋里屋外扫整齐', 2],
    ]);
    expect(drafts.map((draft) => draft.countedPer)).toEqual(Array(9).fill('次'));
  });

  it('has each of its 9 deducting twins refused by rule 4, with words and points', async () => {
    const { refused } = await understandFile('rules-fengjie-rural.xlsx');
    expect(refused).toHaveLength(9);
    expect(refused.map((row) => row.rule)).toEqual(Array(9).fill('rule4NoDeduction'));
    expect(refused[0]).toEqual({ row: 5, text: '迟到', points: 1, rule: 'rule4NoDeduction' });
    expect(refused.map((row) => row.points)).toEqual([1, 1, 2, 2, 2, 2, 2, 2, 2]);
  });
});

describe('a value', () => {
  it.each<[Cell, number, string]>([
    [5, 5, '次'],
    ['5', 5, '次'],
    ['+5', 5, '次'],
    ['＋５分', 5, '次'],
    ['加5分', 5, '次'],
    ['5分/人次', 5, '人次'],
    ['每小时2分', 2, '小时'],
    ['每户每年加20分', 20, '年度'],
    ['一个年度加10分', 10, '年度'],
    ['加五分', 5, '次'],
    ['加二十五分', 25, '次'],
    ['加十分', 10, '次'],
  ])('%s is %d per %s', (value, points, countedPer) => {
    expect(draftOf(value)).toMatchObject({ points, countedPer });
  });

  it.each(['加5-10分', '5～10分', '5至10', '加5—10分/次'])(
    '%s is a range: the lower end, and the words kept',
    (value) => {
      expect(draftOf(value)).toMatchObject({ points: 5, evidence: `原表分值：${value}` });
    },
  );

  it.each<[Cell, number | null]>([
    [-5, 5],
    ['-5', 5],
    ['－5分', 5],
    ['扣5分', 5],
    ['每次减2分', 2],
    ['扣分', null],
  ])('%s is refused by rule 4', (value, points) => {
    expect(refusedOf(value)).toEqual([{ row: 2, text: '参加公益理发', points, rule: 'rule4NoDeduction' }]);
    expect(draftOf(value)).toBeUndefined();
  });

  it('that resets is refused by rule 1', () => {
    expect(refusedOf('清零')).toEqual([{ row: 2, text: '参加公益理发', points: null, rule: 'rule1OnlyAdded' }]);
  });

  it.each<Cell>(['视情况', 0, '0分', 1.5, 1_000_000, new Date('2026-05-10'), null])('%s is not understood', (value) => {
    expect(refusedOf(value)).toMatchObject([{ row: 2, rule: 'notUnderstood' }]);
    expect(draftOf(value)).toBeUndefined();
  });

  it('that adds and deducts in one cell goes in with its adding half only', () => {
    expect(draftOf('加5分，迟到扣2分')).toMatchObject({ points: 5, evidence: '原表分值：加5分，迟到扣2分' });
    expect(refusedOf('加5分，迟到扣2分')).toMatchObject([{ points: 2, rule: 'rule4NoDeduction' }]);
  });
});

describe('a sheet of another make', () => {
  it('may have its adding and deducting values side by side for one matter', () => {
    const { drafts, refused } = understand(
      ['事项', '加分', '扣分'],
      ['参加夜校', 3, null],
      ['乱停车', null, 2],
      ['开会', 1, 1],
    );
    expect(drafts.map((draft) => draft.name)).toEqual(['参加夜校', '开会']);
    expect(refused.map(({ row, text, points }) => [row, text, points])).toEqual([
      [3, '乱停车', 2],
      [4, '开会', 1],
    ]);
  });

  it('may have headings between its rows, sums and remarks at its foot', () => {
    const { drafts, refused } = understand(
      ['××社区积分细则', null, null],
      ['序号', '积分项目', '积分（分）'],
      ['一、环境卫生', null, null],
      [1, '打扫楼道', 2],
      ['二、邻里互助', null, null],
      [2, '照看邻居老人', 3],
      ['合计', null, 5],
      ['注：本细则由居民委员会负责解释。', null, null],
    );
    expect(drafts.map((draft) => [draft.category, draft.name])).toEqual([
      ['环境卫生', '打扫楼道'],
      ['邻里互助', '照看邻居老人'],
    ]);
    expect(refused).toEqual([]);
  });

  it('is told of deductions that stand in remarks or in the matter itself', () => {
    const { drafts, refused } = understand(
      HEAD,
      ['公益', '参加夜校', 3, '无故不到的扣2分'],
      ['公益', '不参加夜校扣分', 2, null],
    );
    expect(drafts.map((draft) => draft.name)).toEqual(['参加夜校']);
    expect(refused).toEqual([
      { row: 2, text: '无故不到的扣2分', points: null, rule: 'rule4NoDeduction' },
      { row: 3, text: '不参加夜校扣分', points: 2, rule: 'rule4NoDeduction' },
    ]);
  });

  it('may give the unit of counting in a column of its own', () => {
    const { drafts } = understand(
      ['项目', '内容', '单位', '分值'],
      ['互助', '帮邻居买药', '人次', 2],
      [null, '照看孩子', '小时', 1],
    );
    expect(drafts).toMatchObject([
      { category: '互助', countedPer: '人次' },
      { category: '互助', countedPer: '小时' },
    ]);
  });

  it('has one matter with two values sorted out by a person', () => {
    const { drafts, refused } = understand(
      HEAD,
      ['公益', '理发', 5, null],
      ['公益', '理发', 5, null],
      ['公益', '理发', 8, null],
    );
    expect(drafts).toHaveLength(1);
    expect(refused).toEqual([{ row: 4, text: '理发', points: 8, rule: 'notUnderstood' }]);
  });

  it('keeps the whole text of a very long matter beside its shortened name', () => {
    const long =
      '参加社区组织的夜校、宣讲、义诊、义剪、义修、读书会、合唱团、舞蹈队、棋社和其他各种有益身心的活动并坚持一个季度以上';
    const draft = draftOf(5, long);
    expect([...(draft?.name ?? '')]).toHaveLength(40);
    expect(draft?.evidence).toBe(long);
  });

  it('needs headings', () => {
    expect(understandSheet([{ row: 1, cells: ['你好', '世界'] }])).toBeNull();
    expect(understandSheet([])).toBeNull();
  });
});

describe('whose deed it is', () => {
  it.each([
    ['家庭或家庭成员获得省级表彰', 'household'],
    ['全家参加植树', 'household'],
    ['家庭成员考上大学', 'resident'],
    ['参加公益理发', 'resident'],
  ])('%s: %s', (name, holderKind) => {
    expect(draftOf(5, name)).toMatchObject({ holderKind });
  });

  it('may be said in the value', () => {
    expect(draftOf('每户每年加20分')).toMatchObject({ holderKind: 'household', countedPer: '年度' });
    expect(draftOf('5分/户')).toMatchObject({ holderKind: 'household', countedPer: '户次' });
  });
});
