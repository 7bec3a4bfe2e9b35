import { familiesOf, namesOf, peopleOf, told, understandFile, understandRows, understandSheets } from './roster-sheets';
import { makeSheets, type Written } from './workbook';

/** Five sheets and more of each kind of trouble, in other words and layouts than those that were reported. */
const HEADER = ['户编号', '户主姓名', '姓名', '与户主关系', '出生日期'];
const SHORT = ['户编号', '姓名', '与户主关系'];
const sheets = (...all: readonly (readonly [string, ...(readonly Written[])[]])[]) =>
  understandFile(makeSheets(all.map(([name, ...rows]) => ({ name, rows }))));
const refusedKinds = (file: Awaited<ReturnType<typeof sheets>>) =>
  told(file, 'rowRefused').map(([sheet, row, , kind, as]) => [sheet, row, kind, as]);

describe('one number of two families', () => {
  it.each([
    [
      'two heads by their relation',
      [SHORT, ['A1', '王甲', '户主'], ['A1', '李乙', '户主'], ['A1', '李丙', '子']],
      '王甲、李乙',
    ],
    ['two heads by code', [SHORT, ['A1', '王甲', '02'], ['A1', '李乙', '户主本人']], '王甲、李乙'],
    [
      'another head beside the name',
      [HEADER, ['A1', '王甲', '王甲', '户主'], ['A1', '李乙', '李丙', '子']],
      '王甲、李乙',
    ],
    ['a head who names another', [HEADER, ['A1', '李乙', '王甲', '户主'], ['A1', '李乙', '李丙', '子']], '李乙、王甲'],
    [
      'three of them',
      [SHORT, ['A1', '王甲', '户主'], ['A1', '李乙', '户主'], ['A1', '赵丁', '户主']],
      '王甲、李乙、赵丁',
    ],
  ] as const)('is refused, all of its rows: %s', async (_which, rows, names) => {
    const file = await understandRows(...rows);
    expect(file.households).toEqual([]);
    expect(refusedKinds(file)).toEqual(rows.slice(1).map((_, i) => ['名册', i + 2, 'twoHeads', names]));
  });

  it('is refused across sheets that each begin to count at 1', async () => {
    const file = await sheets(
      ['一组', SHORT, ['1', '王甲', '户主'], ['2', '赵丁', '户主']],
      ['二组', SHORT, ['1', '李乙', '户主'], ['1', '李丙', '子'], ['3', '孙戊', '户主']],
    );
    expect(namesOf(file)).toEqual(['赵丁', '孙戊']);
    expect(refusedKinds(file)).toEqual([
      ['一组', 2, 'twoHeads', '王甲、李乙'],
      ['二组', 2, 'twoHeads', '王甲、李乙'],
      ['二组', 3, 'twoHeads', '王甲、李乙'],
    ]);
  });

  it('is refused where rows of another sheet, or of another group, name no head', async () => {
    const file = await sheets(['一组', SHORT, ['1', '王甲', '户主']], ['二组', SHORT, ['1', '李丙', '子']]);
    expect([namesOf(file), refusedKinds(file)]).toEqual([['王甲'], [['二组', 2, 'onOtherSheet', '一组']]]);
    const title = ['户编号', '姓名', '与户主关系', '网格', '小组'];
    const groups = await understandRows(
      title,
      ['1', '王甲', '户主', '第一网格', '1组'],
      ['1', '李丙', '子', '第一网格', '2组'],
    );
    expect([namesOf(groups), refusedKinds(groups)]).toEqual([['王甲'], [['名册', 3, 'inOtherPlace', '第一网格 1组']]]);
  });

  it('is one family where the same head is named everywhere, on one sheet or on two', async () => {
    const file = await sheets(
      ['常住', HEADER, ['A1', '王甲', '王甲', '户主']],
      ['外出', HEADER, ['A1', '王 甲', '王乙', '长子']],
    );
    expect(familiesOf(file)).toEqual([['A1', '王甲 户主', '王乙 长子']]);
  });
});

describe('a number that stands on a family’s first row alone', () => {
  it.each([
    [
      'is that of its members',
      [
        ['A1', '王甲', '户主'],
        [null, '王乙', '子'],
        [null, '王丙', '女'],
      ],
      [['A1', '王甲 户主', '王乙 子', '王丙 女']],
    ],
    [
      'is not that of the next head',
      [
        ['A1', '王甲', '户主'],
        [null, '李乙', '户主'],
        [null, '李丙', '子'],
      ],
      [['A1', '王甲 户主']],
    ],
    [
      'is not that of the next 本人',
      [
        ['A1', '王甲', '本人'],
        [null, '李乙', '本人'],
      ],
      [['A1', '王甲 户主']],
    ],
    [
      'is not taken from a row whose own was refused',
      [
        [1e17, '王甲', '户主'],
        [null, '王乙', '子'],
      ],
      [],
    ],
    [
      'begins anew behind the next number',
      [
        ['A1', '王甲', '户主'],
        ['A2', '李乙', '户主'],
        [null, '李丙', '子'],
      ],
      [
        ['A1', '王甲 户主'],
        ['A2', '李乙 户主', '李丙 子'],
      ],
    ],
  ] as const)('%s', async (_which, rows, families) => {
    expect(familiesOf(await understandRows(SHORT, ...rows))).toEqual(families);
  });

  it('is not that of a row that names another head, nor of another sheet', async () => {
    const named = await understandRows(HEADER, ['A1', '王甲', '王甲', '户主'], [null, '李乙', '李丙', '子']);
    expect([namesOf(named), refusedKinds(named)]).toEqual([['王甲'], [['名册', 3, 'missing', null]]]);
    const second = await sheets(['一组', SHORT, ['A1', '王甲', '户主']], ['二组', SHORT, [null, '王乙', '子']]);
    expect([namesOf(second), refusedKinds(second)]).toEqual([['王甲'], [['二组', 2, 'missing', null]]]);
  });
});

describe('a number that Excel has changed', () => {
  it.each([
    ['sixteen digits', 1234567890123456, 'roundedNumber'],
    ['eighteen, in a format of no exponent', { number: 420802001001001000, format: '0' }, 'roundedNumber'],
    ['a day that was 3-1', { number: 46082, format: 'm"月"d"日"' }, 'dateCell'],
    ['an ID number', '420802195003080016', 'identityNumber'],
    ['longer than any', 'A'.repeat(21), 'notUnderstood'],
  ] as const)('refuses its row: %s', async (_which, number, kind) => {
    const file = await understandRows(SHORT, [number, '王甲', '户主']);
    expect(refusedKinds(file)).toMatchObject([['名册', 2, kind, null]]);
    expect(JSON.stringify(file)).not.toContain('420802195003080016');
  });

  it('is taken where nothing was lost: text of 18 signs, and zeros that a format shows', async () => {
    const file = await understandRows(
      SHORT,
      ['420802001001001', '王甲', '户主'],
      [{ number: 7, format: '0000' }, '李乙', '户主'],
    );
    expect(file.households.map(({ number }) => number)).toEqual(['420802001001001', '0007']);
  });
});

describe('the sheets of a file', () => {
  const person = ['A1', '王甲', '户主'];
  it('are each read by their own header, wherever it stands, and named where they are not', async () => {
    const file = await understandFile(
      makeSheets([
        { name: '封面', rows: [['浏河村二〇二六年居民花名册']] },
        { name: '一组', rows: [['一组花名册'], [], ['填表：村委会'], SHORT, person] },
        {
          name: '二组',
          rows: [
            ['与户主关系', '成员姓名', '户号'],
            ['户主', '李乙', 'B1'],
          ],
        },
        { name: '旧册', isHidden: true, rows: [SHORT, ['C1', '赵丁', '户主']] },
        { name: 'Sheet4', rows: [] },
        {
          name: '走访记录',
          rows: [
            ['序号', '姓名', '性别', '家访时间'],
            [1, '王甲', '男', '3月'],
          ],
        },
      ]),
    );
    expect(namesOf(file)).toEqual(['王甲', '李乙']);
    expect(
      file.sheets.map(({ name, state, headerRow, people, lacks }) => [name, state, headerRow, people, lacks]),
    ).toEqual([
      ['封面', 'withoutHeader', null, 0, []],
      ['一组', 'read', 4, 1, []],
      ['二组', 'read', 1, 1, []],
      ['旧册', 'hidden', null, 0, []],
      ['Sheet4', 'empty', null, 0, []],
      ['走访记录', 'lacksColumns', 1, 0, ['户编号']],
    ]);
  });

  it('say of each column that is not read what it is called, how full it is, and how it begins', async () => {
    const title = ['户编号', '姓名', '与户主关系', '联系电话', '手机号', '民族', '党员示范岗', '空列'];
    const file = await understandRows(title, ['A1', '王甲', '户主', null, '14000000001', '汉', '是', null]);
    expect(file.sheets[0]?.columns).toEqual([
      { column: 'E', title: '手机号', field: null, state: 'twice', filled: 1, examples: ['14000000001'] },
      { column: 'F', title: '民族', field: null, state: 'unneeded', filled: 1, examples: ['汉'] },
      { column: 'G', title: '党员示范岗', field: null, state: 'unknown', filled: 1, examples: ['是'] },
      { column: 'H', title: '空列', field: null, state: 'unknown', filled: 0, examples: [] },
    ]);
  });

  it('are read by what a person said of titles that nobody knows', async () => {
    const file = makeSheets([
      {
        name: 'S',
        rows: [
          ['档 案 号*', '姓名', '跟户主啥关系', '门派'],
          ['A1', '王甲', '户主', '无'],
        ],
      },
    ]);
    expect(namesOf(await understandFile(file))).toEqual([]);
    const assigned = new Map([
      ['档案号', '户编号' as const],
      ['跟户主啥关系', '与户主关系' as const],
      ['门派', null],
    ]);
    const said = await understandFile(file, { assigned });
    expect(familiesOf(said)).toEqual([['A1', '王甲 户主']]);
    expect(said.sheets[0]?.columns.map(({ title, field, state }) => [title, field, state])).toEqual([
      ['档 案 号*', '户编号', 'assigned'],
      ['跟户主啥关系', '与户主关系', 'assigned'],
      ['门派', null, 'unneeded'],
    ]);
  });

  it('have no people in rows without a value, nor in blanks', async () => {
    const file = await understandRows(SHORT, person, [], [' ', '　', null], [], ['A2', '李乙', '户主'], ['  ']);
    expect([file.rows, namesOf(file)]).toEqual([2, ['王甲', '李乙']]);
  });
});

describe('headings in use', () => {
  it.each([
    ['a household register', ['户号', '与户主关系', '姓名', '性别', '公民身份号码', '住址', '变动情况']],
    ['a grid’s form', ['家庭编号', '居民姓名', '家庭关系', '性别', '身份证号码', '联系方式', '所属网格']],
    ['a village’s list', ['农户编号', '家庭成员姓名', '与户主之关系', '性别', '出生年月', '电话号码', '村民小组']],
    [
      'a form with stars and brackets',
      ['*户编号（必填）', '*姓 名', '与户主关系:', '性别', '身份证号（18位）', '手机号码', '备注'],
    ],
    ['a form with numbers', ['户籍编号', '成员姓名', '户主关系', '性别代码', '年龄', '座机', '门牌号']],
  ])('are known: %s', async (_which, titles) => {
    const file = await understandRows(titles, [
      'A1',
      ...titles.slice(1).map((title) => (/名$/u.test(title) ? '王甲' : null)),
    ]);
    expect(file.sheets[0]?.columns).toEqual([]);
  });

  it('of two rows are read together: a name below 户主信息 is the head’s', async () => {
    const file = await understandRows(
      [null, '户主信息', null, '家庭成员信息', null],
      ['户编号', '姓名', '联系电话', '姓名', '与户主关系'],
      ['A1', '王甲', '14000000001', '王甲', '户主'],
      ['A1', '王甲', '14000000001', '王乙', '长子'],
    );
    expect(familiesOf(file)).toEqual([['A1', '王甲 户主', '王乙 长子']]);
  });
});

describe('an ID number in a sheet', () => {
  const TITLE = ['户编号', '姓名', '与户主关系', '性别', '出生日期', '身份证号', '身份证后四位', '备注'];
  const man = '420802195003080016';
  it.each([
    ['alone', [null, null, man, null, null], ['male', '1950-03-08', 'day', '0016', null], []],
    ['beside the same day', ['男', '1950.3', man, '0016', null], ['male', '1950-03-08', 'day', '0016', null], []],
    [
      'beside another day and sex',
      ['女', '1951-03-08', man, null, null],
      ['male', '1950-03-08', 'day', '0016', null],
      ['differsFromNumber', 'differsFromNumber'],
    ],
    ['in the column of its tail', [null, null, null, man, null], ['male', '1950-03-08', 'day', '0016', null], []],
    [
      'in a remark',
      [null, '1950', null, null, `低保 ${man}`],
      [null, '1950-12-31', 'year', null, '低保 （证件号…0016）'],
      [],
    ],
    [
      'that Excel has rounded',
      [null, '1950', 420802195003080000, null, null],
      [null, '1950-12-31', 'year', null, null],
      [],
    ],
    ['with a wrong last sign', [null, null, '420802195003080011', null, null], [null, null, null, null, null], []],
  ] as const)('gives what it says and is kept nowhere: %s', async (_which, cells, person, asked) => {
    const file = await understandRows(TITLE, ['A1', '王甲', '户主', ...cells]);
    const [one] = peopleOf(file);
    expect([one?.sex, one?.bornOn, one?.bornPrecision, one?.idTail, one?.note]).toEqual(person);
    expect(told(file, 'toAsk').map(([, , , kind]) => kind)).toEqual(asked);
    expect(JSON.stringify(file)).not.toMatch(/\d{17}[\dX]/u);
  });
});

describe('somebody who may be gone', () => {
  it.each([
    ['备注', '2023年已故'],
    ['备注', '户口迁出，人还在'],
    ['人员状态', '死亡'],
    ['变动情况', '搬走'],
    ['备注', '妻子去世'],
  ])('is asked about, with the words of the cell: %s %s', async (title, said) => {
    const file = await understandRows([...SHORT, title], ['A1', '王甲', '户主', said], ['A1', '王乙', '子', '低保']);
    expect(peopleOf(file).map(({ name, saysGone }) => [name, saysGone])).toEqual([
      ['王甲', said],
      ['王乙', null],
    ]);
  });

  it('may stand in the place of a relation', async () => {
    const file = await understandRows(SHORT, ['A1', '王甲', '户主'], ['A1', '王乙', '迁出或死亡']);
    expect(peopleOf(file).map(({ relation, saysGone }) => [relation, saysGone])).toEqual([
      ['户主', null],
      ['成员', '迁出或死亡'],
    ]);
  });
});

describe('an address', () => {
  it.each([
    [['居住地址'], ['浏河路2号2单元803'], '浏河路2号2单元803'],
    [['小区', '楼栋', '单元', '房号'], ['浏河花园', '3', '2', '401'], '浏河花园3栋2单元401室'],
    [['小区', '楼号', '单元号', '室'], ['浏河花园', '3号楼', '二单元', '401室'], '浏河花园3号楼二单元401室'],
    [['住址', '房号'], ['浏河路2号', '803'], '浏河路2号803室'],
    [['栋', '房号'], ['A', '12-3'], 'A栋12-3室'],
  ])('is put together from its columns: %j', async (titles, cells, address) => {
    const file = await understandRows([...SHORT, ...titles], ['A1', '王甲', '户主', ...cells]);
    expect(file.households[0]?.address).toBe(address);
  });
});

it('takes no more from a sheet than it has names for, however wide', async () => {
  const rows = [
    { row: 1, cells: [...SHORT, ...Array<string>(500).fill('栏')] },
    { row: 2, cells: ['A1', '王甲', '户主'] },
  ];
  const file = understandSheets([{ name: 'S', isHidden: false, rows }]);
  expect(file.sheets[0]?.columns).toHaveLength(97);
});
