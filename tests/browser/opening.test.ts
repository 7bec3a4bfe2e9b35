import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { describeInBrowser, picture, Stage } from './stage';

const SCRIPTS = '**/js/*.js';

describeInBrowser('opening a page', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());
  afterEach(() => page.context().close());

  it.each(['/pages/nowhere/index', '/pages/home', '/oversight/index', '/pages/%E6%B4'])(
    'at an address where none is leads home, which says so: %s',
    async (address) => {
      page = await stage.person('senior', address);
      await handsOn(page).sees('没有你要找的那一页');
      await handsOn(page).sees('累计积分');
      expect(new URL(page.url()).pathname).toBe('/pages/home/index');
    },
  );

  it('shows at once that the tap was felt, and tells when its file does not come, with another try', async () => {
    page = await stage.person('senior', '/pages/me/index');
    await handsOn(page).sees('积分存折');
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(SCRIPTS, async (route) => {
      await answered;
      await route.abort();
    });
    await page.getByText('设置', { exact: true }).first().click();
    await page.locator('.opening-bar').waitFor();
    await picture(page, 'opening-slow');
    answer();
    await handsOn(page).sees('这一页没能打开');
    await picture(page, 'opening-failed');
    expect(await page.locator('.opening-bar').count()).toBe(0);
    await page.unroute(SCRIPTS);
    await handsOn(page).tap('再试一次');
    await handsOn(page).sees('换一个人');
    await handsOn(page).tap('返回');
    await handsOn(page).sees('积分存折');
  });

  it('and going back before it is there leaves the page below as it was', async () => {
    page = await stage.person('senior', '/pages/me/index');
    await handsOn(page).sees('积分存折');
    await page.getByText('我家').first().click();
    await page.waitForURL(/household/);
    await page.goBack();
    await page.waitForTimeout(800);
    await handsOn(page).sees('积分存折');
    expect(await page.locator('.taro_page:visible').count()).toBe(1);
  });

  it('of a form that was begun asks before it is left', async () => {
    page = await stage.person('admin', '/staff/workbench/index');
    await handsOn(page).sees('工作台');
    await page.getByText('今日活动').filter({ visible: true }).first().click();
    const title = page.getByLabel('活动名称').filter({ visible: true }).first();
    await handsOn(page).write('活动名称', '周六清洁日');
    await page.goBack();
    await handsOn(page).sees('还没做完');
    await picture(page, 'leaving-a-form');
    await handsOn(page).tap('接着做');
    expect(await title.inputValue()).toBe('周六清洁日');
    await page.goBack();
    await handsOn(page).tap('不做了，离开');
    await page.waitForURL(/workbench/);
    await handsOn(page).sees('今日活动');
  });
});
