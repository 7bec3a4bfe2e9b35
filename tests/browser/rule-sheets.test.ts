import path from 'node:path';
import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { openCommunity } from './new-community';
import { DESK, describeInBrowser, picture, Stage } from './stage';

const DATA = path.resolve('cloudfunctions/host/demo/data');
const REPORTED = path.resolve('tests/catalogue/sheets');
const THREE = ['参加社区环境卫生整治', '参加社区组织的夜校、宣讲等活动', '参加公益理发'];
const DEAR = '家庭或家庭成员获得国家级表彰(含红榜)';
const DUTY = '家庭成员第一年参加中职教育';
const ADDING_FENGJIE = [
  '做到按时参会',
  '做到全程听讲',
  '做到积极发言',
  '桌子板凳摆整齐',
  '锅碗瓢盆放整齐',
  '衣服铺盖折整齐',
  '棍棍棒棒码整齐',
  '撮箕扁担收整齐',
  '屋里屋外扫整齐',
];
/** The beginnings of the deducting rows, with what each would take away. */
const DEDUCTING_FENGJIE: readonly (readonly [string, number])[] = [
  ['迟到', 1],
  ['早退', 1],
  ['会上不说而会后乱说', 2],
  ['厅堂、房间、墙壁等摆设', 2],
  ['餐具、盆钵、锅瓶', 2],
  ['鞋袜、衣服、铺盖', 2],
  ['棍棒、柴草杂物', 2],
  ['农具、肥料、粮食包', 2],
  ['阶沿上摆放杂物', 2],
];

describeInBrowser('a community’s old rule sheets', () => {
  let stage: Stage;
  let admin: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    const name = await openCommunity(stage);
    admin = await stage.person('admin', '/staff/catalogue/index', { viewport: DESK });
    await handsOn(admin).sees(new RegExp(name));
    await handsOn(admin).sees('还没有在用的项目。');
  });
  afterAll(() => stage?.close());

  const rows = (table: string) => admin.getByRole('table', { name: table }).locator('.data-table-row');
  const rowOf = (name: string) => rows('积分项目').filter({ has: admin.getByText(name, { exact: true }) });
  const choose = (file: string, folder = DATA) =>
    admin.locator('input[type="file"]').last().setInputFiles(path.join(folder, file));
  const tick = (name: string) => admin.getByRole('checkbox', { name: `选中${name}`, exact: true }).click();
  const radio = (name: string | RegExp) => admin.getByRole('radio', { name }).first().click();

  it('are read beside their own cells, and asked about where they leave something open', async () => {
    await handsOn(admin).turnTo('导入细则表');
    await choose('rules-02-ceiling-taken-as-points.xlsx', REPORTED);
    await handsOn(admin).sees('4 + 1 + 0 = 5 行，一行不漏');
    await handsOn(admin).sees('“乙事03”给几分？');
    await picture(admin, 'rule-sheets-question');
    await radio('都按一个分值');
    const points = admin.getByRole('textbox', { name: '分值', exact: true });
    await points.fill('12');
    await handsOn(admin).sees('表里写的是 1 到 10 分，请在这里面选');
    await points.fill('8');
    await handsOn(admin).sees(/读的 · 还没写进任何地方/);
    await points.press('Enter'); // as the button does: 就这样，问完了
    await handsOn(admin).sees('照你说的收');
    await handsOn(admin).sees('收下 5 条');
    await picture(admin, 'rule-sheets-answered');
    await handsOn(admin).tap('换一份');
  });

  it('go in as drafts; a note that deducts and resets is refused by the name of the rule', async () => {
    await choose('rules-household-scheme.xlsx');
    await handsOn(admin).sees('17 + 0 + 0 = 17 行，一行不漏');
    await picture(admin, 'rule-sheets-preview');
    await handsOn(admin).tap('收下 17 条');
    await handsOn(admin).sees('17 项进了草稿');
    expect(await rows('加分的项目').count()).toBe(17);
    expect(await rows('不收的行').allInnerTexts()).toEqual([
      expect.stringMatching(/第 21 行[\s\S]*减分或清零[\s\S]*规则一：积分只加不减，也不清零/),
      expect.stringMatching(/第 21 行[\s\S]*减分或清零[\s\S]*规则四：不设扣分项目/),
    ]);
    await picture(admin, 'rule-sheets-household');
  });

  it('lose every deducting row, one by one with the rule, and keep every other', async () => {
    await choose('rules-fengjie-rural.xlsx');
    await handsOn(admin).sees('9 + 0 + 9 = 18 行，一行不漏');
    await picture(admin, 'rule-sheets-twins');
    await handsOn(admin).tap('收下 9 条');
    await handsOn(admin).sees('9 项进了草稿');
    const added = await rows('加分的项目').allInnerTexts();
    for (const [i, name] of ADDING_FENGJIE.entries()) expect(added[i]).toContain(name);
    expect(added).toHaveLength(ADDING_FENGJIE.length);
    const refused = await rows('不收的行').allInnerTexts();
    for (const [i, [text, points]] of DEDUCTING_FENGJIE.entries())
      expect(refused[i]).toMatch(
        new RegExp(`第 ${i + 5} 行[\\s\\S]*${text}[\\s\\S]*扣 ${points} 分[\\s\\S]*规则四：不设扣分项目`),
      );
    expect(refused).toHaveLength(DEDUCTING_FENGJIE.length);
    await picture(admin, 'rule-sheets-fengjie');
  });

  it('double nothing when they come again, and say so', async () => {
    await choose('rules-household-scheme.xlsx');
    await handsOn(admin).tap('收下 17 条');
    await handsOn(admin).sees('这些项目已经都在了，没有重复');
    await handsOn(admin).turnTo('草稿');
    await handsOn(admin).sees('就这 26 项了');
    await picture(admin, 'rule-sheets-drafts');
  });

  it('are completed together with what publishing asks for, and published together', async () => {
    for (const name of THREE) await tick(name);
    await handsOn(admin).tap('发布 3 项');
    await handsOn(admin).sees('有 3 项还不能发布');
    await handsOn(admin).sees('还没有文件依据。请选一份文件。');
    await picture(admin, 'rule-sheets-not-yet');

    await handsOn(admin).tap('一起补齐 3 项');
    await complete('清洁家园', false, '自愿参加的公益活动，不是法律规定的义务');
    await picture(admin, 'rule-sheets-completing');
    await handsOn(admin).tap('补齐这 3 项');
    await handsOn(admin).sees('补好了 3 项');
    for (const name of THREE) await rowOf(name).getByText('齐了，可以发布').waitFor();
    await handsOn(admin).tap('发布 3 项');
    await handsOn(admin).sees(/^谁写的不由谁发布/);
    await allowAlone('10');
    await handsOn(admin).tap('发布 3 项');
    await handsOn(admin).sees('发布了 3 项');
    await picture(admin, 'rule-sheets-published');
    await handsOn(admin).sees('就这 23 项了');
  });

  it('cannot publish what is outside its guideline’s range, or what law demands anyway: in plain words', async () => {
    await handsOn(admin).turnTo('草稿');
    await tick(DEAR);
    await handsOn(admin).tap('一起补齐 1 项');
    await complete('清洁家园', false, '评上红榜要靠大家多做好事');
    await handsOn(admin).tap('补齐这 1 项');
    await handsOn(admin).sees('补好了 1 项');
    await rowOf(DEAR).getByText('分值要在 3 到 8 分之间').waitFor();
    await tick(DEAR);
    await tick(DUTY);
    await handsOn(admin).tap('一起补齐 1 项');
    await complete('清洁家园', true, '教育是法律规定的义务');
    await handsOn(admin).tap('补齐这 1 项');
    await rowOf(DUTY).getByText('法律本来就要求做，不能发布').waitFor();
    await tick(DEAR);
    await handsOn(admin).tap('发布 2 项');
    await handsOn(admin).sees('有 2 项还不能发布');
    await handsOn(admin).sees('指导标准“清洁家园”是 3 到 8 分，这里是 50 分。请改分值。');
    await handsOn(admin).sees('法律本来就要求做的事不奖分（教育是法律规定的义务）。');
    await picture(admin, 'rule-sheets-refused');
  });

  it('lead on from what is refused: the value is changed and goes in, the duty is put away', async () => {
    await admin.getByRole('list', { name: '还不能发布的' }).getByRole('link').filter({ hasText: DEAR }).click();
    await admin.getByRole('textbox', { name: '分值', exact: true }).fill('8');
    await picture(admin, 'rule-sheets-mending');
    await handsOn(admin).tap('存成草稿');
    await handsOn(admin).sees(/存进了草稿/);
    await tick(DEAR);
    await handsOn(admin).tap('发布 1 项');
    await handsOn(admin).sees('发布了 1 项');
    await rowOf(DUTY).getByRole('link').click();
    await handsOn(admin).tap('不要这份草稿');
    await handsOn(admin).write('为什么停用', '上学是法律规定的义务');
    await admin.getByRole('button', { name: '停用', exact: true }).click();
    await handsOn(admin).sees(`“${DUTY}”停用了`);
    await handsOn(admin).turnTo('在用');
    await handsOn(admin).sees('就这 4 项了');
    for (const name of [...THREE, DEAR]) expect(await rowOf(name).count()).toBe(1);
  });

  /** What the admin publishes without a second person: a community may allow small values, up to ten points. */
  async function allowAlone(points: string): Promise<void> {
    const page = await admin.context().newPage();
    await page.goto(`${stage.origin}/staff/limits/index`);
    await handsOn(page).write(/^一个人能自己写、自己发布的积分项目/, points);
    await handsOn(page).tap('改成这个');
    await handsOn(page).sees(/改成 10 分以内了/);
    await picture(page, 'limits');
    await page.close();
  }

  /** The panel in which the ticked drafts get what they lack. */
  async function complete(guideline: string, isDuty: boolean, reason: string): Promise<void> {
    await radio(/积分项目内容和分值指导标准/);
    await radio(guideline);
    await handsOn(admin).write('每人每天（次）', '1');
    await radio(isDuty ? '是，本来就该做' : '不是，是多做的好事');
    await handsOn(admin).write('为什么这样说', reason);
  }
});
