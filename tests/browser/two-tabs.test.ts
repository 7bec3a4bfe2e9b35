import { handsOn, readTotals } from './hands';
import { describeInBrowser, picture, Stage } from './stage';

describeInBrowser('two tabs of one browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  it('a tap in the first does nothing in the name of the person who has signed in in the second', async () => {
    const first = await stage.person('senior', '/pages/rewards/index');
    const before = await readTotals(first, stage.origin);
    await first.goto(`${stage.origin}/pages/rewards/index`);
    await handsOn(first).follow(/免费体检/);
    await handsOn(first).sees('积分够了');

    const second = await first.context().newPage();
    await second.goto(`${stage.origin}/pages/settings/index`);
    await handsOn(second).tap('换一个人');
    await second.getByText('户主').first().click();
    await handsOn(second).sees(/陈建军/);
    const ofHead = await readTotals(second, stage.origin);

    await handsOn(first).tap('用 80 分兑换');
    await handsOn(first).sees('这台设备上换了人');
    await handsOn(first).sees(/陈建军/);
    await picture(first, 'two-tabs');
    expect(await readTotals(first, stage.origin)).toEqual(ofHead);
    const senior = await stage.person('senior', '/pages/passbook/index');
    expect(await readTotals(senior, stage.origin)).toEqual(before);
  });
});
