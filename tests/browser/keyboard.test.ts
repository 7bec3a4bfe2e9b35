import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { DESK, describeInBrowser, Stage } from './stage';

describeInBrowser('somebody with a keyboard alone', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());
  afterEach(() => page?.context().close());

  const dialog = () => page.getByRole('dialog').filter({ visible: true });
  /** As after the Tab key came to it and stayed; nothing is tapped. */
  async function press(name: string | RegExp): Promise<void> {
    const one = page.getByRole('button', { name, disabled: false }).or(page.getByRole('link', { name })).first();
    const hasFocus = () => one.evaluate((element) => element === document.activeElement);
    await one.focus();
    for (let looks = 0; looks < 5; looks++) {
      await page.waitForTimeout(40); // put in its place a moment after it appears, it loses the focus
      if (!(await hasFocus())) await one.focus();
    }
    await page.keyboard.press('Enter');
  }
  /** What has the focus, in words; the page itself is none. */
  const focused = () =>
    page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return 'nothing';
      return one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '';
    });
  /** And stays: while a new page takes its place the focus may be lost for a moment once more. */
  async function focusComesTo(words: string): Promise<void> {
    let looks = 0;
    for (let tries = 0; tries < 200 && looks < 4; tries++) {
      looks = (await focused()).includes(words) ? looks + 1 : 0;
      if (looks < 4) await page.waitForTimeout(50);
    }
    expect(looks).toBe(4);
  }
  const isInside = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);

  /** Round a sheet in both directions, then out of it. */
  async function walkRound(opener: string, title: string): Promise<void> {
    await press(opener);
    await dialog().waitFor();
    await focusComesTo(title);
    for (const key of ['Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab']) {
      await page.keyboard.press(key);
      expect([key, await isInside(), await focused()]).toEqual([key, true, expect.not.stringMatching(/^nothing$/)]);
    }
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await focusComesTo(opener);
    await press(opener);
    await page.keyboard.press('Escape'); // at once, as soon as it is there
    await dialog().waitFor({ state: 'detached' });
    await focusComesTo(opener);
  }

  it('goes round inside a sheet, closes it with Escape and is back where it was opened', async () => {
    page = await stage.person('householdHead', '/pages/household/index');
    await walkRound('请陈小雨来绑定', '请陈小雨来绑定');
    await page.goto(`${stage.origin}/pages/me/index`);
    await walkRound('我的码', '我的码');
  });

  it('does so at the desk of the staff, too', async () => {
    page = await stage.person('staff', '/staff/people/index', { viewport: DESK });
    await handsOn(page).write('找人', '陈建军');
    await handsOn(page).sees('解除他的绑定');
    await walkRound('解除', '解除');
  });

  it('is brought to the new heading after redeeming, and after giving back', async () => {
    page = await stage.person('senior', '/pages/rewards/index');
    await handsOn(page).follow(/免费体检/);
    await press('用 80 分兑换');
    await handsOn(page).sees('换好了');
    await focusComesTo('我的兑换券');
    await walkRound('不去了，退回积分', '退回这张券？');
    await press('不去了，退回积分');
    await press('退回 80 分');
    await handsOn(page).sees('已退回');
    await focusComesTo('我的兑换券');
  });

  it('is brought to the thanks after a check-in, and to what was redeemed', async () => {
    const organiser = await stage.person('staff', '/staff/workbench/index', { viewport: DESK });
    await handsOn(organiser).tap('亮签到码，清洁家园');
    const digits = (await handsOn(organiser).reads('.live-digits')).replace(/\D/g, '');
    page = await stage.person('householdHead', '/pages/scan/index');
    await handsOn(page).write('屏幕上的六位数字', digits);
    await press('用数字签到');
    await focusComesTo('谢谢你参加了');
    await page.goto(`${stage.origin}/pages/rewards/index`);
    await handsOn(page).follow(/免费体检/);
    await handsOn(page).choose('周秀英');
    await press('用 80 分兑换');
    await handsOn(page).sees('换好了');
    const code = await handsOn(page).reads('.shown-code-key');
    await page.context().close();

    page = await stage.person('clerk', '/staff/redeem/index');
    await handsOn(page).write('券码', code);
    await press('核对这张券');
    await focusComesTo('免费体检');
    await press('确认，给她体检');
    await focusComesTo('核销好了');
  });
});
