import type { Page } from 'playwright-core';
import { ALL_ITEMS, itemNamed, lookWhoIsFreeAndAlone, readSums, rowOf } from './award-steps';
import { handsOn, readTotals } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

describeInBrowser('the server stopped in the middle', () => {
  let stage: Stage;
  let senior: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    senior = await stage.person('senior', '/pages/passbook/index');
  });
  afterAll(() => stage?.close());

  /** The server does what is asked and stops before its answer is heard, the worst moment there is: and the person is told. */
  async function tapAndHearNothing(page: Page, button: string, action: string): Promise<void> {
    let heard: (answer: unknown) => void = () => {};
    const answered = new Promise((resolve) => {
      heard = resolve;
    });
    await page.route(
      `**/api/${action}`,
      async (route) => {
        const answer = await route.fetch();
        heard(await answer.json());
        await stage.stopServer();
        await route.abort();
      },
      { times: 1 },
    );
    await handsOn(page).tap(button);
    await handsOn(page).sees('现在连不上服务');
    expect(await answered).toMatchObject({ ok: true });
  }

  it('of a check-in: the person is told, and one retry finishes it exactly once', async () => {
    const before = await readTotals(senior, stage.origin);
    const organiser = await stage.person('staff', '/staff/workbench/index', { viewport: DESK });
    await handsOn(organiser).tap('亮签到码，清洁家园');
    const digits = (await handsOn(organiser).reads('.live-digits')).replace(/\D/g, '');
    await organiser.context().close();
    await senior.goto(`${stage.origin}/pages/scan/index`);
    await handsOn(senior).write('屏幕上的六位数字', digits);
    await tapAndHearNothing(senior, '用数字签到', 'activity/checkIn');
    await picture(senior, 'outage-check-in');
    await stage.startServer();
    await handsOn(senior).tap('用数字签到');
    await handsOn(senior).sees('谢谢你参加了');
    const points = Number((await handsOn(senior).reads('.thanks-plus')).replace('+', ''));
    expect((await readTotals(senior, stage.origin)).lifetime).toBe(before.lifetime + points);
  });

  it('of a redemption: the person is told, and one retry holds the points exactly once', async () => {
    const before = await readTotals(senior, stage.origin);
    await senior.goto(`${stage.origin}/pages/rewards/index`);
    await handsOn(senior).follow(/免费体检/);
    await handsOn(senior).sees('积分够了');
    await tapAndHearNothing(senior, '用 80 分兑换', 'reward/issueVoucher');
    await picture(senior, 'outage-redemption');
    await stage.startServer();
    await handsOn(senior).tap('再试一次');
    await handsOn(senior).sees('换好了');
    const held = { lifetime: before.lifetime, available: before.available - 80 };
    expect(await readTotals(senior, stage.origin)).toEqual(held);
  });

  it('of awarding: staff are told, and one retry gives each of them the points exactly once', async () => {
    const staff = await stage.person('staff', '/staff/desk/index');
    const three = await lookWhoIsFreeAndAlone(staff, stage.origin, '清洁家园', 3);
    const before = await readSums(staff, stage.origin, three);
    await staff.goto(`${stage.origin}/staff/workbench/index`);
    await itemNamed(staff, '清洁家园').click();
    for (const one of three) await rowOf(staff, one).click();
    await tapAndHearNothing(staff, '发给 3 位邻居，各 5 分', 'award/give');
    await handsOn(staff).sees(/你填的都还在/);
    await handsOn(staff).sees('已选 3 位邻居');
    await picture(staff, 'outage-award');
    await stage.startServer();
    await handsOn(staff).tap('再试一次');
    await handsOn(staff).sees('谢谢 3 位邻居做了');
    await picture(staff, 'outage-award-after');
    expect(await readSums(staff, stage.origin, three)).toEqual(before.map((points) => points + 5));
  });

  it('of awarding, and the list is changed before it is sent again: nobody is given the points twice', async () => {
    const item = '调解邻里纠纷'; // counts twice a day: no limit stands in the way
    const staff = await stage.person('staff', '/staff/desk/index');
    const four = await lookWhoIsFreeAndAlone(staff, stage.origin, item, 4, ALL_ITEMS);
    const [last] = four.slice(-1) as [(typeof four)[number]];
    const before = await readSums(staff, stage.origin, four);
    await staff.goto(stage.origin + ALL_ITEMS);
    await itemNamed(staff, item).click();
    await handsOn(staff).write('凭什么', '两家都签了字，单子在居委会');
    for (const one of four.slice(0, 3)) await rowOf(staff, one).click();
    await tapAndHearNothing(staff, '发给 3 位邻居，各 8 分', 'award/give');
    await stage.startServer();
    await rowOf(staff, last).click();
    await handsOn(staff).tap('发给 4 位邻居，各 8 分');
    await handsOn(staff).sees('谢谢 1 位邻居做了');
    await handsOn(staff).sees('没有再记的');
    await picture(staff, 'outage-award-changed');
    expect(await readSums(staff, stage.origin, four)).toEqual(before.map((points) => points + 8));
  });
});
