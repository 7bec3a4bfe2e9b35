import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { describeInBrowser, picture, Stage } from './stage';

/** What the server is asked for by `path` waits until it is let go. */
async function holdBack(page: Page, path: string): Promise<() => Promise<void>> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(path, async (route) => {
    await held;
    await route.continue().catch(() => undefined); // the page may have gone on
  });
  return async () => {
    letGo();
    await page.unroute(path);
  };
}

/** A page slides in, or away, for 300 ms; nobody goes back in the middle of it. */
const SLIDE_MS = 500;

describeInBrowser('what a page was told, at its next opening', () => {
  let stage: Stage;
  let senior: Page;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    senior = await stage.person('senior', '/pages/rewards/index');
    await openReward();
    await handsOn(senior).sees('积分够了');
    await senior.waitForTimeout(SLIDE_MS);
    await goBack();
  });
  afterEach(() => senior.context().close());

  const isWaiting = () => senior.locator('.skeleton-rows').filter({ visible: true }).first().waitFor();
  const tab = (name: string) => handsOn(senior).follow(name);
  const openReward = () => handsOn(senior).follow(/免费体检/);
  /** By the app's own ways: an address that is typed begins a new app, which remembers nothing. */
  async function goBack(): Promise<void> {
    await senior.goBack();
    await available();
    await senior.waitForTimeout(SLIDE_MS);
  }
  const available = () => handsOn(senior).reads('.rewards-available');

  it('stands there while it is asked anew', async () => {
    const letGo = await holdBack(senior, '**/api/reward/get');
    await openReward();
    await handsOn(senior).sees('积分够了');
    await letGo();
  });

  it('stays when nobody answers, and nothing is done by it', async () => {
    await stage.stopServer();
    await openReward();
    await handsOn(senior).sees('积分够了');
    await picture(senior, 'remembered-outage');
    await handsOn(senior).tap('用 80 分兑换');
    await handsOn(senior).sees('现在连不上服务');
    await stage.startServer();
  });

  it('is not shown to the next person at the same device', async () => {
    await tab('我的');
    await handsOn(senior).follow(/^设置/);
    await handsOn(senior).tap('换一个人');
    const letGo = await holdBack(senior, '**/api/{reward,ledger}/*');
    await senior.getByText('户主：有孩子').click();
    await tab('兑换');
    await isWaiting();
    expect(await senior.locator('.rewards-available').filter({ visible: true }).count()).toBe(0);
    await letGo();
    await senior.locator('.rewards-available').filter({ visible: true }).waitFor();
  });

  it('is gone after something was done', async () => {
    const before = await available();
    await openReward();
    const letGo = await holdBack(senior, '**/api/ledger/balance');
    await handsOn(senior).tap('用 80 分兑换');
    await handsOn(senior).sees('换好了');
    await goBack();
    await tab('首页');
    await isWaiting();
    expect(await senior.getByText(before, { exact: true }).filter({ visible: true }).count()).toBe(0);
    await letGo();
    await senior
      .getByText(String(Number(before) - 80), { exact: true })
      .filter({ visible: true })
      .first()
      .waitFor();
  });
});
