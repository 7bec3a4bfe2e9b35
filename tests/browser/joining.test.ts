import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

/** Below the head of the page, and above its foot. */
const isInSight = (one: SVGElement | HTMLElement | null) => {
  const { top, bottom } = one?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  return top > 72 && bottom < window.innerHeight;
};

describeInBrowser('joining the community', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  /** Staff find somebody's household by name. */
  async function findHousehold(staff: Page, name: string): Promise<void> {
    await staff.goto(`${stage.origin}/staff/people/index`);
    await handsOn(staff).write('找人', name);
    await handsOn(staff).sees(`${name}家`);
  }

  async function fillIn(applicant: Page): Promise<void> {
    await handsOn(applicant).choose('浏河社区');
    await handsOn(applicant).write('姓名', '郑小梅');
    await handsOn(applicant).write('手机号', '14000112233');
    await handsOn(applicant).write('住址', '浏河路 8 号 2 单元 301');
    await handsOn(applicant).tick('我看过了，同意');
  }
  /** As after another app lay over the page, which was open all the while. */
  const comeBack = (page: Page) =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

  it('by a printed card and the code that staff say with it', async () => {
    const staff = await stage.person('staff', '/staff/people/index', { viewport: DESK });
    const newcomer = await stage.person('newcomer', '/pages/home/index');
    await handsOn(newcomer).sees('先加入你住的社区');
    await picture(newcomer, 'joining-newcomer');

    await findHousehold(staff, '吴晓峰');
    await handsOn(staff).tap('出一个绑定码');
    const code = (await handsOn(staff).reads('.shown-code-key')).replace(/\D/g, '');
    await picture(staff, 'joining-bind-code');
    await handsOn(staff).tap('做一张卡');
    const card = await handsOn(staff).reads('.card-sheet-number');
    expect([card, code]).toEqual([expect.stringMatching(/^\d{3} \d{3} \d{4}$/), expect.stringMatching(/^\d{6}$/)]);
    await picture(staff, 'joining-card');

    await handsOn(newcomer).tap('加入社区');
    await handsOn(newcomer).write('积分卡上的十位数字', card); // in groups, as it is printed
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await handsOn(newcomer).write('工作人员给的六位绑定码', wrong);
    await handsOn(newcomer).tick('我看过了，同意');
    await newcomer.getByRole('button', { name: '绑定', exact: true }).click();
    await handsOn(newcomer).sees('积分卡和绑定码对不上');
    await picture(newcomer, 'joining-wrong-code');
    await handsOn(newcomer).write('工作人员给的六位绑定码', code);
    await newcomer.getByRole('button', { name: '绑定', exact: true }).click();
    await handsOn(newcomer).sees('吴晓峰，欢迎你');
    await picture(newcomer, 'joining-bound');
    await newcomer.goto(`${stage.origin}/pages/household/index`);
    await handsOn(newcomer).sees('LH0903');

    await findHousehold(staff, '吴晓峰');
    await handsOn(staff).tap('解除他的绑定');
    await handsOn(staff).sees('积分和存折都好好的');
    await picture(staff, 'joining-unbinding');
    await staff.getByRole('button', { name: '解除绑定', exact: true }).click();
    await handsOn(staff).sees('出一个绑定码');
    await newcomer.goto(`${stage.origin}/pages/home/index`);
    await handsOn(newcomer).sees('先加入你住的社区');
  });

  it('a child by the guardian’s invite, who has read what is kept', async () => {
    const head = await stage.person('householdHead', '/pages/household/index');
    await handsOn(head).tap('请陈小雨来绑定');
    await handsOn(head).sees('要你这位监护人看过说明');
    await picture(head, 'joining-child');
    await handsOn(head).tick('我看过了，同意');
    await handsOn(head).tap('出一个邀请码');
    await handsOn(head).sees('前有效，只能用一次');
  });

  it('is told at the fields what is missing, and led to the first of them by a tap on the button', async () => {
    const applicant = await stage.person('applicant', '/pages/bind/index?way=apply');
    const field = (label: string) => applicant.getByLabel(label).filter({ visible: true }).first();
    const marked = () => applicant.locator('.field-wrong').filter({ visible: true }).allInnerTexts();
    const send = () => applicant.getByRole('button', { name: /^交给网格员/ }).click({ force: true }); // it is blocked
    await handsOn(applicant).sees('浏河社区');
    await send();
    const noPlace = applicant.locator('.choice-error').filter({ hasText: '先选你住的社区' });
    await noPlace.waitFor();
    await applicant.waitForFunction(isInSight, await noPlace.elementHandle());
    await handsOn(applicant).choose('浏河社区');
    await noPlace.waitFor({ state: 'detached' });
    await applicant.reload();
    await handsOn(applicant).write('手机号', '139');
    expect(await marked()).toEqual([]);
    await field('住址').focus();
    await applicant.locator('.field-wrong').filter({ hasText: '手机号要十一位' }).waitFor();
    await send();
    await applicant.locator('.field-wrong').filter({ hasText: '先填姓名' }).waitFor();
    expect((await marked()).map((words) => words.split('\n')[0])).toEqual(['姓名', '手机号', '住址']);
    expect(await field('姓名').evaluate((one) => one === document.activeElement)).toBe(true);
    await applicant.waitForFunction(isInSight, await field('姓名').elementHandle());
    await picture(applicant, 'joining-missing');
    await fillIn(applicant);
    expect(await marked()).toEqual([]);
    await applicant.context().close();
  });

  it('by an application that is there again after a look at the other ways, and after a reload', async () => {
    const applicant = await stage.person('applicant', '/pages/bind/index');
    const stands = () => applicant.getByLabel('姓名').filter({ visible: true }).inputValue();
    await handsOn(applicant).turnTo('没有卡，申请');
    await fillIn(applicant);
    await handsOn(applicant).turnTo('家人邀请');
    await handsOn(applicant).turnTo('没有卡，申请');
    expect(await stands()).toBe('郑小梅');
    await handsOn(applicant).sees('交给网格员');
    await applicant.reload();
    await handsOn(applicant).sees('你住在哪个社区');
    expect(await stands()).toBe('郑小梅');
    await picture(applicant, 'joining-resumed');
    await applicant.goto(`${stage.origin}/pages/settings/index`);
    await handsOn(applicant).tap('换一个人');
    await handsOn(applicant).sees('你想看看谁的一天？');
    expect(await applicant.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('郑小梅');
    await applicant.context().close();
  });

  it('by an application that the grid worker approves, and whose state is told at every step', async () => {
    const worker = await stage.person('gridWorker', '/staff/applications/index', { viewport: DESK });
    await handsOn(worker).sees('没有人在等');
    const applicant = await stage.person('applicant', '/pages/bind/index');
    await handsOn(applicant).turnTo('没有卡，申请');
    await fillIn(applicant);
    await picture(applicant, 'joining-application');
    await handsOn(applicant).tap('交给网格员');
    await handsOn(applicant).sees('申请交上去了');
    await picture(applicant, 'joining-waiting');

    await worker.reload();
    await handsOn(worker).sees('郑小梅');
    await handsOn(worker).choose('不通过');
    await handsOn(worker).choose('填的和实际对不上');
    await handsOn(worker).tap('不通过，告诉他原因');
    await handsOn(worker).sees('他打开申请就能看到原因');
    await comeBack(applicant);
    await handsOn(applicant).sees('也许只是写错一个字');
    await picture(applicant, 'joining-turned-down');
    await applicant.goto(`${stage.origin}/pages/home/index`);
    await handsOn(applicant).sees('也许只是写错一个字');
    await picture(applicant, 'joining-turned-down-home');

    await applicant.goto(`${stage.origin}/pages/bind/index`);
    await handsOn(applicant).turnTo('没有卡，申请');
    await fillIn(applicant);
    await handsOn(applicant).tap('交给网格员');
    await handsOn(applicant).sees('申请交上去了');
    await worker.reload();
    await handsOn(worker).sees('郑小梅');
    await handsOn(worker).choose('花名册里没有，新登记一户');
    await handsOn(worker).turnTo('第一网格');
    await picture(worker, 'joining-decision');
    await handsOn(worker).tap('通过，登记新的一户');
    await handsOn(worker).sees('郑小梅的申请通过了');
    await picture(worker, 'joining-approved');

    await comeBack(applicant);
    await handsOn(applicant).sees('郑小梅，欢迎你');
    await picture(applicant, 'joining-welcome');
    await applicant.goto(`${stage.origin}/pages/household/index`);
    await handsOn(applicant).sees('第一网格');
    await picture(applicant, 'joining-home-after');
  });
});
