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

describe('numbers that a program has rounded', () => {
  const FULL = ['户编号', '姓名', '与户主关系', '联系电话', '身份证号码'];
  const left = (file: Awaited<ReturnType<typeof understandRows>>) =>
    told(file, 'fieldLeftOut', 'rowRefused')
      .filter(([, , , kind]) => kind !== 'missing')
      .map(([, row, field, kind]) => [row, field, kind]);

  it('phones that a list of commas kept in short are nobody’s, and said so', async () => {
    const file = await understandRows(
      FULL,
      ['A1', '王甲', '户主', '1.38E+10', null],
      ['A2', '李乙', '户主', '1.4000007701E+10', null],
      ['A3', '钱丙', '户主', { number: 14000007702, format: '0.00E+00' }, null],
    );
    expect(peopleOf(file).map(({ phone }) => phone)).toEqual([null, '14000007701', '14000007702']);
    expect(left(file)).toEqual([[2, '联系电话', 'roundedNumber']]);
  });

  it('households whose numbers became the same in short are never made one', async () => {
    const file = await understandRows(
      ['序号', '户号', '户主姓名', '姓名'],
      [1, '4.20802E+11', '王甲', '王甲'],
      [2, '4.20802E+11', '李乙', '李乙'],
      [3, '4.20802001002E+11', '钱丙', '钱丙'],
    );
    expect(familiesOf(file).map(([number, ...people]) => [number, people.length])).toEqual([['420802001002', 1]]);
    expect(refused(file)).toEqual([
      [2, 'roundedNumber'],
      [3, 'roundedNumber'],
    ]);
  });

  it('ID numbers in short, and those with zeros at the end, say that they were rounded', async () => {
    const file = await understandRows(
      ['姓名', '公民身份号码', '户编号', '与户主关系'],
      ['王甲', '4.20802E+17', 'A1', '户主'],
      ['李乙', '420802195003082000', 'A2', '户主'],
      ['钱丙', { number: 420802195003082000, format: '0' }, 'A3', '户主'],
    );
    expect(namesOf(file)).toEqual(['王甲', '李乙', '钱丙']);
    expect(left(file).map(([row, , kind]) => [row, kind])).toEqual([
      [2, 'roundedNumber'],
      [3, 'roundedNumber'],
      [4, 'roundedNumber'],
    ]);
  });

  it('decimals that a program put behind every number are taken off, and one number stays one', async () => {
    const file = await understandRows(
      FULL,
      ['1001.0', '王甲', '户主', '14000007701.0', '3081.0'],
      [1001, '王乙', '子', 14000007702, null],
    );
    expect(familiesOf(file)).toEqual([['1001', '王甲 户主', '王乙 子']]);
    expect(peopleOf(file).map(({ phone, idTail, note }) => [phone, idTail, note])).toEqual([
      ['14000007701', '3081', null],
      ['14000007702', null, null],
    ]);
    expect(told(file, 'toAsk')).toEqual([]);
  });

  it('a bank card’s length of digits in a column of landlines is refused, a short one is not', async () => {
    const file = await understandRows(
      ['户编号', '姓名', '与户主关系', '固定电话', '备注'],
      ['A1', '王甲', '户主', '7.242345678E+9', null],
      ['A2', '李乙', '户主', '7.24E+09', null],
      [1234567890123456, '钱丙', '户主', null, null],
    );
    expect(left(file)).toEqual([
      [2, '固定电话', 'wrongDigits'], // all its digits, and not the zero that Excel took: nobody guesses it
      [3, '固定电话', 'roundedNumber'],
      [4, '户编号', 'roundedNumber'],
    ]);
  });
});

describe('cells in which nothing stands, down to the last row', () => {
  const ROWS: readonly (readonly Written[])[] = [SHORT, ['A1', '王甲', '户主']];
  const dragged = (from: number, to: number, row: (n: number) => string) =>
    Array.from({ length: to - from + 1 }, (_, i) => `<row r="${from + i}">${row(from + i)}</row>`).join('');

  it.each<[string, string, string]>([
    ['one cell with a border in the very last row', '<row r="1048576"><c r="XFD1048576" s="0"/></row>', ''],
    [
      'formulas that give nothing, to row 65,536',
      dragged(3, 65_536, (n) => `<c r="A${n}" t="str"><f>IF(B${n}="","",B${n})</f><v></v></c>`),
      '',
    ],
    [
      'a blank that somebody typed and dragged, to row 65,536',
      dragged(3, 65_536, (n) => `<c r="B${n}" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>`),
      '',
    ],
    [
      'formulas that gave nothing, pasted as values, to row 65,536',
      dragged(3, 65_536, (n) => `<c r="A${n}" t="s"><v>1</v></c><c r="C${n}" t="s"><v>0</v></c>`),
      '<si><t></t></si><si><t xml:space="preserve">  </t></si>',
    ],
    [
      'heights and hidden rows without a cell, to row 1,048,576',
      '<row r="3" ht="30" customHeight="1"/><row r="500" hidden="1"></row><row r="1048576" s="1" customFormat="1"/>',
      '',
    ],
  ])('%s', async (_which, below, shared) => {
    const file = await understandFile(makeSheets([{ name: '名册', rows: ROWS, below }], shared));
    expect(namesOf(file)).toEqual(['王甲']);
    expect(refused(file)).toEqual([]);
  });
});

describe('lists without birth dates', () => {
  const OF_BIRTH = ['出生日期', '年龄', '证件号码', '户编号', '姓名'];
  const asked = (file: Awaited<ReturnType<typeof understandRows>>) =>
    told(file, 'toAsk', 'rowRefused', 'fieldLeftOut').filter(
      ([, row, field]) => row !== 1 && OF_BIRTH.includes(`${field}`),
    );

  it.each<[string, (readonly Written[])[], (string | null)[]]>([
    [
      'ages in words',
      [
        ['户编号', '姓名', '与户主关系', '年龄（周岁）'],
        ['A1', '王甲', '户主', '76岁'],
        ['A1', '王乙', '子', 40],
      ],
      ['1950-12-31', '1986-12-31'],
    ],
    [
      'a column of strokes and of words for nothing',
      [
        ['户编号', '姓名', '与户主关系', '出生年月'],
        ['A1', '王甲', '户主', '/'],
        ['A1', '王乙', '子', '不详'],
        ['A2', '李丙', '户主', '——'],
        ['A3', '钱丁', '户主', '待补'],
        ['A4', '孙戊', '户主', '空'],
      ],
      [null, null, null, null, null],
    ],
    [
      'ID numbers with stars in their middle',
      [
        ['户编号', '姓名', '与户主关系', '身份证号'],
        ['A1', '王甲', '户主', '420802********1234'],
        ['A2', '李乙', '户主', '4208＊＊＊＊＊＊＊＊＊＊012X'],
      ],
      [null, null],
    ],
    [
      'ID numbers with stars at their end, which have the day',
      [
        ['户编号', '姓名', '与户主关系', '证件号码'],
        ['A1', '王甲', '户主', '42080219500308****'],
      ],
      ['1950-03-08'],
    ],
    [
      'one row a household, of its head alone',
      [
        ['门牌', '户编号', '户主姓名', '姓名', '人数'],
        ['2号2单元803', 'A1', '王甲', '王甲', 3],
        ['7号1单元402', 'A2', '李乙', '李乙', 2],
      ],
      [null, null],
    ],
  ])('%s: everybody is in, and nothing is unclear', async (_which, rows, births) => {
    const file = await understandRows(...rows);
    expect(peopleOf(file).map(({ bornOn }) => bornOn)).toEqual(births);
    expect(asked(file)).toEqual([]);
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
