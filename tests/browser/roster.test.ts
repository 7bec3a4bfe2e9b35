import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { type ExpectedRoster, expectedFindings } from '../household/expected-roster';
import { rosterOf, wang } from '../household/roster-scene';
import { handsOn } from './hands';
import { openCommunity } from './new-community';
import { DESK, describeInBrowser, picture, Stage } from './stage';

const FILE = path.resolve('cloudfunctions/host/demo/data/roster-liuhe-made-up.xlsx');
const EXPECTED: ExpectedRoster = JSON.parse(readFileSync('tests/household/roster-liuhe-made-up.expected.json', 'utf8'));
type Expected = ReturnType<typeof expectedFindings>[number];

/** The four views of what was found, as the screen names them. */
const VIEWS: readonly (readonly [Expected['effect'], string])[] = [
  ['rowRefused', '不收的行'],
  ['fieldLeftOut', '空着的格子'],
  ['filledIn', '补上的'],
  ['understood', '换了写法的'],
];
/** What must be read of a finding, beside the value and the column that it is about. */
const SAID: Partial<Record<Expected['kind'], string>> = {
  chineseForm: '中文写法',
  dotted: '用点或斜线隔开',
  dateCell: 'Excel 的日期格子',
  yearOnly: '只有年份',
  numberCell: '数字格子',
  blanksInside: '里有空格',
  wrongDigits: '位数不对',
  withoutGroup: '没写小组',
  emptyPerson: '没有写姓名',
  doubleInFile: '重了',
  noSuchDay: '没有这一天',
  inTheFuture: '还没到',
  withoutHead: '没有户主',
  unknownGrid: '社区里没有',
};
const inChinese = (value: string) =>
  value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`);

/** Where household LH0007 lives. */
const HOME_OF_FU = '浏河路38号1单元901';

describeInBrowser('a community’s roster', () => {
  let stage: Stage;
  let admin: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    await openCommunity(stage);
    admin = await stage.person('admin', '/staff/roster/index', { viewport: DESK });
    await handsOn(admin).sees('选一份花名册');
  });
  afterAll(() => stage?.close());

  const choose = (file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
    admin.locator('input[type="file"]').last().setInputFiles(file);
  const fact = (term: string) =>
    admin
      .locator('.roster-sums .facts-row')
      .filter({ has: admin.getByText(term, { exact: true }) })
      .innerText();
  /** Whom the people's page finds; the whole list does not end on its first page. */
  const peopleFound = async (words: string) => {
    await admin.goto(`${stage.origin}/staff/people/index`);
    await handsOn(admin).write('找人', words);
    await handsOn(admin).sees(/^就这 \d+ 人了$/);
    return admin.getByRole('table', { name: '居民' }).locator('.data-table-row').allInnerTexts();
  };

  /** Every row of a view, by its number in the file, read to its end. */
  async function readView(name: string): Promise<Map<number, string>> {
    await admin.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    const more = admin.getByRole('button', { name: '再看一些' });
    while (await more.isVisible()) await more.click();
    // what is far from the screen is there to be read and found, and has no inner text until it is drawn
    const texts = await admin.getByRole('table', { name }).locator('.data-table-row').allTextContents();
    const rows = new Map<number, string>();
    for (const text of texts) {
      const row = Number(/第 (\d+) 行/.exec(text)?.[1]);
      rows.set(row, `${rows.get(row) ?? ''} ${text}`);
    }
    return rows;
  }

  it('is looked at before: everything that was found is there to read, row by row', async () => {
    await choose(FILE);
    await handsOn(admin).sees('一格一格怎么看的');
    await handsOn(admin).sees('886 行人，第 3 行是表头');
    await handsOn(admin).sees('没有读的列：序号。');
    await picture(admin, 'roster-preview');
    const findings = expectedFindings(EXPECTED);
    for (const [effect, view] of VIEWS) {
      const shown = await readView(view);
      const expected = findings.filter((finding) => finding.effect === effect);
      expect([...shown.keys()].sort()).toEqual([...new Set(expected.map(({ row }) => row))].sort());
      for (const { row, field, kind, as } of expected) {
        const text = shown.get(row) ?? '';
        expect(`${row} ${text}`).toContain(SAID[kind] ?? field);
        if (as !== null) expect(`${row} ${text}`).toContain(inChinese(as));
        if (effect === 'understood' || effect === 'filledIn') expect(text).toContain(field);
      }
    }
  });

  it('goes in once: the good rows are people of the community', async () => {
    await handsOn(admin).sees(
      `${EXPECTED.people} + 0 + ${EXPECTED.rows - EXPECTED.people} = ${EXPECTED.rows} 行，一行不漏`,
    );
    await handsOn(admin).tap(`收下 ${EXPECTED.people} 人`);
    await handsOn(admin).sees('导好了');
    await handsOn(admin).sees(`新登记 ${EXPECTED.households} 户，新登记 ${EXPECTED.people} 人`);
    expect(await fact('不收')).toContain(`${EXPECTED.rows - EXPECTED.people} 行`);
    await picture(admin, 'roster-imported');
    expect(await peopleFound('14000000016')).toEqual([
      expect.stringMatching(new RegExp(`董玉兰[\\s\\S]*${HOME_OF_FU}`)),
    ]);
  });

  it('doubles nobody when it comes again, and says so before and after', async () => {
    await admin.goto(`${stage.origin}/staff/roster/index`);
    await choose(FILE);
    await handsOn(admin).sees('这份表里的人都登记过了');
    await handsOn(admin).tap('照样导一次');
    await handsOn(admin).sees('这份表已经都在了');
    await handsOn(admin).sees('没有新的，也没有重复登记。');
    expect(await fact('已经有了')).toContain(`${EXPECTED.people} 人`);
    expect(await fact('新登记')).toContain('0 户，0 人');
    await picture(admin, 'roster-again');
    expect(await peopleFound('董玉兰')).toHaveLength(1);
  });

  it('asks who is meant where it is unclear: this person, somebody new, or not now', async () => {
    await admin.goto(`${stage.origin}/staff/roster/index`);
    const home = { ...wang, 户编号: 'LH0007', 户主姓名: '傅伟', 居住地址: null, 联系电话: null };
    const row = (name: string, bornOn: string, phone: string | null = null) => ({
      ...{ ...home, 姓名: name, 与户主关系: '成员', 性别: null, 出生日期: bornOn, 联系电话: phone },
    });
    const buffer = rosterOf(
      row('董玉兰', '1993-01-01', '14000005007'),
      row('傅永福', '1951-01-01'),
      row('傅芳', '2020-01-01'),
    );
    await choose({ name: '核对.xlsx', mimeType: 'application/vnd.ms-excel', buffer });
    await handsOn(admin).sees('问你一句 · 第 1 个，共 3 个');
    const pick = (name: string, words: RegExp) =>
      admin
        .getByRole('list', { name: new RegExp(name) })
        .getByRole('radio', { name: words })
        .click();
    await pick('董玉兰', /^是同一个人/);
    await handsOn(admin).tap('就这样，下一个');
    await pick('傅永福', /新登记一位/);
    await handsOn(admin).tap('就这样，下一个');
    await pick('傅芳', /先不收/);
    await handsOn(admin).sees('问你一句 · 第 3 个，共 3 个');
    await picture(admin, 'roster-unclear');
    await handsOn(admin).tap('收下 2 人，1 行先放着');
    await handsOn(admin).sees('新登记 1 人，更新 1 人');
    await picture(admin, 'roster-decided');
    expect(await peopleFound('14000005007')).toEqual([expect.stringContaining('董玉兰')]);
    expect((await peopleFound('傅永福')).filter((text) => text.includes(HOME_OF_FU))).toHaveLength(2);
    expect((await peopleFound('傅芳')).filter((text) => text.includes(HOME_OF_FU))).toHaveLength(1);
  });
});
