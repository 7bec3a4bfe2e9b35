import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Stage } from '../browser/stage';

/** Goes on from where `path` led, to a screen that only something done leads to. */
export type Walk = (page: Page, stage: Stage) => Promise<void>;

const tap = (page: Page, words: string | RegExp) => page.getByText(words).first().click();

/** The senior's health-check voucher: redeemed the first time, kept afterwards. */
export const toVoucher: Walk = async (page, { origin }) => {
  await page.goto(`${origin}/pages/vouchers/index`);
  const kept = page.getByRole('link', { name: /免费体检/ }).first();
  await kept.or(page.getByText('还没有可用的券')).first().waitFor();
  if (await kept.isVisible()) await kept.click();
  else {
    await page.goto(`${origin}/pages/rewards/index`);
    await tap(page, /免费体检/);
    await tap(page, '用 80 分兑换');
  }
  await page.getByRole('img', { name: /券码/ }).first().waitFor();
};

export const toVoucherPrint: Walk = async (page, stage) => {
  await toVoucher(page, stage);
  await page.getByRole('button', { name: '打印大字版' }).click();
};

let checkIns = 0;
/** An activity begins now, the organiser shows the code, the resident types its digits and is thanked. */
export const toThanks: Walk = async (page, stage) => {
  const organiser = await stage.person('staff', '/staff/workbench/index');
  const activityId = await announce(organiser, stage, checkIns++);
  await organiser.goto(`${stage.origin}/staff/live-code/index?id=${activityId}`);
  const digits = (await organiser.locator('.live-digits').innerText()).replace(/\D/g, '');
  await page.goto(`${stage.origin}/pages/scan/index`);
  await page.getByLabel('屏幕上的六位数字').fill(digits);
  await page.getByRole('button', { name: '用数字签到' }).click();
  await page.locator('.thanks-deed').waitFor();
  await organiser.context().close();
};

/** Asks in the name of whoever has the page open. */
const asking =
  (page: Page, { origin }: Stage) =>
  async (action: string, input: object) => {
    const response = await page.request.post(`${origin}/api/${action.replace('.', '/')}`, {
      headers: { origin },
      data: { input, ...(action === 'activity.create' && { requestId: randomUUID() }) },
    });
    return (await response.json()).data;
  };

/** An activity of the coming days for which people sign up, on whatever weekday it is looked for. */
export const toPlanned: Walk = async (page, stage) => {
  const ask = asking(page, stage);
  const { roles } = await ask('household.me', {});
  const { activities } = await ask('activity.list', { unitId: roles[0].communityId, days: 30 });
  const { activityId } = activities.find(({ signUp }: { signUp: string }) => signUp === 'open');
  await page.goto(`${stage.origin}/staff/activity-edit/index?id=${activityId}`);
  await page.getByText('报名名单').waitFor();
};

export const toSignedUp: Walk = async (page, stage) => {
  await toPlanned(page, stage);
  await tap(page, '报名名单');
  await page.getByText('就这些了').or(page.getByText('还没有人报名')).first().waitFor();
};

/** Each for another item: what can be counted once a day is counted once a day. */
async function announce(organiser: Page, stage: Stage, turn: number): Promise<string> {
  const ask = asking(organiser, stage);
  const me = await ask('household.me', {});
  const unitId = me.roles[0].communityId;
  const { items } = await ask('catalogue.items', { unitId });
  const forPeople = items.filter((item: { holderKind: string }) => item.holderKind === 'resident');
  const { itemId, name } = forPeople[turn % forPeople.length];
  const startsAtMs = stage.world.clock() - 60_000;
  const place = '三号院门口';
  const times = { startsAtMs, endsAtMs: startsAtMs + 3_600_000 };
  const { activityId } = await ask('activity.create', { unitId, itemId, title: name, place, ...times });
  return activityId;
}

export const toLiveCode: Walk = async (page) => {
  await tap(page, '亮签到码');
  await page.locator('.live-digits').waitFor();
};

export const toArrivals: Walk = async (page, stage) => {
  await toLiveCode(page, stage);
  await tap(page, '没带手机的，帮他记');
};

const toPeople: Walk = async (page) => {
  await page
    .getByRole('link', { name: /^发积分，清洁家园，/ })
    .first()
    .click();
  await page.getByRole('checkbox').first().waitFor();
};

/** Two people picked, nothing given yet. */
export const toAwardPeople: Walk = async (page, stage) => {
  await toPeople(page, stage);
  const people = page.getByRole('checkbox', { name: /^(?!.*全选)/ }).and(page.locator(':not([aria-disabled="true"])'));
  await people.nth(0).click();
  await people.nth(1).click();
};

/** Somebody without a device is thanked: by another item each time. */
export const toAwardResult: Walk = async (page, stage) => {
  await toAwardPeople(page, stage);
  await page
    .getByRole('button', { name: /加分|分$/ })
    .last()
    .click();
  await page.getByText('发好了').first().waitFor();
};

/** The household of somebody who was looked for by name. */
export const toStaffHousehold: Walk = async (page) => {
  await page.getByRole('searchbox').or(page.locator('input')).first().fill('陈建军');
  await page
    .getByText(/陈建军/)
    .last()
    .click();
};

export const toStaffPerson: Walk = async (page, stage) => {
  await toStaffHousehold(page, stage);
  await page
    .getByText(/改资料、搬家/)
    .first()
    .click();
};

/** What is to be mended about them. */
const toMend =
  (words: string): Walk =>
  async (page, stage) => {
    await toStaffPerson(page, stage);
    await tap(page, words);
  };
export const toCorrect = toMend('改登记的信息');
export const toMove = toMend('搬家、分户');
export const toDeath = toMend('登记去世');
export const toGuardian = toMend('登记监护人');
export const toTwice = toMend('他登记了两次');
