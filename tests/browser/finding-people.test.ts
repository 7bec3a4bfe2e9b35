import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

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

  it('edits somebody beside the list of households, as beside that of people', async () => {
    const desk = await stage.person('staff', '/staff/people/index', { viewport: DESK });
    await handsOn(desk).turnTo('按户看');
    await handsOn(desk).sees('家里的人');
    await picture(desk, 'households-pane');
    await handsOn(desk).tap('改资料、搬家');
    await handsOn(desk).sees('改登记的信息');
    await picture(desk, 'households-pane-edit');
    expect(desk.url()).toContain('/staff/people/');
  });
});
