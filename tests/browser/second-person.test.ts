import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { itemNamed, lookWhoIsFreeAndAlone, type Neighbour, readSums, rowOf } from './award-steps';
import { handsOn } from './hands';
import { describeInBrowser, picture, Stage } from './stage';

const ITEM = '清洁家园';
const POINTS = 5;

describeInBrowser('an award above what one person gives alone', () => {
  let stage: Stage;
  let staff: Page;
  let admin: Page;
  let one: Neighbour;
  let before: number;
  beforeAll(async () => {
    stage = await Stage.open();
    staff = await stage.person('staff', '/staff/workbench/index');
    admin = await stage.person('admin', '/staff/workbench/index');
    await giveAlone(POINTS - 1);
    [one] = (await lookWhoIsFreeAndAlone(staff, stage.origin, ITEM, 1)) as [Neighbour];
    [before] = (await readSums(staff, stage.origin, [one])) as [number];
  });
  afterAll(() => stage?.close());

  /** As the admin's page of limits sends it. */
  async function giveAlone(value: number) {
    const ask = async (action: string, input: object, more: object = {}) => {
      const headers = { origin: stage.origin };
      const sent = await admin.request.post(`${stage.origin}/api/${action}`, { headers, data: { input, ...more } });
      return (await sent.json()).data;
    };
    const { roles } = await ask('household/me', {});
    const limit = { unitId: roles[0].communityId, name: 'awardPointsAlone', value };
    expect(await ask('organisation/setLimit', limit, { requestId: randomUUID() })).toEqual({ value });
  }
  const openWaiting = async (page: Page) => {
    await page.goto(`${stage.origin}/staff/workbench/index`);
    await handsOn(page).follow(/等另一位看/);
    await handsOn(page).follow(new RegExp(`^${ITEM}，谢 1 位邻居`)); // others wait longer
    await handsOn(page).sees(`${ITEM}，谢 1 位邻居`);
  };

  it('is sent and waits: nothing is posted, and who sent it is told for whom it waits', async () => {
    await staff.goto(`${stage.origin}/staff/workbench/index`);
    await itemNamed(staff, ITEM).click();
    await rowOf(staff, one).click();
    await handsOn(staff).tap(`发给 1 位邻居，${POINTS} 分`);
    await handsOn(staff).sees('1 位的积分等另一位同事签字');
    await picture(staff, 'second-person-sent');
    expect(await readSums(staff, stage.origin, [one])).toEqual([before]);
  });

  it('cannot be signed by who sent it, who may take it back', async () => {
    await openWaiting(staff);
    await handsOn(staff).sees('这是你发的，要请另一位来签。');
    expect(await staff.getByRole('button', { name: '我同意，签字' }).filter({ visible: true }).count()).toBe(0);
    await picture(staff, 'second-person-own');
  });

  it('is handed back with a question, and not signed before whoever sent it has answered', async () => {
    await openWaiting(admin);
    await handsOn(admin).sees(`给一位超过 ${POINTS - 1} 分，要两人同意`);
    await handsOn(admin).sees(/刚提的|提了 \d+ 分钟/);
    await picture(admin, 'second-person-waiting');
    await handsOn(admin).tap('退回问一问');
    await handsOn(admin).write('问他什么', '谁看见的？');
    await picture(admin, 'second-person-asking');
    await handsOn(admin).tap('退回去问');
    await handsOn(admin).sees('退回去问了，他回了话再签');
    await handsOn(admin).sees('问了发的人一句，等他回话再签。');
    expect(await admin.getByRole('button', { name: '我同意，签字' }).filter({ visible: true }).count()).toBe(0);
    await staff.goto(`${stage.origin}/staff/given/index`);
    await handsOn(staff).sees(/谁看见的？/);
    await picture(staff, 'second-person-asked');
    await handsOn(staff).tap('去回话');
    await handsOn(staff).tap('回他的话');
    await handsOn(staff).write('怎么回', '楼长看见的');
    await handsOn(staff).tap('回他');
    await handsOn(staff).sees('回好了，等他签字');
    await picture(staff, 'second-person-answered');
    expect(await readSums(staff, stage.origin, [one])).toEqual([before]);
  });

  it('is found on the colleague’s workbench, with who, why and on what basis, and signed there', async () => {
    await openWaiting(admin);
    await handsOn(admin).sees(new RegExp(one.name));
    await handsOn(admin).sees('楼长看见的');
    await picture(admin, 'second-person-signing');
    await handsOn(admin).tap('我同意，签字');
    await handsOn(admin).sees('签好了，1 位的积分入账了');
    await picture(admin, 'second-person-signed');
    expect(await readSums(staff, stage.origin, [one])).toEqual([before + POINTS]);
  });
});
