import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { makeSheets } from '../household/workbook';
import { handsOn } from './hands';
import { openCommunity } from './new-community';
import { DESK, describeInBrowser, PHONE, picture, Stage } from './stage';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describeInBrowser('sheets that are filled in, told what to mend, and brought again', () => {
  let stage: Stage;
  let admin: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    await openCommunity(stage);
    admin = await stage.person('admin', '/staff/roster/index', { viewport: DESK, acceptDownloads: true });
  });
  afterAll(() => stage?.close());

  const choose = (name: string, bytes: Uint8Array) =>
    admin
      .locator('input[type="file"]')
      .last()
      .setInputFiles({ name, mimeType: EXCEL, buffer: Buffer.from(bytes) });
  async function saved(button: string): Promise<{ name: string; bytes: Uint8Array }> {
    const coming = admin.waitForEvent('download');
    await handsOn(admin).tap(button);
    const download = await coming;
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  }
  /** As somebody writes it in Excel: cells of the first sheet, by their places. */
  function writtenInto(file: Uint8Array, cells: Readonly<Record<string, string>>): Uint8Array {
    const parts = unzipSync(file);
    const place = 'xl/worksheets/sheet1.xml';
    const xml = Object.entries(cells).reduce(
      (text, [at, words]) =>
        text.replace(
          new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`, 's'),
          `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`,
        ),
      strFromU8(parts[place] ?? new Uint8Array()),
    );
    return zipSync({ ...parts, [place]: strToU8(xml) });
  }

  it('begin with a template: empty it says what to do, filled in it is taken in', async () => {
    const { name, bytes } = await saved('下载花名册模板');
    expect(name).toBe('花名册模板.xlsx');
    await handsOn(admin).sees('模板存下来了');
    await picture(admin, 'own-sheets-template');
    await choose(name, bytes);
    await handsOn(admin).sees('用的是模板，就从示例的下一行填起，存好再选');
    await picture(admin, 'own-sheets-empty');
    const filled = writtenInto(bytes, {
      ...{ A3: '007', B3: '贺启明', C3: '贺启明', D3: '户主', E3: '男', F3: '1950-03-08' },
      ...{ A4: '007', B4: '贺启明', C4: '单秀兰', D4: '妻', E4: '女', F4: '1952-02-30' },
    });
    await choose('我们村.xlsx', filled);
    await handsOn(admin).sees('2 行人，第 1 行是表头；示例 1 行，跳过');
    await handsOn(admin).sees('1 + 0 + 1 = 2 行，一行不漏');
  });

  it('come back with what to mend beside their rows; mended they go in, and nothing is doubled', async () => {
    const { name, bytes } = await saved('带批注的原表');
    expect(name).toBe('我们村（带批注）.xlsx');
    await handsOn(admin).sees('存下来了，还是你的表');
    await picture(admin, 'own-sheets-noted');
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/r="M1"[\s\S]*要改什么/);
    expect(xml).toMatch(/r="M4"[\s\S]*1952年2月30日，没有这一天，改好再导/);
    await handsOn(admin).tap('收下 1 人');
    await handsOn(admin).sees('新登记 1 户，新登记 1 人');
    await handsOn(admin).tap('再导一份');
    await choose(name, writtenInto(bytes, { F4: '1952-02-28' }));
    await handsOn(admin).sees('2 + 0 + 0 = 2 行，一行不漏');
    await handsOn(admin).tap('收下 2 人');
    await handsOn(admin).sees('新登记 1 人');
    await admin.goto(`${stage.origin}/staff/people/index`);
    await handsOn(admin).write('找人', '贺启明');
    await handsOn(admin).sees('就这 1 人了');
  });

  it('of rules likewise: what is asked about is told in the file, and the mended file asks no more', async () => {
    await admin.goto(`${stage.origin}/staff/catalogue/index`);
    await handsOn(admin).turnTo('导入细则表');
    const template = await saved('下载细则表模板');
    await choose(template.name, template.bytes);
    await handsOn(admin).sees('用的是模板，就从示例的下一行填起，存好再选');
    const rows = [
      ['事项', '分值'],
      ['替邻居买药', '每次加2分'],
      ['打扫楼道', '酌情'],
      ['楼道堆物', '扣2分'],
    ];
    await choose('细则.xlsx', makeSheets([{ name: '细则', rows }]));
    await handsOn(admin).sees('1 + 1 + 1 = 3 行，一行不漏');
    await picture(admin, 'own-sheets-rules');
    await handsOn(admin).tap('收下 1 条，1 条先放着');
    await handsOn(admin).sees('1 项进了草稿');
    const { name, bytes } = await saved('带批注的原表');
    await choose(name, writtenInto(bytes, { B3: '每次加1分' }));
    await handsOn(admin).sees('2 + 0 + 1 = 3 行，一行不漏');
    await handsOn(admin).tap('收下 2 条');
    await handsOn(admin).sees('另外 1 项已经有了，没有重复。');
    await picture(admin, 'own-sheets-rules-again');
  });

  it('are read on a phone, too', async () => {
    const page = await stage.person('admin', '/staff/roster/index', { viewport: PHONE });
    await handsOn(page).sees('下载花名册模板');
    const file = makeSheets([
      {
        name: '一组',
        rows: [
          ['户编号', '姓名', '与户主关系', '出生日期'],
          ['A1', '邬海涛', '户主', '1950-02-30'],
        ],
      },
    ]);
    await page.locator('input[type="file"]').last().setInputFiles({ name: '一组.xlsx', mimeType: EXCEL, buffer: file });
    await handsOn(page).sees('带批注的原表');
    await page.screenshot({ path: path.resolve('tests/browser/out/own-sheets-phone.png'), fullPage: true });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(PHONE.width);
  });
});
