import type { Page } from 'playwright-core';
import { itemNamed } from './award-steps';
import { handsOn } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

const ITEM = '清洁家园';
const MANY = 200;

describeInBrowser('staff who award two hundred people', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  /** Every tap by which a person acts, as the page itself hears it. */
  const countTaps = (page: Page) =>
    page.evaluate(() => {
      const counted = window as unknown as { taps: number };
      counted.taps = 0;
      document.addEventListener('click', (event) => event.isTrusted && counted.taps++, true);
    });
  const taps = (page: Page) => page.evaluate(() => (window as unknown as { taps: number }).taps);

  /** How many the list holds as it is sifted, once it has been asked. */
  async function countOfList(page: Page): Promise<number> {
    const all = page.getByRole('checkbox', { name: /^全选筛出的 \d+ 位/ }).filter({ visible: true });
    await all.first().waitFor();
    return Number((await all.first().innerText()).match(/\d+/)?.[0]);
  }

  /** One grid after the other, until they hold enough. */
  async function siftToMany(page: Page): Promise<number> {
    const chip = page.getByRole('button', { name: /^哪个网格/ }).filter({ visible: true });
    if ((await page.getByRole('group', { name: '哪个网格' }).count()) === 0) await chip.click();
    const grids = page.getByRole('group', { name: '哪个网格' }).getByRole('checkbox');
    await grids.first().waitFor();
    let count = 0;
    for (let grid = 0; grid < (await grids.count()) && count < MANY; grid++) {
      const answered = page.waitForResponse(/household\/find/);
      await grids.nth(grid).click();
      await answered;
      await page.waitForTimeout(300);
      count = await countOfList(page);
    }
    return count;
  }

  it('choose them by their grids, see who gets nothing and why, and give it by one call, in at most twelve taps', async () => {
    const staff = await stage.person('staff', '/staff/workbench/index');
    const given: string[] = [];
    staff.on('request', (request) => /award\/give$/.test(request.url()) && given.push(request.url()));
    await itemNamed(staff, ITEM).waitFor();
    await countTaps(staff);
    await itemNamed(staff, ITEM).click();
    await handsOn(staff).turnTo('全部名单');
    await handsOn(staff).tap('按网格、楼栋筛');
    const count = await siftToMany(staff);
    expect(count).toBeGreaterThanOrEqual(MANY);
    await picture(staff, 'many-sifted');
    await staff.getByRole('checkbox', { name: /^全选筛出的/ }).click();
    await handsOn(staff).sees(`已选 ${count} 位邻居`);
    await staff.mouse.wheel(0, 2_000);
    await handsOn(staff).tap('下一步');
    const give = staff.getByRole('button', { name: /^发给 \d+ 位，请.{2,}签字/ });
    await handsOn(staff).sees(/^一次超过 500 分，\p{Script=Han}{2,}签字后入账/u); // what would become of each has been answered
    await handsOn(staff).sees('发完这个月你还能发');
    expect(await staff.evaluate(() => window.scrollY)).toBe(0); // each step opens at its top
    await picture(staff, 'many-confirm');
    const going = Number((await give.innerText()).match(/\d+/)?.[0]);
    const letGo = await staff.locator('.award-let-go-count').allInnerTexts();
    expect(going + letGo.reduce((sum, words) => sum + Number(words), 0)).toBe(count);
    await give.click();
    await handsOn(staff).sees(`${going} 位的积分等另一位同事签字`);
    expect(given).toHaveLength(1);
    expect(await taps(staff)).toBeLessThanOrEqual(12);
    await picture(staff, 'many-sent');
    const sum = (going * 5).toLocaleString('en-US');
    const admin = await stage.person('admin', '/staff/second/index');
    await handsOn(admin).follow(new RegExp(`^${ITEM}，谢 ${going} 位邻居`)); // others wait longer
    await handsOn(admin).sees(`${ITEM}，谢 ${going} 位邻居`);
    expect(await handsOn(admin).reads('.second-points')).toBe(sum);
    await picture(admin, 'many-second');
    await handsOn(admin).tap('我同意，签字');
    await handsOn(admin).sees(`签好了，${going} 位的积分入账了`);
    await staff.goto(`${stage.origin}/staff/given/index`);
    await handsOn(staff).sees(/分，\d+ 件事/);
    await picture(staff, 'many-given');
  });

  it('find who was ticked when they come back, and withdraw one of today’s within the hour', async () => {
    const staff = await stage.person('staff', '/staff/workbench/index');
    const again = async () => {
      await handsOn(staff).tap('发积分');
      await itemNamed(staff, '义务巡逻').click();
    };
    await again();
    const row = staff.locator('.person-row[role="checkbox"]:not([aria-disabled="true"])').first();
    await row.click();
    await handsOn(staff).sees('已选 1 位邻居');
    await staff.goBack();
    await handsOn(staff).tap('不做了，离开');
    await again();
    await handsOn(staff).sees('上次选的 1 位还在，没有发');
    await picture(staff, 'many-back');
    await handsOn(staff).tap('发给 1 位邻居，4 分');
    await handsOn(staff).sees('发好了');
    await handsOn(staff).tap('回工作台');
    await handsOn(staff).follow(/^今天我发的/);
    await staff
      .getByRole('button', { name: /^撤回给/ })
      .first()
      .click();
    await handsOn(staff).choose(/记错了人/);
    await picture(staff, 'many-withdraw');
    await handsOn(staff).tap('提出撤回');
    await handsOn(staff).sees('提好了');
    await handsOn(staff).sees('等着改正');
  });

  it('open the address of a colleague who may not give it, with the same deed and the same people', async () => {
    const admin = await stage.person('admin', '/staff/workbench/index', { viewport: DESK });
    const ask = async (action: string, input: object) => {
      const headers = { origin: stage.origin };
      return (await (await admin.request.post(`${stage.origin}/api/${action}`, { headers, data: { input } })).json())
        .data;
    };
    const { roles } = await ask('household/me', {});
    const { items } = await ask('catalogue/items', { unitId: roles[0].communityId });
    const { people } = await ask('household/find', { unitId: roles[0].communityId, limit: 2 });
    const { itemId } = items.find(({ name }: { name: string }) => name === ITEM);
    const who = people.map(({ residentId }: { residentId: string }) => residentId).join(',');
    await admin.goto(`${stage.origin}/staff/award/index?item=${itemId}&who=${who}`);
    await handsOn(admin).sees('同事转来的 2 位选好了');
    await handsOn(admin).sees('选了 2 位邻居');
    await picture(admin, 'many-handed-on');
    await admin.goto(`${stage.origin}/staff/award/index?item=${itemId}&who=${who.slice(0, 50)}`); // cut off on its way
    await admin.getByRole('checkbox').first().waitFor();
    expect(await admin.getByText('同事转来的').filter({ visible: true }).count()).toBe(0);
    await admin.close();
  });

  it('paste a list at a desk, say who is meant where it is not clear, and choose all of it by a key', async () => {
    const desk = await stage.person('staff', '/staff/workbench/index', { viewport: DESK });
    await itemNamed(desk, '义务巡逻').click();
    await handsOn(desk).turnTo('全部名单');
    const names = desk.locator('.data-table-row [role="cell"]:nth-child(2)');
    await names.first().waitFor();
    const some = (await names.allInnerTexts()).slice(0, 6).map((name) => name.trim());
    await handsOn(desk).turnTo('贴一份名单');
    await handsOn(desk).write(/^名单$/, `${some.join('\n')}\n没有这个人`);
    await handsOn(desk).tap('对一对');
    await handsOn(desk).sees(/对上了 \d+ 位/);
    await handsOn(desk).sees(/没有这个人/);
    await picture(desk, 'many-list');
    await handsOn(desk).turnTo('来活动的');
    await desk.getByRole('radio').filter({ visible: true }).first().click();
    await handsOn(desk).turnTo('签了到的');
    await handsOn(desk).sees(/^全选这 \d+ 位|还没有人签到/);
    await picture(desk, 'many-activity');
    await handsOn(desk).turnTo('全部名单');
    await names.first().waitFor();
    await siftToMany(desk);
    await desk
      .locator('.data-table')
      .first()
      .click({ position: { x: 300, y: 10 } });
    await desk.keyboard.press('Control+a');
    await handsOn(desk).sees('不只这一页');
    await desk.keyboard.press('End');
    await picture(desk, 'many-keys');
  });

  it('see at a desk the table, who is let go and the sum beside each other', async () => {
    const desk = await stage.person('staff', '/staff/workbench/index', { viewport: DESK });
    await itemNamed(desk, ITEM).click();
    await handsOn(desk).turnTo('全部名单');
    await siftToMany(desk);
    await desk.getByRole('checkbox', { name: /^全选筛出的/ }).click();
    await handsOn(desk).sees('不只这一页');
    await handsOn(desk).sees(/这次先不发，各有原因/);
    await handsOn(desk).sees(/那天记过了|今天记过了/);
    await picture(desk, 'many-desk');
    const frame = await desk.locator('.table-frame-scroll').filter({ visible: true }).boundingBox();
    const boxes = await Promise.all(
      (await desk.locator('.data-table-row').filter({ visible: true }).all())
        .slice(0, 20)
        .map((row) => row.boundingBox()),
    );
    const bottom = Math.min(DESK.height, (frame?.y ?? 0) + (frame?.height ?? 0));
    expect(boxes.filter((box) => box && box.y + box.height <= bottom + 1).length).toBeGreaterThanOrEqual(10);
    const { right } = await desk.locator('.award-side').evaluate((side) => side.getBoundingClientRect());
    expect(right).toBeLessThanOrEqual(DESK.width); // nothing is pushed out of sight
  });
});
