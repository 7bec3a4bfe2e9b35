import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { businessDate, DAY_MS } from '../../cloudfunctions/values/dates';
import { handsOn } from './hands';
import { drawCode, showPicture } from './qr-picture';
import { describeInBrowser, picture, Stage } from './stage';

describeInBrowser('people who move, go and die', () => {
  let stage: Stage;
  let staff: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    staff = await stage.person('staff', '/staff/workbench/index');
  });
  afterAll(() => stage?.close());

  async function ask<T>(page: Page, action: string, input: object): Promise<T> {
    const headers = { origin: stage.origin };
    const data = { input, requestId: randomUUID() };
    const answer = await (await page.request.post(`${stage.origin}/api/${action}`, { headers, data })).json();
    if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
    return answer.data;
  }
  /** A head and whoever lives there too, each by name. */
  async function home(address: string, headName: string, ...others: readonly string[]) {
    const { roles } = await ask<{ roles: { unitId: string }[] }>(staff, 'household/me', {});
    const made = { unitId: roles[0]?.unitId, address, head: { name: headName } };
    const { householdId, headId } = await ask<{ householdId: string; headId: string }>(
      staff,
      'household/addHousehold',
      made,
    );
    const ids = [headId];
    for (const name of others) {
      const member = { householdId, name, relation: '家人' };
      ids.push((await ask<{ residentId: string }>(staff, 'household/addMember', member)).residentId);
    }
    return { householdId, ids };
  }
  const openPerson = (residentId = '') => staff.goto(`${stage.origin}/staff/person/index?id=${residentId}`);
  const openHome = (householdId: string) => staff.goto(`${stage.origin}/staff/household/index?id=${householdId}`);
  const openWay = (words: RegExp) => handsOn(staff).follow(words);
  const findHome = async (name: string) => {
    await handsOn(staff).write('找人', name);
    await staff.locator('.person-row').filter({ visible: true, hasText: name }).first().click();
  };

  it('have a birthday of which only the year is known, until somebody has seen the paper', async () => {
    const { ids } = await home('浏河路 81 号', '欧阳知年');
    await openPerson(ids[0]);
    await openWay(/^改登记的信息/);
    await handsOn(staff).tick('只知道哪一年生的');
    await handsOn(staff).sees('先按那年 12 月 31 日算，看过证件再改成准日子');
    await handsOn(staff).write('出生年份', '1950');
    await handsOn(staff).turnTo('本人或家里人来说的');
    await handsOn(staff).tap('改好了');
    await handsOn(staff).sees(/1950年.*哪一天还要看证件/);
    await handsOn(staff).sees(/改了欧阳知年的出生日期/);
    await picture(staff, 'moving-year');
  });

  it('move in with another household, and one founds a household of their own', async () => {
    const here = await home('浏河路 82 号', '欧阳大河', '欧阳小河', '欧阳小溪');
    const there = await home('浏河路 83 号', '欧阳大江');
    await openPerson(here.ids[1]);
    await openWay(/^搬家、分户/);
    await findHome('欧阳大江');
    await handsOn(staff).write('欧阳小河是那户户主的什么人', '侄子');
    await handsOn(staff).turnTo('搬家');
    await handsOn(staff).sees('各人自己的积分、兑换券和存折跟着人走，一分不少。');
    await handsOn(staff).sees('原来那户共有的积分留在原来那户。');
    await handsOn(staff).sees('和家人合用积分的同意，到新家要重新点一次。');
    await picture(staff, 'moving-in');
    await handsOn(staff).tap('搬好了');
    await handsOn(staff).sees(/欧阳小河从 .+ 搬到了/);
    const grown = await ask<{ members: { name: string }[] }>(staff, 'household/get', {
      householdId: there.householdId,
    });
    expect(grown.members.map(({ name }) => name)).toEqual(['欧阳大江', '欧阳小河']);

    await openPerson(here.ids[2]);
    await openWay(/^搬家、分户/);
    await handsOn(staff).turnTo('另立一户');
    await handsOn(staff).write('新户的住址', '浏河路 84 号');
    await handsOn(staff).turnTo('分开过日子');
    await handsOn(staff).tap('搬好了');
    await handsOn(staff).sees(/浏河路 84 号/);
    await handsOn(staff).sees('就是户主');
  });

  it('go all together with their card, by the household’s new address', async () => {
    const { ids, householdId } = await home('浏河路 85 号', '欧阳全家');
    await openPerson(ids[0]);
    await openWay(/^这户换了住址/);
    await handsOn(staff).write('新住址', '浏河路 86 号');
    await handsOn(staff).turnTo('搬家');
    await handsOn(staff).tap('改好了');
    await handsOn(staff).sees(/浏河路 86 号/);
    await openHome(householdId);
    await handsOn(staff).sees('改了这户的住址');
  });

  it('have another head, once one of them speaks for the household', async () => {
    const { ids } = await home('浏河路 90 号', '欧阳老户', '欧阳新户');
    await openPerson(ids[1]);
    await openWay(/^让他当户主/);
    await handsOn(staff).write('欧阳老户是欧阳新户的什么人', '父亲');
    await handsOn(staff).turnTo('本人或家里人来说的');
    await handsOn(staff).tap('换户主');
    await handsOn(staff).sees('就是户主');
    await handsOn(staff).sees('欧阳新户当了户主');
  });

  it('go away, where nobody knows, and are taken in again when they come back', async () => {
    const { ids } = await home('浏河路 87 号', '欧阳在家', '欧阳远行');
    await openPerson(ids[1]);
    await openWay(/^他搬走了/);
    await handsOn(staff).turnTo('搬家');
    await handsOn(staff).tap('登记搬走');
    await handsOn(staff).sees('他现在不在哪一户，接他进来');
    await handsOn(staff).sees(/欧阳远行从 .+ 搬走了/);
    await picture(staff, 'moving-gone');
    await findHome('欧阳在家');
    await handsOn(staff).write('是那户户主的什么人', '儿子');
    await handsOn(staff).turnTo('搬回来了');
    await handsOn(staff).tap('接进来');
    await handsOn(staff).sees(/欧阳远行搬到了/);
  });

  it('come from elsewhere: their code is scanned, also from a picture where there is no camera', async () => {
    const head = await stage.person('householdHead', '/pages/household/index');
    const { household } = await ask<{ household: { members: { name: string; residentId: string }[] } }>(
      head,
      'household/me',
      {},
    );
    const childId = household.members.find(({ name }) => name === '陈小雨')?.residentId;
    const { qr } = await ask<{ qr: string }>(head, 'household/personalCode', { residentId: childId });
    const there = await home('浏河路 91 号', '欧阳外婆');
    await openHome(there.householdId);
    await handsOn(staff).tap('接一位搬来的人');
    await handsOn(staff).tap('扫他的码');
    await handsOn(staff).sees('可以选一张他发来的“我的码”图片。');
    await picture(staff, 'moving-scan');
    await showPicture(staff, drawCode('https://example.org/menu'));
    await handsOn(staff).sees('这不是个人码。');
    await handsOn(staff).tap('扫他的码');
    await showPicture(staff, drawCode(qr));
    await handsOn(staff).sees('扫到他的码了');
    await handsOn(staff).write('和户主的关系', '外孙女');
    await handsOn(staff).turnTo('搬家');
    await handsOn(staff).tap('接进来');
    await handsOn(staff).sees(/^外孙女 · /);
    await openHome(there.householdId);
    await handsOn(staff).sees(/陈小雨从 .+ 搬到了/);
    await picture(staff, 'moving-taken-in');
  });

  it('die: the voucher is given back and the points stay with the family, and a wrong entry is taken back', async () => {
    const senior = await stage.person('senior', '/pages/home/index');
    const me = await ask<{ resident: { residentId: string; name: string }; household: { members: object[] } }>(
      senior,
      'household/me',
      {},
    );
    const { rewards } = await ask<{ rewards: { rewardId: string; title: string }[] }>(senior, 'reward/list', {});
    const check = rewards.find(({ title }) => title.includes('体检'));
    await ask(senior, 'reward/issueVoucher', { rewardId: check?.rewardId });
    const { residentId, name } = me.resident;
    await openPerson(residentId);
    await openWay(/^登记去世/);
    await handsOn(staff).write('去世日期', businessDate(stage.world.clock() - DAY_MS));
    await handsOn(staff).turnTo('看过证件');
    const head = staff.getByRole('radio').filter({ visible: true }).first();
    if ((await head.count()) > 0) await head.click();
    await handsOn(staff).sees('剩下的积分留给家里人合用，存折一直留着。');
    await picture(staff, 'moving-death');
    await handsOn(staff).tap('登记');
    await handsOn(staff).sees(`${name}的去世登记错了？`);
    await stage.runJobs();
    const { roles } = await ask<{ roles: { unitId: string }[] }>(staff, 'household/me', {});
    const asked = { unitId: roles[0]?.unitId, only: { who: name } };
    const { vouchers } = await ask<{ vouchers: { state: string }[] }>(staff, 'reward/voucherRegister', asked);
    expect(vouchers[0]).toMatchObject({ state: 'cancelled' });
    await senior.goto(`${stage.origin}/pages/home/index`);
    await picture(senior, 'moving-death-phone');
    await handsOn(staff).tap('撤回去世登记');
    await handsOn(staff).sees(`${name}的去世登记错了，已经撤回`);
    await picture(staff, 'moving-death-undone');
  });

  it('have themselves erased at the desk: entries stay, without a name', async () => {
    const { ids, householdId } = await home('浏河路 88 号', '欧阳留下', '欧阳隐去');
    await openPerson(ids[1]);
    await openWay(/^他要删除自己的资料/);
    await handsOn(staff).turnTo('本人或家里人来说的');
    await handsOn(staff).sees('姓名、电话、生日这些资料都删掉，谁也找不回来，也不能撤回。');
    await handsOn(staff).tap('删除，不再找回');
    await openHome(householdId);
    await handsOn(staff).sees(/家里有一位删除了自己的资料/);
    expect(await staff.locator('body').innerText()).not.toContain('欧阳隐去');
  });
});
