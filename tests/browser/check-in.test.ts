import type { Page } from 'playwright-core';
import { handsOn, readHouseholdTotal, readTotals } from './hands';
import { photograph, readCode, showPicture } from './qr-picture';
import { DESK, describeInBrowser, picture, Stage } from './stage';

const DEED = '清洁家园';

describeInBrowser('a live code on the organiser’s screen', () => {
  let stage: Stage;
  let organiser: Page;
  let senior: Page;
  let head: Page;
  let admin: Page;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  const count = async () => Number(await handsOn(organiser).reads('.live-count'));
  /** Arrivals come to the organiser by themselves, every few seconds. */
  const countBecomes = (number: number) =>
    organiser.locator('.live-count', { hasText: new RegExp(`^${number}$`) }).waitFor();
  const digits = async () => (await handsOn(organiser).reads('.live-digits')).replace(/\D/g, '');
  const openScan = (page: Page) => page.goto(`${stage.origin}/pages/scan/index`);
  const plus = async (page: Page) => Number((await handsOn(page).reads('.thanks-plus')).replace('+', ''));

  it('is one tap away on the workbench, with digits for those who cannot scan', async () => {
    organiser = await stage.person('staff', '/staff/workbench/index', { viewport: DESK });
    await handsOn(organiser).tap(`亮签到码，${DEED}`);
    await handsOn(organiser).sees('位邻居到了');
    expect(await digits()).toMatch(/^\d{6}$/);
    expect(readCode(await photograph(organiser))).toMatch(new RegExp(`^${stage.origin}/a/`));
    await picture(organiser, 'check-in-organiser');
  });

  it('is scanned from that screen: thanked for the deed, points, entry and household total are there', async () => {
    senior = await stage.person('senior', '/pages/scan/index');
    const own = await readTotals(senior, stage.origin);
    const total = await readHouseholdTotal(senior, stage.origin);
    const arrived = await count();
    await openScan(senior);
    await showPicture(senior, await photograph(organiser));
    await handsOn(senior).sees('谢谢你参加了');
    expect(await handsOn(senior).reads('.thanks-deed')).toBe(DEED);
    const points = await plus(senior);
    expect(points).toBeGreaterThan(0);
    await handsOn(senior).sees(`${total + points} 分`);
    await picture(senior, 'check-in-thanks');
    await handsOn(senior).tap('看看存折里的这一笔');
    await handsOn(senior).sees(DEED);
    await picture(senior, 'check-in-passbook');
    const after = { lifetime: own.lifetime + points, available: own.available + points };
    expect(await readTotals(senior, stage.origin)).toEqual(after);
    expect(await readHouseholdTotal(senior, stage.origin)).toBe(total + points);
    await countBecomes(arrived + 1);
  });

  it('says to whoever scans again that it is counted already, and doubles nothing', async () => {
    const own = await readTotals(senior, stage.origin);
    const arrived = await count();
    await openScan(senior);
    await showPicture(senior, await photograph(organiser));
    await handsOn(senior).sees('这一次已经记过了');
    await picture(senior, 'check-in-again');
    expect(await readTotals(senior, stage.origin)).toEqual(own);
    expect(await count()).toBe(arrived);
  });

  it('is typed from that screen by the head of a household, who takes the child along', async () => {
    head = await stage.person('householdHead', '/pages/scan/index');
    const own = await readTotals(head, stage.origin);
    const total = await readHouseholdTotal(head, stage.origin);
    const arrived = await count();
    await openScan(head);
    await handsOn(head).write('屏幕上的六位数字', await digits());
    await handsOn(head).tap('用数字签到');
    await handsOn(head).sees('谢谢你参加了');
    const points = await plus(head);
    await handsOn(head).sees(`${total + points} 分`);
    await handsOn(head).tick('陈小雨');
    await picture(head, 'check-in-thanks-begun');
    expect(await head.getByRole('button', { name: '好的' }).filter({ visible: true }).count()).toBe(0);
    await handsOn(head).tap('关闭');
    await handsOn(head).sees('勾了 1 位家人，还没有替他们签到。');
    await picture(head, 'check-in-thanks-leaving');
    await handsOn(head).tap('接着做');
    await handsOn(head).sees('替 1 位家人签到');
    await head.reload();
    await handsOn(head).sees('签到记好了');
    await handsOn(head).sees('家里还有谁一起来了？');
    await head.goto(
      `${stage.origin}/p/${readCode(await photograph(organiser))
        .split('/a/1')[1]
        ?.slice(0, 8)}`,
    );
    await handsOn(head).sees('签到过了');
    await handsOn(head).sees('家里还有谁一起来了？');
    await openScan(head);
    await handsOn(head).write('屏幕上的六位数字', await digits());
    await handsOn(head).tap('用数字签到');
    await handsOn(head).sees('这一次已经记过了');
    await handsOn(head).tick('陈小雨');
    await picture(head, 'check-in-along');
    await handsOn(head).tap('替 1 位家人签到');
    await handsOn(head).sees('陈小雨也记上了');
    await picture(head, 'check-in-thanks-along');
    await openScan(head);
    await handsOn(head).write('屏幕上的六位数字', await digits());
    await handsOn(head).tap('用数字签到');
    await handsOn(head).sees('这一次已经记过了');
    expect(await head.getByRole('checkbox', { name: /陈小雨/ }).count()).toBe(0);
    expect(await readTotals(head, stage.origin)).toEqual({
      lifetime: own.lifetime + points,
      available: own.available + points,
    });
    expect(await readHouseholdTotal(head, stage.origin)).toBe(total + 2 * points);
    await countBecomes(arrived + 2);
    await picture(organiser, 'check-in-organiser-count');
  });

  it('is not said to be recorded to somebody who never checked in', async () => {
    const supervisor = await stage.person('district', '/pages/thanks/index');
    await handsOn(supervisor).sees('扫了现场屏幕上的码，才算签到');
    expect(await supervisor.locator('body').innerText()).not.toContain('记好了');
    await supervisor.context().close();
  });

  it('is refused in plain words when it is 90 seconds old, scanned or typed', async () => {
    admin = await stage.person('admin', '/pages/passbook/index');
    const own = await readTotals(admin, stage.origin);
    const link = readCode(await photograph(organiser));
    const typed = await digits();
    stage.passTime(90_000);
    await admin.goto(link);
    await handsOn(admin).sees('这个码已经过时了');
    await picture(admin, 'check-in-old-code');
    await openScan(admin);
    await handsOn(admin).write('屏幕上的六位数字', typed);
    await handsOn(admin).tap('用数字签到');
    await handsOn(admin).sees('这个码已经过时了');
    expect(await readTotals(admin, stage.origin)).toEqual(own);
  });

  it('is refused in plain words when it is forged', async () => {
    const own = await readTotals(admin, stage.origin);
    await organiser.reload();
    await handsOn(organiser).sees('位邻居到了');
    const link = readCode(await photograph(organiser));
    await admin.goto(link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A'));
    await handsOn(admin).sees('这个码对不上');
    await picture(admin, 'check-in-forged-code');
    expect(await readTotals(admin, stage.origin)).toEqual(own);
  });

  it('is not the poster’s code, which only opens the activity', async () => {
    const own = await readTotals(admin, stage.origin);
    const code = readCode(await photograph(organiser)).split('/a/')[1] ?? '';
    await admin.goto(`${stage.origin}/p/${code.slice(1, 9)}`);
    await handsOn(admin).sees('到了，扫码签到');
    await handsOn(admin).sees(DEED);
    await picture(admin, 'check-in-poster');
    expect(await readTotals(admin, stage.origin)).toEqual(own);
  });

  it('is renewed by one tap of the organiser, whose screen draws by the new key at once', async () => {
    const before = await digits();
    await handsOn(organiser).tap('换一个码');
    await handsOn(organiser).sees('换好了');
    await organiser.waitForFunction(
      (old) => document.querySelector('.live-digits')?.textContent?.replace(/\D/g, '') !== old,
      before,
    );
    await picture(organiser, 'check-in-renewed');
  });

  it('gives way to the door: who types is told kindly to show their code, and has it at hand', async () => {
    const shown = await digits();
    await handsOn(organiser).tap('改成门口签到');
    await handsOn(organiser).sees('请出示“我的码”或家里的积分卡，工作人员来扫');
    await picture(organiser, 'check-in-at-the-door');
    await openScan(admin);
    await handsOn(admin).write('屏幕上的六位数字', shown);
    await handsOn(admin).tap('用数字签到');
    await handsOn(admin).sees('这场活动在门口签到。');
    await handsOn(admin).tap('出示我的码');
    await handsOn(admin).sees('给现场的工作人员扫');
    await picture(admin, 'check-in-my-code');
    await handsOn(organiser).tap('扫下一位');
    await handsOn(organiser).sees('位邻居到了');
    await picture(organiser, 'check-in-door');
    const phone = await stage.person('staff', new URL(organiser.url()).pathname + new URL(organiser.url()).search);
    await handsOn(phone).sees('不扫了');
    await picture(phone, 'check-in-door-scanning');
    await handsOn(phone).turnTo(/到了的/);
    await phone.locator('.pace').waitFor();
    await picture(phone, 'check-in-door-phone');
    await organiser.goBack();
    await handsOn(organiser).tap('改回扫码签到');
    expect(await digits()).toMatch(/^\d{6}$/);
  });
});
