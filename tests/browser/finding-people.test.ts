import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { describeInBrowser, Stage } from './stage';

describeInBrowser('finding people at the desk', () => {
  let stage: Stage;
  let staff: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    staff = await stage.person('staff', '/staff/people/index');
  });
  afterAll(() => stage?.close());
  const rows = () => staff.locator('.person-row').filter({ visible: true });

  it('shows nobody of before while a card is looked up, nor when there is no such card', async () => {
    await rows().first().waitFor();
    let answer = () => {};
    await staff.route(
      '**/api/ledger/people',
      async (route) => {
        await new Promise<void>((resolve) => (answer = resolve));
        await route.continue();
      },
      { times: 1 },
    );
    const asked = staff.waitForRequest((request) => request.url().endsWith('/api/ledger/people'));
    await handsOn(staff).write('找人', '0123456789'); // a card that there is not
    await asked;
    await staff.getByLabel('正在打开，请稍等').first().waitFor();
    expect(await rows().count()).toBe(0);
    answer();
    await handsOn(staff).sees('没有认出这张积分卡');
    expect(await rows().count()).toBe(0);
  });
});
