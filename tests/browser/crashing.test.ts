import type { ConsoleMessage, Page } from 'playwright-core';
import { handsOn } from './hands';
import { describeInBrowser, picture, Stage } from './stage';

/** An answer that no page expects: the list of rewards is not a list. */
const NONSENSE = { ok: true, data: { rewards: 3 } };

describeInBrowser('a page that throws', () => {
  let stage: Stage;
  let page: Page;
  const logged: string[] = [];
  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.person('senior', '/pages/home/index');
    page.on('console', (message: ConsoleMessage) => message.type() === 'error' && logged.push(message.text()));
    await page.route('**/api/reward/list', (route) => route.fulfill({ json: NONSENSE }), { times: 1 });
    await page.goto(`${stage.origin}/pages/rewards/index`);
    await handsOn(page).sees('这一页出了点问题');
  });
  afterAll(() => stage?.close());

  it('says so in a sentence, leads home or tries again, and is logged once', async () => {
    await picture(page, 'crashing');
    expect(await page.locator('.page-state-icon').getAttribute('class')).toContain('icon-warning');
    expect(logged.filter((one) => one.includes('TypeError'))).toHaveLength(1);
    await handsOn(page).sees('回首页');
    await handsOn(page).tap('再试一次');
    await handsOn(page).sees('免费体检');
  });
});
