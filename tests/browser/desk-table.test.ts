import path from 'node:path';
import type { Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { itemNamed } from './award-steps';
import { handsOn } from './hands';
import { readCode } from './qr-picture';
import { DESK, describeInBrowser, picture, SHOTS, Stage } from './stage';

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
  const count = async () =>
    Number((await staff.getByText(/^(一共|\d+ 人里有) \d+ 人$/).innerText()).match(/(\d+) 人$/)?.[1]);

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
    await handsOn(staff).tap('打印名单');
    await until(async () => (await staff.locator('.sheet-on-paper tbody tr').count()) === old);
    expect(await staff.locator('.sheet-on-paper p').innerText()).toMatch(/60 岁以上.*共 \d+ 行/);
    await staff.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await staff.locator('.sheet-on-paper').waitFor({ state: 'detached' });
  });

  it('shows a dozen rows at once, and those with the most points first', async () => {
    await press('Escape');
    const whole = await staff.locator('.table-frame-scroll').filter({ visible: true }).first().boundingBox();
    const boxes = await Promise.all((await rows().all()).slice(0, 20).map((row) => row.boundingBox()));
    const bottom = (whole?.y ?? 0) + (whole?.height ?? 0);
    expect(boxes.filter((box) => box && box.y + box.height <= bottom + 1).length).toBeGreaterThanOrEqual(12);
    await picture(staff, 'register-desk-1280');
    const pointsAt = async (row: number) => Number(await rows().nth(row).locator('.data-table-strong').innerText());
    for (const _twice of [1, 2]) await handsOn(staff).tap(/^可兑换/);
    await until(async () => (await pointsAt(0)) > 0 && (await pointsAt(0)) >= (await pointsAt(1)));
    const all = await Promise.all((await rows().all()).map((_, row) => pointsAt(row)));
    expect(all).toEqual(all.toSorted((a, b) => b - a));
  });

  it('shows the columns that were chosen, also after it is opened anew', async () => {
    const head = (name: string) => staff.getByRole('columnheader', { name }).filter({ visible: true }).count();
    expect([await head('累计'), await head('家里积分')]).toEqual([0, 1]);
    await handsOn(staff).tap('选择显示哪些列');
    for (const name of ['累计', '家里积分']) await handsOn(staff).tick(name);
    await handsOn(staff).tap('好了');
    expect([await head('累计'), await head('家里积分')]).toEqual([1, 0]);
    await staff.reload();
    await rows().nth(3).waitFor();
    expect([await head('累计'), await head('家里积分')]).toEqual([1, 0]);
    await handsOn(staff).tap('选择显示哪些列');
    await handsOn(staff).tap('照原来的');
    await handsOn(staff).tap('好了');
    expect([await head('累计'), await head('家里积分')]).toEqual([0, 1]);
  });

  it('puts a line right where it stands, in the pane beside the list', async () => {
    await press('ArrowDown');
    await staff.locator('.data-table-here').waitFor();
    await press('e');
    const pane = staff.locator('.desk-pane');
    await pane.getByRole('button', { name: '改，手机号' }).click();
    await pane.getByLabel('手机号').fill('14000009876');
    await pane.getByRole('tab', { name: '本人或家里人来说的' }).click();
    await picture(staff, 'register-desk-edit-1280');
    await pane.getByRole('button', { name: '存好' }).click();
    await pane.getByText(/改了.*手机号/).waitFor();
    await pane.getByText('14000009876').waitFor();
    await pane.getByRole('button', { name: '回到这一户' }).click();
    await pane.getByText('家里的人').first().waitFor();
  });

  it('prints the cards of those who are chosen on A4, eight on a sheet and none cut apart', async () => {
    await handsOn(staff).turnTo('按户看');
    await rows().nth(10).waitFor();
    await pick(0).click();
    await handsOn(staff).tap(/^\d+ 户都选上$/);
    await chosen('符合条件的都在里面');
    const homes = Number((await staff.locator('.bulk-bar').innerText()).match(/已选 (\d+) 户/)?.[1]);
    await handsOn(staff).tap('打印积分卡');
    await handsOn(staff).tap('排好这些卡');
    await handsOn(staff).sees(new RegExp(`^${homes} 张排好了`));
    const cards = staff.locator('.cards-paper-card');
    expect(await cards.count()).toBe(homes);
    const numbers = await staff.locator('.cards-paper-number').allInnerTexts();
    expect(new Set(numbers).size).toBe(homes);
    await staff.emulateMedia({ media: 'print' });
    await staff.setViewportSize({ width: 794, height: 1123 });
    await picture(staff, 'cards-a4-print');
    const pdf = await staff.pdf({ preferCSSPageSize: true, path: path.join(SHOTS, 'cards-a4.pdf') });
    const sheets = Math.ceil(homes / 8);
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets);
    const cut = await cards.evaluateAll((all) =>
      all.filter((one) => {
        const sheet = one.closest('.cards-paper-sheet')?.getBoundingClientRect();
        const { top, bottom, height, width } = one.getBoundingClientRect();
        return (
          !sheet ||
          top < sheet.top ||
          bottom > sheet.bottom ||
          Math.abs(height - 204) > 1 ||
          Math.abs(width - 323.5) > 1
        );
      }),
    );
    expect(cut).toHaveLength(0);
    expect(readCode(await cards.first().screenshot())).toContain('/c/');
    await staff.emulateMedia({ media: 'screen' });
    await staff.setViewportSize(DESK);
  });

  it('gives a finger at a desk as much room as on a phone', async () => {
    const touching = { viewport: DESK, hasTouch: true, isMobile: true };
    const tablet = await stage.person('staff', '/staff/people/index', touching);
    await tablet.locator('.data-table-row').first().waitFor();
    const targets = tablet.locator('.data-table-open, .data-table-pick, .data-table-sort').filter({ visible: true });
    const boxes = await targets.evaluateAll((all) =>
      all.slice(0, 30).map((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height)),
    );
    expect(boxes.length).toBe(30);
    expect(Math.min(...boxes)).toBeGreaterThanOrEqual(44);
    await tablet.context().close();
  });

  it('gives points to those who are chosen', async () => {
    await staff.goto(`${stage.origin}/staff/people/index`);
    await rows().nth(3).waitFor();
    for (const row of [0, 1, 2]) await pick(row).click();
    await handsOn(staff).tap('给选中的 3 人发积分');
    await staff.waitForURL(/staff\/award/);
    await itemNamed(staff, '清洁家园').click();
    await handsOn(staff).sees('居民名单里选的 3 位都在');
    await picture(staff, 'register-award-1280');
  });
});
