import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { describeInBrowser, picture, Stage } from './stage';

const SENIOR = '72 岁的老年居民';

describeInBrowser('a page that may not be opened', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  const place = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;
  const says = async (page: Page) => (await page.locator('.page-state').filter({ visible: true }).innerText()).trim();

  it('after the sign-in has ended says so, blames no network, and leads back once signed in again', async () => {
    const page = await stage.person('senior', '/pages/home/index');
    await page.context().clearCookies();
    const voucher = '/pages/voucher/index?id=0190aaaa-0000-7000-8000-000000000001';
    await page.goto(stage.origin + voucher);
    await handsOn(page).sees('你还没有登录');
    expect(await says(page)).not.toMatch(/网络|再试一次/);
    await picture(page, 'signed-out-voucher');
    await handsOn(page).tap('去登录');
    await page.getByText(SENIOR).click();
    await handsOn(page).sees('没有找到这张券');
    expect(place(page)).toBe(voucher);
    await page.context().close();
  });

  it('is not the only thing: a switch that is refused leads to the sign-in page, too, and back', async () => {
    const page = await stage.person('senior', '/pages/settings/index');
    await handsOn(page).sees('公开感谢');
    await page.context().clearCookies();
    await page.getByRole('switch', { name: /公开感谢/ }).click();
    await handsOn(page).sees('你还没有登录');
    await picture(page, 'signed-out-switch');
    await handsOn(page).tap('去登录');
    await page.getByText(SENIOR).click();
    await handsOn(page).sees('公开感谢');
    expect(place(page)).toBe('/pages/settings/index');
    await page.context().close();
  });

  it('is opened after signing in when it is one of the app, and no other place is', async () => {
    const page = await (await stage.context()).newPage();
    const signInFor = async (to: string) => {
      await page.goto(`${stage.origin}/pages/sign-in/index?to=${encodeURIComponent(to)}`);
      await page.getByText('在工作台给三位居民加分').click();
    };
    await signInFor('/staff/people/index?q=%E5%90%B4');
    await handsOn(page).sees('找人');
    expect(place(page)).toBe('/staff/people/index?q=%E5%90%B4');
    await signInFor('//example.com/pages/home/index');
    await page.waitForURL(`${stage.origin}/pages/home/index`);
    await page.context().close();
  });

  it('by somebody of no household says so and leads into the community', async () => {
    const page = await stage.person('newcomer', '/pages/passbook/index');
    await handsOn(page).sees('还没有把你和家里对上');
    expect(await says(page)).not.toMatch(/网络|再试一次|积分都好好的/);
    await picture(page, 'not-bound-passbook');
    await handsOn(page).tap('加入社区');
    await handsOn(page).sees('积分卡上的十位数字');
    await page.context().close();
  });

  it('is none of those that are open to everybody: they ask for no sign-in', async () => {
    const page = await (await stage.context()).newPage();
    await page.goto(`${stage.origin}/pages/sign-in/index`);
    await handsOn(page).follow(/^积分规则/);
    await handsOn(page).sees('看哪个社区的');
    await handsOn(page).follow('浏河社区');
    await handsOn(page).sees('谁都能看，不用登录');
    expect(await page.locator('body').innerText()).not.toContain('你还没有登录');
    await page.goto(`${stage.origin}/pages/rules/index`);
    await handsOn(page).sees('浏河社区');
    expect(await page.locator('body').innerText()).not.toContain('你还没有登录');
    await picture(page, 'signed-out-rules');
    await page.goto(`${stage.origin}/pages/sign-in/index`);
    await handsOn(page).follow(/^核对一张回执/);
    await handsOn(page).sees('谁都能核对，不用登录');
    await page.context().close();
  });

  it('says that all people are made up also where nobody signed in', async () => {
    const page = await (await stage.context()).newPage();
    for (const open of ['rules', 'nights', 'receipt-verify', 'countersign']) {
      await page.goto(`${stage.origin}/pages/${open}/index`);
      await handsOn(page).sees('演示数据，人物均为虚构');
    }
    await page.context().close();
  });
});
