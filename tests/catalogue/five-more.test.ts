import type { Line } from '../../cloudfunctions/catalogue/rules/sheet/line';
import { understandWorkbook } from '../../cloudfunctions/catalogue/rules/sheet/understand';
import { type Cell, readWorkbook } from '../../cloudfunctions/kit/excel';
import { isRefusal } from '../../cloudfunctions/kit/refusal';
import { makeSheets, type Written } from '../household/workbook';
import { fateOf, lineOf, sheet, understand } from './understood';

/** Five sheets more of each kind, in layouts and wordings that none of the reported ones has. */
const read = async (...sheets: Parameters<typeof makeSheets>[0][number][]) => {
  const opened = await readWorkbook(makeSheets(sheets));
  if (isRefusal(opened)) throw new Error(opened.code);
  return understandWorkbook(opened);
};
const book = (...rows: readonly (readonly Written[])[]) => read({ name: '细则', rows });
const fatesOf = (lines: readonly Line[]) => lines.map((line) => [line.name, fateOf(line)]);
const GOOD = 'take';
const BAD = 'rule4NoDeduction';

describe('the meaning comes from the context', () => {
  it.each<[string, (readonly Written[])[], [string, string][]]>([
    [
      'numerals in brackets before the headings',
      [
        ['序号', '积分内容', '分值'],
        ['（一）', '奖励积分', null],
        [1, '义务巡逻', 3],
        ['（二）', '惩罚积分', null],
        [1, '高空抛物', 10],
        [2, '私拉电线', 5],
      ],
      [
        ['义务巡逻', GOOD],
        ['高空抛物', BAD],
        ['私拉电线', BAD],
      ],
    ],
    [
      'a second table behind an empty row, with a heading of its own',
      [['序号', '文明行为', '分值'], [1, '义务巡逻', 3], [], ['序号', '不良行为', '扣减分值'], [1, '楼道堆物', 2]],
      [
        ['义务巡逻', GOOD],
        ['楼道堆物', BAD],
      ],
    ],
    [
      'a sign behind the value',
      [
        ['事项', '分值', '加/减'],
        ['义务巡逻', 2, '+'],
        ['高空抛物', 2, '-'],
        ['楼道堆物', 2, '－'],
      ],
      [
        ['义务巡逻', GOOD],
        ['高空抛物', BAD],
        ['楼道堆物', BAD],
      ],
    ],
    [
      'a heading of a part that only calls it a second table',
      [
        ['事项', '分值'],
        ['义务巡逻', 3],
        ['表二：失信行为积分表'],
        ['高空抛物', 10],
        ['附件2 违规扣分标准'],
        ['楼道堆物', 5],
      ],
      [
        ['义务巡逻', GOOD],
        ['高空抛物', BAD],
        ['楼道堆物', BAD],
      ],
    ],
    [
      'a heading of a part that says again what its values are',
      [
        ['积分项目', '积分标准', '备注'],
        ['义务巡逻', '3分/次', null],
        ['二、减分项', '扣分标准', '备注'],
        ['高空抛物', '5分/次', null],
        ['楼道堆物', '2分/次', null],
        ['三、加分项', '加分标准', null],
        ['参加夜校', '2分/次', null],
      ],
      [
        ['义务巡逻', GOOD],
        ['高空抛物', BAD],
        ['楼道堆物', BAD],
        ['参加夜校', GOOD],
      ],
    ],
    [
      'formats that show a sign or a word',
      [
        ['事项', '分值'],
        ['义务巡逻', { number: 3, format: '"+"0' }],
        ['高空抛物', { number: 10, format: '"－"0' }],
        ['楼道堆物', { number: 5, format: '"罚"0"分"' }],
        ['遛狗不拴绳', { number: 2, format: '0;-0;0"扣"' }],
      ],
      [
        ['义务巡逻', GOOD],
        ['高空抛物', BAD],
        ['楼道堆物', BAD],
        ['遛狗不拴绳', 'looksBad'],
      ],
    ],
    [
      'a title over all of it',
      [['浏河社区居民扣分细则'], ['序号', '事项', '分值'], [1, '高空抛物', 10], [2, '楼道堆物', 5]],
      [
        ['高空抛物', BAD],
        ['楼道堆物', BAD],
      ],
    ],
    [
      'a part for what is asked for and a part for what is not',
      [
        ['类别', '内容', '分值'],
        ['倡导类', '参加夜校', 2],
        ['约束类', '噪音扰民', 2],
        [null, '垃圾不分类', 2],
      ],
      [
        ['参加夜校', GOOD],
        ['噪音扰民', 'looksBad'],
        ['垃圾不分类', 'looksBad'],
      ],
    ],
  ])('%s', async (_which, rows, fates) => {
    expect(fatesOf((await book(...rows)).lines)).toEqual(fates);
  });
});

describe('nothing is guessed in silence', () => {
  it.each<[Cell, string, number | null, number | null]>([
    ['3分左右', 'unclear', null, null],
    ['约3分', 'unclear', null, null],
    ['2或3分', 'values', null, null],
    ['1——3分', 'range', 1, 3],
    ['3分以内', 'upTo', null, 3],
    ['5分以下', 'upTo', null, 5],
    ['最低2分，最高5分', 'range', 2, null],
    ['加1至3分不等', 'range', 1, 3],
    ['一等奖至三等奖：10/6/3分', 'values', null, null],
    ['按实际情况计分，原则上2分', 'unclear', null, null],
  ])('%s is asked about: %s', (cell, why, min, max) => {
    const line = lineOf(cell);
    expect([line.result, line.why, line.min, line.max, line.worth.points]).toEqual(['ask', why, min, max, null]);
  });

  it.each<[string, number, number | null, string, string]>([
    ['参与1次2分', 2, null, '次', ''],
    ['每参加1小时计1分', 1, 2, '小时', ''],
    ['服务每满两小时得1分', 1, 4, '小时', ''],
    ['按时长计，2分/小时', 2, 2, '小时', '按时长计'],
    ['每人每天2分', 2, null, '日', ''],
    ['值班1天加3分', 3, null, '日', '值班'],
    ['10人以上的队伍加5分', 5, null, '次', '10人以上的队伍'],
    ['年满60周岁加2分', 2, null, '次', '年满60周岁'],
  ])('%s: %d points, for %s half hours, per %s, %s', (cell, points, perHalfHours, countedPer, condition) => {
    const { result, worth } = lineOf(cell);
    expect([result, worth.points, worth.perHalfHours, worth.countedPer, worth.condition]).toEqual([
      ...['take', points, perHalfHours, countedPer, condition],
    ]);
  });

  it.each<[string, object]>([
    ['每次2分（当天不超过6分）', { personDay: 6 }],
    ['2分/次，年度内累计不超过20分', { personYear: 20 }],
    ['每次3分，每月封顶12分', { personMonth: 12 }],
    ['每户每次2分，每户每月至多8分', { householdMonth: 8 }],
    ['1分/小时，每天限4分', { personDay: 4 }],
  ])('%s keeps its ceiling', (cell, ceilings) => {
    expect(lineOf(cell)).toMatchObject({ result: 'take', worth: { ceilings } });
  });

  it.each<[string, string[], string?]>([
    ['国家级：50；省级：30；市级：20', ['国家级 50', '省级 30', '市级 20']],
    ['特等10分 一等8分 二等6分', ['特等 10', '一等 8', '二等 6']],
    ['优秀5分、良好3分、合格1分', ['优秀 5', '良好 3', '合格 1']],
    ['一等奖/二等奖/三等奖：10/6/3分', ['一等奖 10', '二等奖 6', '三等奖 3']],
    ['省级（30分）、市级（20分）', ['省级 30', '市级 20']],
    ['30/20/10分', ['省级 30', '市级 20', '县级 10'], '获省级、市级、县级荣誉'],
  ])('%s are grades', (cell, grades, name = '获得表彰') => {
    const { result, worth } = lineOf(cell, name);
    expect([result, worth.grades.map((one) => `${one.name} ${one.points}`)]).toEqual(['take', grades]);
  });

  it.each<[Cell, string]>([
    ['每消费10元积1分', 'pointsAreNoMoney'],
    ['1元=1分', 'pointsAreNoMoney'],
    ['捐款每百元2分', 'pointsAreNoMoney'],
    ['奖2罚2', BAD],
    ['当年有效，次年清零', 'rule1OnlyAdded'],
  ])('%s stays out: %s', (cell, rule) => {
    expect(lineOf(cell)).toMatchObject({ result: 'refuse', rule });
  });
});

describe('everything that is not read is named', () => {
  it('sheets: a cover, a calendar, choices that are hidden, rewards, a sheet of pictures', async () => {
    const { sheets, lines } = await read(
      { name: '封面', rows: [['浏河社区'], ['积分管理细则'], ['二〇二六年']] },
      {
        name: '加分',
        rows: [
          ['事项', '分值'],
          ['义务巡逻', 3],
        ],
      },
      { name: '选项', isHidden: true, rows: [['次'], ['小时']] },
      {
        name: '积分超市',
        rows: [
          ['商品名称', '所需积分', '库存'],
          ['牙膏', 20, 5],
        ],
      },
      { name: '照片', rows: [] },
    );
    expect(sheets.map(({ name, kind }) => [name, kind])).toEqual([
      ['封面', 'words'],
      ['加分', 'rules'],
      ['选项', 'hidden'],
      ['积分超市', 'rewards'],
      ['照片', 'empty'],
    ]);
    expect(lines).toHaveLength(1);
  });

  it('tables side by side, each with its own fate', async () => {
    const { lines } = await book(
      ['加分项目', null, null, '减分项目', null, null],
      ['序号', '内容', '分值', '序号', '内容', '分值'],
      [1, '义务巡逻', 3, 1, '高空抛物', 10],
      [2, '照看邻居老人', 2, 2, '楼道堆物', 5],
    );
    expect(fatesOf(lines)).toEqual([
      ['义务巡逻', GOOD],
      ['高空抛物', BAD],
      ['照看邻居老人', GOOD],
      ['楼道堆物', BAD],
    ]);
  });

  it.each<[string, string]>([
    ['本办法所积分数自获得之日起两年内有效', 'rule1OnlyAdded'],
    ['年终未兑换的积分自动归零', 'rule1OnlyAdded'],
    ['每季度末积分重置', 'rule1OnlyAdded'],
    ['发生刑事案件的，当年积分一票否决', 'rule5NoShame'],
    ['连续三次排名末尾的户在公示栏点名', 'rule5NoShame'],
    ['积分低于60分的列入重点管理名单', 'rule5NoShame'],
    ['每10分可兑换1元', 'pointsAreNoMoney'],
  ])('a remark “%s” is told: %s', (text, rule) => {
    const { lines, remarks } = understand(['事项', '分值'], ['送饭', 2], [`说明：${text}。`]);
    expect([lines.map(fateOf), remarks.map(({ rules }) => rules)]).toEqual([[GOOD], [[rule]]]);
  });

  it('columns: who is in charge, a number of the document, a ticking column', () => {
    const { sheets } = understand(
      ['事项', '分值', '责任部门', '文号', '是否试点'],
      ['送饭', 2, '妇联', '浏社发〔2026〕3号', '是'],
    );
    expect(sheets[0]?.columns.map(({ heading, filled }) => [heading, filled])).toEqual([
      ['责任部门', 1],
      ['文号', 1],
      ['是否试点', 1],
    ]);
  });
});

describe('words are open', () => {
  it.each<[string, Cell[], Cell[]]>([
    ['正向行为', ['正向行为', '赋分值'], ['送饭', 2]],
    ['好人好事', ['序号', '好人好事内容', '奖励分值'], [1, '送饭', 2]],
    ['指标', ['一级指标', '二级指标', '评分标准'], ['互助', '送饭', '每次2分']],
    ['条目', ['维度', '积分条目', '积分值'], ['互助', '送饭', 2]],
    ['兑现', ['积分类型', '具体表现', '计分'], ['互助', '送饭', 2]],
    ['善行', ['善行义举', '可得积分'], ['送饭', 2]],
    ['参与', ['参与活动', '每次积分'], ['送饭', 2]],
    ['活动', ['活动名称', '积分标准（分/次）'], ['送饭', 2]],
  ])('headings in use: %s', (_which, heads, row) => {
    expect(understand(heads, row).lines).toMatchObject([{ result: 'take', name: '送饭', worth: { points: 2 } }]);
  });
});

it('takes no cell for data that has no value: borders, blanks and formats down to the end', () => {
  const blank: Cell[] = [null, ' ', '　'];
  const rows: Cell[][] = [['事项', '分值', '备注'], ['送饭', 2, null], ...Array.from({ length: 500 }, () => blank)];
  const { lines, remarks } = understandWorkbook([sheet('细则', ...rows)]);
  expect([lines.map(fateOf), remarks]).toEqual([[GOOD], []]);
});
