import type { Page } from 'playwright-core';
import { handsOn, readTotals } from './hands';
import { photograph, showPicture } from './qr-picture';
import { describeInBrowser, picture, Stage } from './stage';

const PLACE = '浏河社区卫生服务中心';

describeInBrowser('the clerk of the health centre', () => {
  let stage: Stage;
  let clerk: Page;
  let senior: Page;
  let shown: Buffer;
  beforeAll(async () => {
    stage = await Stage.open();
    clerk = await stage.person('clerk', '/staff/redeem/index');
  });
  afterAll(() => stage?.close());

  /** A code is typed as people type: in small letters, with a blank. */
  async function type(code: string): Promise<void> {
    await clerk.goto(`${stage.origin}/staff/redeem/index`);
    await enter(code);
  }
  async function enter(code: string): Promise<void> {
    await handsOn(clerk).write('券码', code);
    await handsOn(clerk).tap('核对这张券');
  }
  const codeOn = (page: Page) => handsOn(page).reads('.shown-code-key');

  it('redeems the picture of a voucher that a senior was issued in large type', async () => {
    senior = await stage.person('senior', '/pages/home/index');
    await handsOn(senior).tap('用大字');
    await handsOn(senior).follow(/我的兑换券/);
    await handsOn(senior).tap('去看看能换什么');
    await handsOn(senior).follow(/免费体检/);
    await handsOn(senior).tap('用 80 分兑换');
    await handsOn(senior).sees('换好了');
    await senior.getByRole('img', { name: '免费体检的二维码' }).scrollIntoViewIfNeeded();
    shown = await photograph(senior);
    await picture(senior, 'redeeming-voucher-large');
    const held = await readTotals(senior, stage.origin);

    await showPicture(clerk, shown);
    await handsOn(clerk).sees('这张券可以用');
    await handsOn(clerk).sees('李＊芳');
    await picture(clerk, 'redeeming-looked');
    await handsOn(clerk).tap('确认，给她体检');
    await handsOn(clerk).sees('核销好了');
    await handsOn(clerk).sees(new RegExp(`在${PLACE}用掉的`));
    await picture(clerk, 'redeeming-done');
    expect(await readTotals(senior, stage.origin)).toEqual(held);
    await handsOn(senior).sees(/用掉了免费体检/);
  });

  it('is told when and where, when the same voucher is shown a second time', async () => {
    await handsOn(clerk).tap('再核销一张');
    await showPicture(clerk, shown);
    await handsOn(clerk).sees('这张券已经用过了。');
    await handsOn(clerk).sees(new RegExp(`\\d+月\\d+日 \\d+:\\d\\d 在${PLACE}用掉的`));
    await picture(clerk, 'redeeming-second-time');
  });

  it('redeems a typed code, of the voucher that a son was issued for his mother', async () => {
    const head = await stage.person('householdHead', '/pages/rewards/index');
    await handsOn(head).follow(/免费体检/);
    await handsOn(head).choose('周秀英');
    await handsOn(head).tap('用 80 分兑换');
    await handsOn(head).sees('换好了');
    const code = await codeOn(head);
    await picture(head, 'redeeming-voucher-of-mother');

    await type(code.toLowerCase());
    await handsOn(clerk).sees('周＊英');
    await handsOn(clerk).tap('确认，给她体检');
    await handsOn(clerk).sees('核销好了');
    await type(code);
    await handsOn(clerk).sees('这张券已经用过了。');
  });

  it('is locked out for a while after five wrong codes, and says so in plain words', async () => {
    await clerk.goto(`${stage.origin}/staff/redeem/index`);
    for (const code of ['AAA 234', 'AAA 235', 'AAA 236', 'AAA 237', 'AAA 238']) {
      const answered = clerk.waitForResponse(/reward\/lookUpVoucher/);
      await enter(code);
      expect(await (await answered).json()).toMatchObject({ ok: false, code: 'VOUCHER_NOT_FOUND' });
      await handsOn(clerk).sees('没有找到这张券。');
    }
    await enter('AAA 239');
    await handsOn(clerk).sees('试得太多次了，先歇一歇。');
    await picture(clerk, 'redeeming-locked');
  });
});
