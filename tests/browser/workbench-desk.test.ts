import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

const WORKBENCH = '/staff/workbench/index';
const ITEM = '清洁家园';

describeInBrowser('the workbench at a desk', () => {
  let stage: Stage;
  let admin: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    admin = await stage.person('admin', WORKBENCH, { viewport: DESK });
    await apply(await stage.person('applicant', '/pages/home/index'));
  });
  afterAll(() => stage?.close());

  const ask = async (page: Page, action: string, input: object, more: object = {}) => {
    const headers = { origin: stage.origin };
    const sent = await page.request.post(`${stage.origin}/api/${action}`, { headers, data: { input, ...more } });
    const told = await sent.json();
    if (!told.ok) throw new Error(`${action}: ${JSON.stringify(told)}`);
    return told.data;
  };
  /** As the form of joining sends it. */
  async function apply(applicant: Page): Promise<void> {
    const { roles } = await ask(admin, 'household/me', {});
    const who = { name: '孟小雨', phone: '14000000019', address: '6号3单元101' };
    const input = { communityId: roles[0].communityId, ...who, consent: { version: '2026-11', agreed: true } };
    await ask(applicant, 'household/applyToBind', input, { requestId: randomUUID() });
  }

  /** To the first whom neither a cap nor kinship keeps from it. */
  async function give(): Promise<void> {
    const { roles } = await ask(admin, 'household/me', {});
    const unitId = roles[0].communityId;
    const { items } = await ask(admin, 'catalogue/items', { unitId });
    const { people } = await ask(admin, 'household/find', { unitId, limit: 50 });
    const { itemId } = items.find((item: { name: string }) => item.name === ITEM);
    for (const { residentId } of people) {
      const holders = [{ kind: 'resident', id: residentId }];
      const { results } = await ask(admin, 'award/give', { itemId, holders }, { requestId: randomUUID() });
      if (results[0].outcome.state === 'posted') return;
    }
    throw new Error('nobody could be given it');
  }

  const back = async () => {
    await admin.goto(stage.origin + WORKBENCH);
    await handsOn(admin).sees('今天我发的');
  };
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await admin.keyboard.press(key);
  };
  const waiting = () => admin.locator('.workbench-waiting-row[role="link"]').filter({ visible: true });

  it('shows what waits with a dot for each, and goes there', async () => {
    await back();
    const row = waiting().filter({ hasText: '加入申请' });
    await row.waitFor();
    const count = Number(await row.locator('.workbench-waiting-count').innerText());
    expect(count).toBeGreaterThan(0);
    expect(await row.locator('.age-line-dot').count()).toBe(count);
    await row.filter({ hasText: /孟小雨，6号3单元101|最久的是/ }).waitFor(); // whose it is
    await picture(admin, 'workbench-desk');
    await row.click();
    await admin.waitForURL(/applications/);
  });

  it('counts records said to be one, on the page and in the menu, and opens their list', async () => {
    await back();
    const row = waiting().filter({ hasText: '登记了两次' });
    expect(await row.locator('.workbench-waiting-count').innerText()).toBe('1');
    await row.click();
    await admin.waitForURL(/second\/index\?list=merges/);
    await handsOn(admin).sees(/登记了两次？$/);
  });

  it('goes by keys, and not while something is being written', async () => {
    await back();
    await press('?');
    await handsOn(admin).sees('全部快捷键');
    await picture(admin, 'workbench-keys');
    await press('f', 'Escape'); // a dialog lies in front
    await admin.getByRole('dialog').waitFor({ state: 'detached' });
    expect(admin.url()).toMatch(/workbench/);
    await press('/');
    expect(await admin.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await admin.keyboard.type('gf陈建军');
    expect(admin.url()).toMatch(/workbench/);
    await press('Enter');
    await admin.waitForURL(/staff\/people/);
    await back();
    await press('g', 'r');
    await admin.waitForURL(/applications/);
    await back();
    await press('f');
    await admin.waitForURL(/staff\/award/);
  });

  it('tells what one gave today, and for how many minutes it can be taken back', async () => {
    await give();
    await back();
    await handsOn(admin).sees(/^撤回，还剩 \d+ 分钟$/);
    await picture(admin, 'workbench-given');
    await admin
      .getByRole('button', { name: new RegExp(`^撤回，还剩 \\d+ 分钟，${ITEM}，`) })
      .first()
      .click();
    await admin.waitForURL(/staff\/given/);
    await handsOn(admin).sees('今天我发的');
  });
});
