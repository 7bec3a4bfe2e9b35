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
      await handsOn(admin).turnTo('登记了两次的人');
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
      await handsOn(admin).tap('是同一个人');
      await handsOn(admin).sees('欧阳双英：合成一条了');
    });

    it('are parted by the same way, which the record shows', async () => {
      await openPerson(survivorId);
      await handsOn(staff).follow(/其实是两个人/);
      await handsOn(staff).turnTo('登记写错了');
      await picture(staff, 'mending-parting');
      await handsOn(staff).tap('提给同事看');
      await openMerges();
      await handsOn(admin).tap('是两个人，分开');
      await handsOn(admin).sees('欧阳双英：分开了');
      await openPerson(survivorId);
      await handsOn(staff).sees(/分成了两条/);
      expect(await staff.getByText('其实是两个人').filter({ visible: true }).count()).toBe(0);
    });
  });
});
