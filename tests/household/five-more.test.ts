import { readBorn } from '../../cloudfunctions/household/rules/roster/born';
import { readName } from '../../cloudfunctions/household/rules/roster/cells';
import { readPhone } from '../../cloudfunctions/household/rules/roster/phone';
import { readRelation } from '../../cloudfunctions/household/rules/roster/relation';
import { familiesOf, namesOf, peopleOf, told, understandFile, understandRows } from './roster-sheets';
import { makeSheets, type Written } from './workbook';

/** Five sheets more of each kind, in layouts and wordings that none of the reported ones has. */
const SHORT = ['户编号', '姓名', '与户主关系'];
const refused = (file: Awaited<ReturnType<typeof understandRows>>) =>
  told(file, 'rowRefused').map(([, row, , kind]) => [row, kind]);

describe('nobody is merged in silence', () => {
  it.each<[string, (readonly Written[])[], string[]]>([
    [
      'the number in a merged cell over two families',
      [SHORT, ['A1', '王甲', '户主'], [null, '王乙', '子'], [null, '李丙', '户主'], [null, '李丁', '妻']],
      ['王甲', '王乙'],
    ],
    [
      'two heads with codes of the standard',
      [
        ['户号', '姓名', '与户主关系代码'],
        ['A1', '王甲', '02'],
        ['A1', '王乙', '20'],
        ['A1', '李丙', '02'],
      ],
      [],
    ],
    [
      'the head’s name in brackets behind the number',
      [
        ['户编号', '户主', '姓名', '关系'],
        ['A1', '王甲', '王甲', '户主'],
        ['A1', '王甲', '王乙', '子'],
        ['A1', '李丙', '李丙', '户主'],
      ],
      [],
    ],
    [
      'numbers that a formula has made long',
      [SHORT, [4208020010010010000, '王甲', '户主'], [4208020010010010000, '李乙', '户主']],
      [],
    ],
    [
      'numbers as days: 1-1, 1-2',
      [SHORT, [{ number: 46023, format: 'm-d' }, '王甲', '户主'], ['1-2', '李乙', '户主']],
      ['李乙'],
    ],
  ])('%s', async (_which, rows, names) => {
    expect(namesOf(await understandRows(...rows))).toEqual(names);
  });
});

describe('everything that is not read is named', () => {
  it('sheets and columns of a workbook that a street sends round', async () => {
    const file = await understandFile(
      makeSheets([
        { name: '填报要求', rows: [['一、以户为单位填报'], ['二、12月10日前报送']] },
        {
          name: '代码表',
          isHidden: true,
          rows: [
            ['01', '本人'],
            ['02', '户主'],
          ],
        },
        {
          name: '人口台账',
          rows: [
            ['浏河社区人口台账'],
            ['填报单位：浏河社区', null, null, '填报日期：2026年11月'],
            ['户编号', '姓名', '与户主关系', '政治面貌', '服务类型', '走访人'],
            ['A1', '王甲', '户主', '群众', '独居', '赵'],
          ],
        },
        {
          name: '统计',
          rows: [
            ['项目', '数量'],
            ['总户数', 1],
          ],
        },
        { name: 'Sheet5', rows: [] },
      ]),
    );
    expect(namesOf(file)).toEqual(['王甲']);
    expect(file.sheets.map(({ name, state, headerRow }) => [name, state, headerRow])).toEqual([
      ['填报要求', 'withoutHeader', null],
      ['代码表', 'hidden', null],
      ['人口台账', 'read', 3],
      ['统计', 'withoutHeader', null],
      ['Sheet5', 'empty', null],
    ]);
    expect(file.sheets[2]?.columns.map(({ title, state }) => [title, state])).toEqual([
      ['政治面貌', 'unneeded'],
      ['服务类型', 'unknown'],
      ['走访人', 'unknown'],
    ]);
  });

  it('a sum and who has signed at the foot are no people', async () => {
    const file = await understandRows(
      SHORT,
      ['A1', '王甲', '户主'],
      ['合计', '1户1人', null],
      ['填表人：赵丁', null, '审核人：钱戊'],
    );
    expect(namesOf(file)).toEqual(['王甲']);
  });

  it('a second table below, of people who have moved away, asks about each', async () => {
    const file = await understandRows(
      [...SHORT, '备注'],
      ['A1', '王甲', '户主', null],
      [],
      ['以下人员已迁出', null, null, null],
      ['A2', '李乙', '户主', null],
    );
    expect(peopleOf(file).map(({ name, saysGone }) => [name, saysGone === null])).toEqual([
      ['王甲', true],
      ['李乙', false],
    ]);
  });
});

describe('words are open', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a police register', ['户号', '姓名', '与户主关系', '公民身份号码', '户籍地址'], ['A1', '王甲', '户主', '', '']],
    ['a housing list', ['房屋编号', '住户姓名', '与产权人关系'], ['A1', '王甲', '本人']],
    [
      'a grid’s sheet',
      ['家庭户编码', '人员姓名', '家庭成员关系', '联系方式（手机）'],
      ['A1', '王甲', '户主', '14000000001'],
    ],
    ['a form in two lines', ['户\n编号', '姓\n名', '与户主\n关系'], ['A1', '王甲', '户主']],
    ['an old list', ['门牌编号', '户主及成员姓名', '称呼'], ['A1', '王甲', '户主']],
  ])('headings: %s', async (which, titles, cells) => {
    const file = await understandRows(titles, cells);
    const known = which === 'a housing list' || which === 'an old list' ? [] : ['王甲'];
    expect(namesOf(file)).toEqual(known);
    // what is not known is named, and can be said
    if (known.length === 0) expect(file.sheets[0]).toMatchObject({ state: 'lacksColumns' });
  });

  it.each<[string, string]>([
    ['户主之子', '子'],
    ['其母', '母'],
    ['长媳', '长媳'],
    ['33 次女', '次女'],
    ['系户主配偶', '配偶'],
    ['户主（本人）', '户主'],
    ['孙女（未成年）', '孙女'],
  ])('relations: %s is %s', (said, relation) => {
    expect(readRelation(said).value).toBe(relation);
  });

  it.each(['欧阳·娜娜', '买买提·艾力', '司马  相如', '李𬭎', 'ⅹ李四'.slice(1)])('names: %s', (name) => {
    expect(readName(name).value).not.toBeNull();
  });
});

describe('phones and days', () => {
  it.each<[Written, string | null]>([
    ['14000007701（本人）/14000007702（配偶）', '14000007701'],
    ['TEL:14000007701', '14000007701'],
    ['14000007701转8', '14000007701'],
    ['+86-140-0000-7701', '14000007701'],
    ['座机0724-2345678；手机14000007701', '14000007701'],
    ['140 00007701\n2345678', '14000007701'],
    ['没电话', null],
  ])('a phone %s is %s', (cell, phone) => {
    expect(readPhone(typeof cell === 'object' ? null : cell).value).toBe(phone);
  });

  it.each<[Written, string | null]>([
    ['1950年03月', '1950-03-31'],
    ['1950-3-8 0:00', '1950-03-08'],
    ['1950 年', '1950-12-31'],
    ['一九五〇年三月', '1950-03-31'],
    ['1950.03.08.', '1950-03-08'],
    ['（农历）1950年八月十五', '1950-12-31'],
    ['1950年3月8日（身份证为3月18日）', null],
  ])('a birthday %s is %s', (cell, on) => {
    expect(readBorn(typeof cell === 'object' ? null : cell, '2026-11-23').value?.on ?? null).toBe(on);
  });
});

it('a list without any birthday makes no row unclear, and says so once', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => [`A${i}`, '王甲', '户主']);
  const file = await understandRows(SHORT, ...rows);
  expect(namesOf(file)).toHaveLength(20);
  expect(refused(file)).toEqual([]);
  expect(file.findings.filter(({ field }) => field === '出生日期')).toMatchObject([{ row: 1, kind: 'missing' }]);
  expect(familiesOf(file)[0]).toEqual(['A0', '王甲 户主']);
});
