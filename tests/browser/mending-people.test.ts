import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

describeInBrowser('people who are mended', () => {
  let stage: Stage;
  let staff: Page;
  let admin: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    staff = await stage.person('staff', '/staff/workbench/index', { viewport: DESK });
    admin = await stage.person('admin', '/staff/workbench/index');
  });
  afterAll(() => stage?.close());

  async function ask(page: Page, action: string, input: object, more: object = {}) {
    const headers = { origin: stage.origin };
    const sent = await page.request.post(`${stage.origin}/api/${action}`, { headers, data: { input, ...more } });
    const answer = await sent.json();
    if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
    return answer.data;
  }
  const openPerson = (residentId: string) => staff.goto(`${stage.origin}/staff/person/index?id=${residentId}`);

  describe('registered twice', () => {
    let survivorId: string;
    const alone = async (name: string, address: string) => {
      const { roles } = await ask(staff, 'household/me', {});
      const input = { unitId: roles[0].unitId, address, head: { name } };
      return (await ask(staff, 'household/addHousehold', input, { requestId: randomUUID() })).headId as string;
    };
    const openMerges = async () => {
      await admin.goto(`${stage.origin}/staff/second/index`);
      await handsOn(admin).turnTo('登记两次');
    };

    it('are said to be one by one of the staff, with what will happen before it does', async () => {
      survivorId = await alone('欧阳双英', '浏河路 71 号');
      await alone('欧阳双瑛', '浏河路 72 号');
      await openPerson(survivorId);
      await handsOn(staff).follow(/他登记了两次/);
      await handsOn(staff).write('找人', '欧阳双瑛');
      await staff.locator('.person-row').filter({ visible: true, hasText: '欧阳双瑛' }).first().click();
      await handsOn(staff).sees(/另一条是欧阳双瑛/);
      await handsOn(staff).turnTo('看过证件');
      await picture(staff, 'mending-twice');
      await handsOn(staff).tap('提给同事看');
      await handsOn(staff).sees('提好了，等另一位同事看');
    });

    it('are one once a colleague has seen both, side by side', async () => {
      await openMerges();
      await handsOn(admin).sees('欧阳双英登记了两次？');
      await picture(admin, 'mending-twice-waiting');
      await handsOn(admin).tap(/^是同一个人，欧阳双瑛/);
      await handsOn(admin).sees('欧阳双英：合成一条了');
    });

    it('are parted by the same way, which the record shows', async () => {
      await openPerson(survivorId);
      await handsOn(staff).follow(/其实是两个人/);
      await handsOn(staff).turnTo('登记写错了');
      await picture(staff, 'mending-parting');
      await handsOn(staff).tap('提给同事看');
      await openMerges();
      await handsOn(admin).tap(/^是两个人，分开，欧阳双瑛/);
      await handsOn(admin).sees('欧阳双英：分开了');
      await openPerson(survivorId);
      await handsOn(staff).sees(/分成了两条/);
      expect(await staff.getByText('其实是两个人').filter({ visible: true }).count()).toBe(0);
    });
  });

  describe('a guardian by a paper, and what they are told', () => {
    let head: Page;
    let senior: Page;
    let guardianName: string;

    it('is written down at the desk: who, which paper, until when, and whether others act still', async () => {
      head = await stage.person('householdHead', '/pages/inbox/index');
      senior = await stage.person('senior', '/pages/inbox/index');
      for (const page of [head, senior]) await handsOn(page).sees(/消息都在这里/); // all that was new until now is seen
      const guardian = await ask(senior, 'household/me', {});
      guardianName = guardian.resident.name;
      const { household } = await ask(head, 'household/me', {});
      const child = household.members.find(({ name }: { name: string }) => name === '陈小雨');
      await openPerson(child.residentId);
      await handsOn(staff).follow(/登记监护人/);
      await handsOn(staff).write('找人', guardianName);
      const rows = staff.locator('.person-row').filter({ visible: true, hasText: guardianName });
      await rows.filter({ hasText: guardian.household.address }).first().click(); // there are namesakes
      await handsOn(staff).turnTo('法院判决书');
      await handsOn(staff).write('纸上写的日子', '2026-10-08');
      await handsOn(staff).choose(/还一起管/);
      await picture(staff, 'mending-guardian');
      await handsOn(staff).tap('登记');
      await handsOn(staff).sees(/法院判决书（2026年10月8日）/);
      await picture(staff, 'mending-guardian-recorded');
    });

    it('is told on home to guardian and family, as new until it was seen', async () => {
      for (const [page, name] of [
        [senior, 'senior'],
        [head, 'head'],
      ] as const) {
        await page.goto(`${stage.origin}/pages/home/index`);
        await handsOn(page).sees('1 条新的，看看谁改了什么');
        await picture(page, `mending-told-${name}`);
        await handsOn(page).follow(/消息/);
        await handsOn(page).sees(`${guardianName}登记成了陈小雨的监护人`);
        await handsOn(page).sees('今天');
        await picture(page, `mending-inbox-${name}`);
        await page.goto(`${stage.origin}/pages/me/index`);
        await handsOn(page).sees('谁改了你家的登记，这里都有');
      }
    });

    it('acts for the child from their own household, and sees what the child has', async () => {
      await senior.goto(`${stage.origin}/pages/household/index`);
      await handsOn(senior).sees('由你监护，不住在你家 · 9 岁');
      expect(await senior.locator('body').innerText()).not.toContain('家里人可以用陈小雨的积分兑换');
      await picture(senior, 'mending-ward');
      await senior.getByText('陈小雨').filter({ visible: true }).first().click();
      await handsOn(senior).sees('陈小雨住的那一家可以用陈小雨的积分兑换');
      await picture(senior, 'mending-ward-page');
      await senior.getByText('积分存折').filter({ visible: true }).first().click();
      await handsOn(senior).sees('陈小雨的存折');
    });

    it('is ended where it was written down, by a tap on who it was', async () => {
      await handsOn(staff).follow(new RegExp(`^${guardianName}`));
      await handsOn(staff).sees(/以前登记过他，一直写在“改过什么”里/);
      await handsOn(staff).turnTo('看过证件');
      await handsOn(staff).tap('结束监护');
      await handsOn(staff).sees(`${guardianName}不再是陈小雨的监护人`);
      expect(await staff.getByText('点一位可以结束').filter({ visible: true }).count()).toBe(0);
    });
  });
});
