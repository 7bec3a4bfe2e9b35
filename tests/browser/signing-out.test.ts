import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { describeInBrowser, picture, Stage } from './stage';

describeInBrowser('signing out', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    page = await stage.person('staff', '/pages/settings/index');
    await handsOn(page).sees('换一个人');
  });
  afterEach(() => page.context().close());

  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  const stillHere = () => new URL(page.url()).pathname === '/pages/settings/index';

  it('without the network stays on the page, says so, and does it at the second try', async () => {
    await stage.stopServer();
    await handsOn(page).tap('换一个人');
    await handsOn(page).sees('还没有退出来');
    expect(stillHere()).toBe(true);
    await picture(page, 'signing-out-refused');
    await stage.startServer();
    await handsOn(page).tap('再试一次');
    await handsOn(page).sees('你想看看谁的一天？');
    await page.goto(`${stage.origin}/pages/me/index`);
    await handsOn(page).sees('你想看看谁的一天？');
  });

  it('is not taken for done when the server stumbles', async () => {
    await page.route('**/api/session', (route) => route.fulfill({ status: 500, body: '{}' }), { times: 1 });
    await handsOn(page).tap('换一个人');
    await handsOn(page).sees('还没有退出来');
    expect(stillHere()).toBe(true);
    await handsOn(page).tap('换一个人');
    await handsOn(page).sees('你想看看谁的一天？');
  });

  it('leaves no key of a check-in code on the device, and nothing that was written', async () => {
    await page.route('**/api/household/showMyName', (route) => route.abort());
    await page.goto(`${stage.origin}/staff/workbench/index`);
    await handsOn(page).tap('亮签到码，清洁家园');
    await handsOn(page).reads('.live-digits');
    expect(await stored()).toContain('live-codes');
    await page.goto(`${stage.origin}/pages/settings/index`);
    await page.getByRole('switch', { name: /公开感谢/ }).click();
    await handsOn(page).sees('现在连不上服务');
    expect(await stored()).toContain('pending-requests');
    expect(await stored()).not.toContain('showMyName');
    await handsOn(page).tap('换一个人');
    await handsOn(page).sees('你想看看谁的一天？');
    expect(await stored()).not.toContain('live-codes');
  });
});
