import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

const TEAM = '/staff/team/index';

describeInBrowser('appointing people', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  const row = (page: Page, words: string) =>
    page.locator('.list-row').filter({ visible: true, hasText: '陈建军' }).filter({ hasText: words });
  const workbench = (page: Page) => page.goto(`${stage.origin}/staff/workbench/index`);

  it('an admin makes a resident grid worker, who can work at once, and ends it again', async () => {
    const admin = await stage.person('admin', TEAM);
    const resident = await stage.person('householdHead', '/staff/workbench/index');
    await handsOn(resident).sees('这里是工作人员用的');

    await handsOn(admin).tap('开通权限');
    await handsOn(admin).write('找人', '陈建军');
    await admin.locator('.person-row').filter({ hasText: '陈建军' }).first().click();
    await handsOn(admin).choose(/^网格员/);
    await handsOn(admin).choose(/^第二网格/);
    await picture(admin, 'team-appointing');
    await handsOn(admin).tap('让陈建军当第二网格的网格员');
    await handsOn(admin).sees('陈建军现在是第二网格的网格员了');
    await handsOn(admin).sees('重新打开行为银行就能用');
    await row(admin, '网格员').waitFor();
    await picture(admin, 'team-appointed');

    await workbench(resident);
    await handsOn(resident).sees('陈建军 · 第二网格 · 网格员');

    await handsOn(admin).tap(/^停用，陈建军/);
    await handsOn(admin).sees('停用后他马上不能再办这里的事；积分和记录都在');
    await picture(admin, 'team-ending');
    await admin.getByRole('button', { name: '停用', exact: true }).click();
    await handsOn(admin).sees('陈建军的“网格员”停用了');
    await row(admin, '网格员').waitFor({ state: 'detached' });
    await workbench(resident);
    await handsOn(resident).sees('这里是工作人员用的');
  });

  it('an admin adds a society and a grid, which can be chosen at once', async () => {
    const admin = await stage.person('admin', TEAM);
    await handsOn(admin).tap('添机构');
    await handsOn(admin).choose(/^浏河社区/);
    await handsOn(admin).write('网格的名称', '第五网格');
    await picture(admin, 'team-adding-grid');
    await handsOn(admin).tap('添上第五网格');
    await handsOn(admin).sees('“第五网格”添好了');
    await handsOn(admin).tap('添机构');
    await handsOn(admin).turnTo('社团');
    await handsOn(admin).write('名称', '东门合唱队');
    await picture(admin, 'team-adding-society');
    await handsOn(admin).tap('添上东门合唱队');
    await handsOn(admin).sees('“东门合唱队”添好了');
    await handsOn(admin).tap('添机构');
    await handsOn(admin).turnTo('服务商');
    await picture(admin, 'team-adding-provider');
    await admin.goto(stage.origin + TEAM);
    await handsOn(admin).tap('开通权限');
    await handsOn(admin).write('找人', '陈建军');
    await admin.locator('.person-row').filter({ hasText: '陈建军' }).first().click();
    await handsOn(admin).choose(/^网格员/);
    await handsOn(admin).choose(/^第五网格/);
    await handsOn(admin).sees('让陈建军当第五网格的网格员');
    await handsOn(admin).choose(/^社会组织负责人/);
    await handsOn(admin).choose(/^东门合唱队/);
    await handsOn(admin).sees('让陈建军当东门合唱队的负责人');
  });

  it('a supervisor finds nobody by name, and makes an admin of whoever shows a card', async () => {
    const staff = await stage.person('staff', '/staff/people/index', { viewport: DESK });
    await handsOn(staff).write('找人', '陈建军');
    await handsOn(staff).sees('陈建军家');
    await handsOn(staff).tap('做新卡');
    await handsOn(staff).tap('做新卡，去打印');
    const card = (await handsOn(staff).reads('.card-sheet-number')).replace(/\D/g, '');

    const district = await stage.person('district', TEAM, { viewport: DESK });
    await handsOn(district).tap('开通权限');
    await handsOn(district).write('找人', card);
    await district.locator('.person-row').filter({ hasText: '陈＊军' }).first().click();
    await handsOn(district).choose(/^社区管理员/);
    await handsOn(district).choose(/^浏河社区/);
    await picture(district, 'team-supervisor');
    await handsOn(district).tap('让陈＊军当浏河社区的管理员');
    await handsOn(district).sees('陈＊军现在是浏河社区的管理员了');
  });
});
