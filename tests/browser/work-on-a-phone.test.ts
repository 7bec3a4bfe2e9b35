import { handsOn } from './hands';
import { describeInBrowser, PHONE, picture, Stage } from './stage';

describeInBrowser('the workbench on a phone', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  it('tells what waits for a second person, and leads to the list where it is decided', async () => {
    const admin = await stage.person('admin', '/staff/workbench/index', { viewport: PHONE });
    await handsOn(admin).sees('登记了两次');
    await picture(admin, 'workbench-phone-waiting');
    await admin.getByText('登记了两次').filter({ visible: true }).first().click();
    await admin.waitForURL(/second\/index\?list=merges/);
    await handsOn(admin).sees(/登记了两次？$/);
  });

  it('leads an admin to everything that the desk’s menu leads to', async () => {
    const admin = await stage.person('admin', '/staff/workbench/index', { viewport: PHONE });
    await handsOn(admin).sees('导花名册');
    const ways = admin.locator('.workbench-way');
    const words = await ways.allInnerTexts();
    for (const word of ['花名册', '导花名册', '奖励', '积分项目', '改正', '人员和机构']) expect(words).toContain(word);
    await ways.first().scrollIntoViewIfNeeded();
    await picture(admin, 'workbench-ways');
    for (const word of words) {
      await admin.goto(`${stage.origin}/staff/workbench/index`);
      await admin.getByRole('link', { name: word, exact: true }).first().click();
      await admin.getByRole('heading', { level: 1 }).filter({ visible: true }).last().waitFor();
      expect(new URL(admin.url()).pathname).not.toBe('/staff/workbench/index');
    }
  });
});
