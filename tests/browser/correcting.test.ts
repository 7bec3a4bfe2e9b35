import type { Page } from 'playwright-core';
import { handsOn, readTotals } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

describeInBrowser('a correction by two', () => {
  let stage: Stage;
  let staff: Page;
  let admin: Page;
  let holder: string;
  beforeAll(async () => {
    stage = await Stage.open();
    staff = await stage.person('staff', '/staff/workbench/index');
    admin = await stage.person('admin', '/staff/workbench/index', { viewport: DESK });
    const resident = await stage.person('householdHead', '/pages/home/index');
    const headers = { origin: stage.origin };
    const me = await resident.request.post(`${stage.origin}/api/household/me`, { headers, data: { input: {} } });
    holder = (await me.json()).data.resident.residentId;
  });
  afterAll(() => stage?.close());

  it('begins at the entry in the passbook, and only asks why', async () => {
    await staff.goto(`${stage.origin}/pages/passbook/index?holder=${holder}`);
    await staff.locator('.passbook-month').first().waitFor();
    await staff.locator('.passbook-month-line').filter({ hasText: '+' }).first().click();
    await handsOn(staff).tap('这一笔记错了');
    await handsOn(staff).sees('为什么要改？');
    await picture(staff, 'correcting-why');
    await handsOn(staff).choose(/没有这回事/);
    await staff.goBack();
    await handsOn(staff).sees('改正选好了原因，还没有提出来。'); // begun and not sent: leaving asks
    await picture(staff, 'correcting-leaving');
    await handsOn(staff).tap('接着做');
    await handsOn(staff).tap('提出改正');
    await handsOn(staff).sees('提好了');
    await picture(staff, 'correcting-proposed');
  });

  it('shows the admin on the workbench that one waits, and on its card whose it is', async () => {
    const before = await readTotals(admin, stage.origin, holder);
    await admin.goto(`${stage.origin}/staff/workbench/index`);
    await handsOn(admin).sees('等着改正');
    await picture(admin, 'correcting-workbench');
    await handsOn(admin).follow(/^2 等着改正/); // the demo has one of its own
    await handsOn(admin).follow('陈建军');
    await handsOn(admin).sees('陈建军家');
    await picture(admin, 'correcting-card');
    await handsOn(admin).tap('同意改正');
    await handsOn(admin).sees('改正好了');
    const after = await readTotals(admin, stage.origin, holder);
    expect(after.lifetime).toBeLessThan(before.lifetime);
  });
});
