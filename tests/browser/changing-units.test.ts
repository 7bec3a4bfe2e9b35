import type { Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { handsOn, readTotals } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

const TEAM = '/staff/team/index';

describeInBrowser('changing units', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  const placed = (page: Page, list: string, name: string) =>
    page.getByLabel(list, { exact: true }).getByRole('radio', { name: new RegExp(`^${name}(，|$)`) });
  /** How many households the page says will go over. */
  async function foreseenHomes(page: Page): Promise<number> {
    const said = page.getByText(/^[\d,]+ 户，[\d,]+ 人$/).filter({ visible: true });
    const homes = Number((await said.innerText()).split(' 户')[0]?.replace(',', ''));
    expect(homes).toBeGreaterThan(0);
    return homes;
  }
  /** How many households the staff's list has: in all of their community, or in a grid of it. */
  async function listed(grid?: string): Promise<number> {
    const staff = await stage.person('staff', '/staff/people/index', { viewport: DESK });
    const hands = handsOn(staff);
    await hands.turnTo('按户看');
    const said = staff.getByText(/^一共 \d+ 户$/).filter({ visible: true });
    await said.waitFor();
    if (grid) {
      await hands.tap('哪个网格');
      const answer = staff.waitForResponse(/household\/list$/);
      await hands.turnTo(grid);
      await hands.sees(`一共 ${(await (await answer).json()).data.count} 户`);
    }
    const homes = Number((await said.innerText()).replace(/\D/g, ''));
    await staff.close();
    return homes;
  }

  it('an admin renames a grid, merges another into it, and chooses households of it', async () => {
    const admin = await stage.person('admin', TEAM, { viewport: DESK });
    const hands = handsOn(admin);
    await hands.tap('改机构');
    await hands.write('找哪一个', '第二网格');
    await hands.choose('第二网格');
    await hands.write('新的名称', '浏河东网格');
    await hands.tap('改名');
    await hands.sees('再写文号，或者为什么');
    await hands.write('文号，或者为什么', '浏社〔2026〕3 号');
    await picture(admin, 'units-renaming');
    await hands.tap('改名');
    await hands.sees('“第二网格”改叫“浏河东网格”了');

    await hands.tap('改机构');
    await hands.turnTo('并到别处');
    await hands.choose('第一网格');
    await placed(admin, '并到哪里', '浏河东网格').click();
    await hands.sees('过去多少');
    await hands.write('文号，或者为什么', '浏社〔2026〕4 号');
    await picture(admin, 'units-merging');
    await hands.tap('并过去');
    await hands.sees('第一网格并到了浏河东网格');
    await hands.tap('改机构');
    await hands.turnTo('划出住户');
    await hands.write('找从哪里划', '浏河东网格');
    await hands.choose('浏河东网格');
    await hands.turnTo('挑几户');
    await hands.sees(/挑了 0 户/);
    await picture(admin, 'units-redrawing');
  });

  it('a supervisor redraws a grid to its end: those who live there are told, and staff find them in the new one', async () => {
    const before = await listed('第三网格');
    const district = await stage.person('district', TEAM);
    const hands = handsOn(district);
    await hands.tap('改机构');
    await picture(district, 'units-phone');
    await hands.turnTo('划出住户');
    await hands.write('找从哪里划', '浏河东网格');
    await hands.choose(/^浏河东网格，/);
    await hands.write('找划到哪里', '第三网格');
    await placed(district, '划到哪里', '第三网格').click();
    const homes = await foreseenHomes(district);
    await hands.write('文号，或者为什么', '东民函〔2026〕11 号');
    await picture(district, 'units-phone-redrawing');
    await hands.tap('划过去');
    await hands.sees('浏河东网格的住户划到了第三网格');
    await district.close();

    const head = await stage.person('householdHead', '/pages/inbox/index');
    await handsOn(head).sees(/浏河东网格的一些住户划给了第三网格.*积分、积分卡都照旧/);
    await picture(head, 'units-redrawn-told');
    await head.close();
    expect(await listed('第三网格')).toBe(before + homes);
    expect(await listed('浏河东网格')).toBe(0);
  });

  it('a supervisor merges two communities to the end: points, vouchers and work go on in the successor', async () => {
    const head = await stage.person('householdHead', '/pages/me/index');
    await handsOn(head).sees(/^浏河社区/);
    const points = await readTotals(head, stage.origin);
    const staff = await stage.person('staff', '/staff/workbench/index');
    await handsOn(staff).sees(/浏河社区 · 社区工作人员/);

    const district = await stage.person('district', TEAM);
    const hands = handsOn(district);
    await hands.tap('改机构');
    await hands.turnTo('并到别处');
    await hands.write('找哪一个', '浏河社区');
    await hands.choose(/^浏河社区/);
    await placed(district, '并到哪里', '金象社区').click();
    const homes = await foreseenHomes(district);
    await hands.sees('还没办完的活动');
    await hands.tap('并过去');
    await hands.sees('再写文号，或者为什么');
    await hands.write('文号，或者为什么', '荆民函〔2026〕12 号');
    await picture(district, 'units-phone-merging');
    await hands.tap('并过去');
    await hands.sees('浏河社区并到了金象社区');
    await stage.runJobs();

    await head.goto(`${stage.origin}/pages/inbox/index`);
    await handsOn(head).sees(/^浏河社区并到了金象社区，从 .* 起这户是 金象社区/);
    await picture(head, 'units-merged-told');
    await head.goto(`${stage.origin}/pages/me/index`);
    await handsOn(head).sees(/^金象社区/);
    expect(await readTotals(head, stage.origin)).toEqual(points);
    await head.goto(`${stage.origin}/pages/rewards/index`);
    await handsOn(head).sees(/免费体检/);

    await staff.goto(`${stage.origin}/staff/workbench/index`);
    await handsOn(staff).sees(/金象社区 · 社区工作人员/);
    await picture(staff, 'units-merged-workbench');
    expect(await listed()).toBeGreaterThan(homes); // with those who lived there before

    await district.goto(`${stage.origin}/staff/units/index`);
    await handsOn(district).follow(/^机构变动/);
    await handsOn(district).sees('浏河社区并到了金象社区');
    await handsOn(district).sees(`${homes} 户`);
    await picture(district, 'unit-changes-phone');
    await Promise.all([head, staff, district].map((page) => page.close()));
  });

  it('what became of the units stands in one table, for who stands above, and for an admin of their own', async () => {
    const district = await stage.person('district', '/staff/unit-changes/index', {
      viewport: DESK,
      acceptDownloads: true,
    });
    const rows = (page: Page) => page.locator('.data-table-row').filter({ visible: true });
    await rows(district).first().waitFor();
    const kinds = (await rows(district).allInnerTexts()).map((words) => /改名|合并|重划/.exec(words)?.[0]);
    expect(kinds.slice(0, 2)).toEqual(['合并', '重划']);
    expect(kinds.at(-1)).toBe('改名'); // what was done first; with two grids go the groups that are called alike
    expect(kinds.filter((kind) => kind === '合并')).toHaveLength(2);
    await picture(district, 'unit-changes-desk');
    await handsOn(district).tap('什么事');
    await handsOn(district).turnTo('重划');
    await handsOn(district).sees('一共 1 件');
    await handsOn(district).sees('东民函〔2026〕11 号');
    const saved = district.waitForEvent('download');
    await handsOn(district).tap('导出 Excel');
    const [written] = await readExcel(await (await saved).path());
    expect(written?.data[0]).toEqual(expect.arrayContaining(['从哪天起', '原来', '过去多少户', '文号，或者为什么']));
    expect(written?.data[1]).toEqual(expect.arrayContaining(['重划', '浏河东网格', '第三网格']));
    await district.close();

    const admin = await stage.person('admin', TEAM);
    await handsOn(admin).tap('改机构');
    await handsOn(admin).tap('看以前的变动');
    await handsOn(admin).sees(/^“.+社区第二网格”改叫“浏河东网格”了/);
    await handsOn(admin).sees(/^你|刘志强，/);
    await handsOn(admin).sees('浏社〔2026〕3 号');
    await picture(admin, 'unit-changes-admin');
    await admin.close();
  });

  it('a supervisor merges two streets: their communities go along, and nobody there is another', async () => {
    const district = await stage.person('district', TEAM);
    const hands = handsOn(district);
    await hands.tap('改机构');
    await hands.turnTo('并到别处');
    await hands.write('找哪一个', '南桥街道');
    await hands.choose(/^南桥街道/);
    await placed(district, '并到哪里', '东门街道').click();
    await foreseenHomes(district);
    await hands.sees('下面的社区整个跟着走，户编号、积分、积分卡都不变。');
    await hands.write('文号，或者为什么', '荆民函〔2026〕13 号');
    await picture(district, 'units-streets-merging');
    await hands.tap('并过去');
    await hands.sees('南桥街道并到了东门街道');
    await district.goto(`${stage.origin}/staff/units/index`);
    await hands.sees('金象社区');
    expect(await district.getByText('南桥街道').filter({ visible: true }).count()).toBe(0);
    await picture(district, 'units-streets-merged');
    await district.close();
  });
});
