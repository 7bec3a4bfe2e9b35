import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { describeInBrowser, picture, Stage } from './stage';

describeInBrowser('the supervision committee, on a phone of its own', () => {
  let stage: Stage;
  let committee: Page;
  let admin: Page;
  let district: Page;
  let address: string;
  let publicKey: string;
  const keyFile = path.join(mkdtempSync(path.join(tmpdir(), 'key-')), 'key.json');
  beforeAll(async () => {
    stage = await Stage.open();
    admin = await stage.person('admin', '/staff/limits/index');
    await handsOn(admin).tap('监督委员会的公钥和签字');
    await admin.waitForURL(/unit=/);
    address = admin.url();
    committee = await (await stage.context({ acceptDownloads: true })).newPage();
    district = await stage.person('district', '/staff/workbench/index');
  });
  afterAll(() => stage?.close());

  it('makes a key without signing in, keeps a copy, and shows no more than the public half', async () => {
    await committee.goto(address);
    await handsOn(committee).tap('做一把钥匙');
    const shown = committee.getByRole('img', { name: /你的公钥/ });
    publicKey = (await shown.innerText()).replace(/\s/g, '');
    expect(publicKey).toMatch(/^[0-9a-f]{64}$/);
    const download = committee.waitForEvent('download');
    await handsOn(committee).tap('另存一份钥匙');
    expect((await download).suggestedFilename()).toBe('监督签字的钥匙.json');
    await (await download).saveAs(keyFile);
    await handsOn(committee).sees('存好了。收在别处，谁也不给。');
    await handsOn(committee).tap('看看有没有新的一天');
    await handsOn(committee).tap(/先签最早的|签这 \d+ 天/);
    await handsOn(committee).sees('没有这把在用的公钥。');
    await handsOn(committee).sees(/有 \d+ 天签好了，还没有交上去/);
    await picture(committee, 'countersign-not-registered');
  });

  it('is registered by two, neither of whom is enough', async () => {
    await handsOn(admin).tap('登记一把公钥');
    await handsOn(admin).write('他们给的公钥', publicKey.replace(/(.{4})/g, '$1 '));
    await handsOn(admin).tap('登记，等第二个人');
    await handsOn(admin).sees('你已经点过头，要再有一位管理员或者上级点头。');
    expect(await admin.getByRole('button', { name: '和他们核对过，同意' }).count()).toBe(0);
    await picture(admin, 'countersign-named');
    await district.goto(address);
    await handsOn(district).tap('和他们核对过，同意');
    await handsOn(district).sees('村务监督委员会的公钥登记好了，从现在起可以签字');
  });

  it('sends what it has signed, and everybody sees it: on the page, and on a receipt of that day', async () => {
    await handsOn(committee).tap('再交一次');
    await handsOn(committee).tap(/签这 \d+ 天/);
    await handsOn(committee).sees('看看有没有新的一天');
    await handsOn(committee).sees('也签了');
    await picture(committee, 'countersign-signed');
    const head = await stage.person('householdHead', '/pages/passbook/index');
    await head
      .getByText(/清洁家园|道德讲堂/)
      .last()
      .click();
    await handsOn(head).sees('村务监督委员会也签了这一天');
    await picture(head, 'countersign-receipt');
  });

  it('goes on from another device with the file that was kept, and has nothing to sign twice', async () => {
    const download = committee.waitForEvent('download');
    await handsOn(committee).tap('另存一份钥匙');
    await (await download).saveAs(keyFile);
    const other = await (await stage.context()).newPage();
    await other.goto(address);
    await handsOn(other).sees('用以前存的钥匙文件');
    await other.locator('input[type="file"]').last().setInputFiles(keyFile);
    await handsOn(other).sees(/你签到 /);
    await handsOn(other).tap('看看有没有新的一天');
    await handsOn(other).sees('没有新的一天要签');
    const shown = other.getByRole('img', { name: /你的公钥/ });
    expect((await shown.innerText()).replace(/\s/g, '')).toBe(publicKey);
    await picture(other, 'countersign-other-device');
  });

  it('is ended by two, and what was signed stays', async () => {
    await admin.goto(address);
    await handsOn(admin).tap(/^停用，村务监督委员会/);
    await handsOn(admin).sees('记下了，等第二个人点头才停用');
    await district.goto(address);
    await handsOn(district).tap(/^同意停用，村务监督委员会/);
    await handsOn(district).sees('村务监督委员会的公钥停用了，签过的都还在');
    await handsOn(district).sees('也签了');
    await picture(district, 'countersign-ended');
  });
});
