import type { Page } from 'playwright-core';
import { describeInBrowser, picture, Stage } from './stage';

describeInBrowser('a senior in large type', () => {
  let stage: Stage;
  let senior: Page;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  const tap = (name: string | RegExp, page = senior) => page.getByRole('button', { name }).first().click();
  const follow = (name: string | RegExp, page = senior) => page.getByRole('link', { name }).first().click();
  const sees = (words: string | RegExp, page = senior) => page.getByText(words).first().waitFor();

  /** 累计 and 可兑换 as the passbook shows them. */
  async function totals(): Promise<{ lifetime: number; available: number }> {
    await senior.goto(`${stage.origin}/pages/passbook/index`);
    await sees('累计');
    const numbers = await senior.locator('.passbook-totals .num').allInnerTexts();
    return { lifetime: Number(numbers[0]), available: Number(numbers[1]) };
  }

  it('is offered large type, and then finds three cards and nothing else to learn', async () => {
    senior = await stage.person('senior', '/pages/home/index');
    await tap('用大字');
    await sees('扫码签到');
    await sees('我的兑换券');
    await picture(senior, 'senior-home-large');
    const sizes = await senior
      .locator('.senior .senior-note, .senior .t-sub')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
  });

  it('redeems a health check: the points are held, the voucher is there to show', async () => {
    const before = await totals();
    await senior.goto(`${stage.origin}/pages/home/index`);
    await follow(/我的兑换券/);
    await tap('去看看能换什么');
    await follow(/免费体检/);
    await sees(/积分够了/);
    await picture(senior, 'senior-reward-large');
    await tap('用 80 分兑换');
    await sees('换好了');
    await senior.getByRole('img', { name: /券码/ }).waitFor();
    await picture(senior, 'senior-voucher-large');
    expect(await totals()).toEqual({ lifetime: before.lifetime, available: before.available - 80 });
  });

  it('gives it back: the points are free again and lifetime points never moved', async () => {
    const before = await totals();
    await senior.goto(`${stage.origin}/pages/vouchers/index`);
    await follow(/免费体检/);
    await tap('不去了，退回积分');
    await tap('退回 80 分');
    await sees('已退回');
    expect(await totals()).toEqual({ lifetime: before.lifetime, available: before.available + 80 });
  });

  it('lets a voucher that nobody used lapse, and gives the points back', async () => {
    const before = await totals();
    await senior.goto(`${stage.origin}/pages/rewards/index`);
    await follow(/免费体检/);
    await tap('用 80 分兑换');
    await sees('换好了');
    await senior.context().close();
    stage.passTime(400 * 86_400_000);
    await stage.runJobs(); // by then the sign-in has ended, too
    stage.passTime(-400 * 86_400_000);
    senior = await stage.person('senior', '/pages/home/index');
    expect(await totals()).toEqual(before);
    await senior.goto(`${stage.origin}/pages/vouchers/index`);
    await senior.getByRole('tab', { name: /用过的/ }).click();
    await sees(/没去成/);
  });
});
