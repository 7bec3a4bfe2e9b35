import type { Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { handsOn } from './hands';
import { DESK, describeInBrowser, Stage } from './stage';

describeInBrowser('the register at a desk', () => {
  let stage: Stage;
  let staff: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    staff = await stage.person('staff', '/staff/people/index', { viewport: DESK, acceptDownloads: true });
  });
  afterAll(() => stage?.close());

  const rows = () => staff.locator('.data-table-row').filter({ visible: true });
  const nameAt = async (row: number) => (await rows().nth(row).locator('.data-table-open').innerText()).trim();
  const here = async () => (await staff.locator('.data-table-here .data-table-open').innerText()).trim();
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await staff.keyboard.press(key);
  };
  const pick = (row: number) => rows().nth(row).getByRole('checkbox');
  const chosen = (words: string) => staff.locator('.bulk-bar').getByText(words).waitFor();
  const noneChosen = () => staff.locator('.bulk-bar').waitFor({ state: 'detached' });
  const until = async (is: () => Promise<boolean>) => {
    for (let looks = 0; looks < 300; looks++) {
      if (await is()) return;
      await staff.waitForTimeout(50);
    }
    throw new Error('it did not come to be so');
  };
  /** How many match in all, as the page says it. */
  const count = async () => Number((await staff.getByText(/^一共 \d+ 人/).innerText()).match(/\d+/)?.[0]);

  let everybody = 0;

  it('goes by the arrows, ticks by the space bar and takes a range with Shift', async () => {
    await rows().nth(8).waitFor();
    everybody = await count();
    await press('ArrowDown', 'ArrowDown');
    expect(await here()).toBe(await nameAt(1));
    await press(' ');
    await chosen('已选 1 人');
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await chosen('已选 3 人');
    await press('ArrowUp');
    expect(await here()).toBe(await nameAt(2));
    await press('Escape');
    await noneChosen();
    await pick(1).click();
    await pick(5).click({ modifiers: ['Shift'] });
    await chosen('已选 5 人');
    await press('Escape');
    await noneChosen();
    await press('/');
    expect(await staff.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await press('e', ' '); // written, and no key of the table's
    await noneChosen();
    await handsOn(staff).write('找人', '');
    await until(async () => (await count()) === everybody);
  });

  it('saves all that match as a spreadsheet, also those that were never shown', async () => {
    await handsOn(staff).tap('多大年纪');
    await handsOn(staff).turnTo('60 岁以上');
    await until(async () => (await count()) < everybody);
    const old = await count();
    expect(old).toBeGreaterThan(await rows().count());
    const saved = staff.waitForEvent('download');
    await handsOn(staff).tap('导出 Excel');
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/^居民 .*60 岁以上.*\.xlsx$/);
    const [written] = await readExcel(await download.path());
    const [heads = [], ...lines] = written?.data ?? [];
    expect(heads.slice(0, 2)).toEqual(['姓名', '年龄']);
    expect(lines).toHaveLength(old);
    expect(lines.filter(([, age]) => !(Number(age) >= 60))).toEqual([]);
    expect(new Set(lines.map((line) => line.join())).size).toBe(old);
    await handsOn(staff).sees(`${old} 行都存下来了`);
  });

  it('chooses all that match, and prints them with their heading and nothing else', async () => {
    const old = await count();
    await pick(0).click();
    await handsOn(staff).tap(`${old} 人都选上`);
    await chosen(`已选 ${old} 人`);
    await chosen('符合条件的都在里面');
    await staff.evaluate(() => {
      window.print = () => undefined;
    });
    await handsOn(staff).tap('打印这些');
    await until(async () => (await staff.locator('.sheet-on-paper tbody tr').count()) === old);
    expect(await staff.locator('.sheet-on-paper p').innerText()).toMatch(/60 岁以上.*共 \d+ 行/);
    await staff.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await staff.locator('.sheet-on-paper').waitFor({ state: 'detached' });
  });
});
