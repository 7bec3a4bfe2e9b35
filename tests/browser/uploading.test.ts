import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { PART_BYTES } from '../../cloudfunctions/files/contract';
import { FILE_KINDS } from '../../cloudfunctions/values/files';
import { rosterOf, wang } from '../household/roster-scene';
import { makeWorkbook } from '../household/workbook';
import { handsOn } from './hands';
import { describeInBrowser, picture, Stage } from './stage';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PARTS = '**/api/files/uploadPart';
const RULES = 'cloudfunctions/host/demo/data/rules-household-scheme.xlsx';

/** What cannot be packed, so that it is of some parts. */
function largeRoster() {
  const rows = Array.from({ length: 1_500 }, (_, i) => ({
    ...{ ...wang, 户编号: `U${i}`, 联系电话: null },
    ...{ 备注: randomBytes(250).toString('hex') },
  }));
  const buffer = rosterOf(...rows);
  return { file: { name: '大名册.xlsx', mimeType: MIME, buffer }, parts: Math.ceil(buffer.length / PART_BYTES) };
}
const choose = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator('input[type="file"]').last().setInputFiles(file);

describeInBrowser('a file on its way', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());
  const open = async () => {
    const page = await stage.person('admin', '/staff/roster/index');
    await handsOn(page).sees('选一份花名册');
    return page;
  };

  it('says how far it is; a server that stops in the middle is told, and one tap goes on from there', async () => {
    const page = await open();
    const { file, parts } = largeRoster();
    expect(parts).toBeGreaterThan(4);
    const sent: number[] = [];
    let isStopped = false;
    await page.route(PARTS, async (route) => {
      const { part } = route.request().postDataJSON().input;
      sent.push(part);
      if (part === 3 && !isStopped) {
        isStopped = true;
        await stage.stopServer();
      }
      return route.continue();
    });
    await choose(page, file);
    await handsOn(page).sees(`正在上传 4/${parts}`);
    await picture(page, 'uploading');
    await handsOn(page).sees('现在连不上服务');
    await picture(page, 'uploading-lost');
    await stage.startServer();
    await handsOn(page).tap('再试一次');
    await handsOn(page).sees('一格一格怎么看的');
    const others = Array.from({ length: parts }, (_, part) => part).filter((part) => part !== 3);
    expect(sent.filter((part) => part !== 3)).toEqual(others);
    await page.context().close();
  });

  it('of rules is sent again by one tap, too, without being chosen anew', async () => {
    const page = await stage.person('admin', '/staff/catalogue/index');
    await handsOn(page).turnTo('导入细则表');
    await page.route(PARTS, (route) => route.abort());
    await page.locator('input[type="file"]').last().setInputFiles(RULES);
    await handsOn(page).sees('现在连不上服务');
    await page.unroute(PARTS);
    await handsOn(page).tap('再试一次');
    await handsOn(page).sees('17 + 0 + 0 = 17 行，一行不漏');
    await page.context().close();
  });

  it('may be sent by two windows of one person at once', async () => {
    const [one, other] = [await open(), await open()];
    const { file } = largeRoster();
    await Promise.all([one, other].map((page) => choose(page, file)));
    for (const page of [one, other]) await handsOn(page).sees('一格一格怎么看的');
    await Promise.all([one, other].map((page) => page.context().close()));
  });

  it('that is no roster gets a sentence that says what to do', async () => {
    const page = await open();
    const sheet = makeWorkbook([['没有', '表头']]);
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(500)]);
    const oldExcel = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(4_000)]);
    const files: readonly (readonly [string, Buffer, string, string])[] = [
      ['空的.xlsx', Buffer.alloc(0), '表里没有内容', '选错了文件'],
      ['照片.xlsx', png, '这不是能读的 Excel 文件', '另存为 .xlsx'],
      ['旧的.xls', oldExcel, '这不是能读的 Excel 文件', '另存为 .xlsx'],
      ['半份.xlsx', sheet.subarray(0, 300), '这不是能读的 Excel 文件', '另存为 .xlsx'],
      ['别的表.xlsx', sheet, '没有找到表头', '请保留写着'],
      ['太大.xlsx', Buffer.alloc(FILE_KINDS.xlsx.bytesMax + 1), '文件太大了', '分成几个文件'],
    ];
    for (const [name, buffer, what, next] of files) {
      await page.reload();
      await handsOn(page).sees('选一份花名册');
      await choose(page, { name, mimeType: MIME, buffer });
      await handsOn(page).sees(what);
      await handsOn(page).sees(next);
    }
    await picture(page, 'uploading-refused');
    await page.context().close();
  });
});
