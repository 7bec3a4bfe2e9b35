import type { Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { handsOn } from './hands';
import { DESK, describeInBrowser, PHONE, picture, Stage } from './stage';

const UNITS = '/staff/units/index';

describeInBrowser('a supervisor who looks at the communities', () => {
  let stage: Stage;
  let city: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    city = await stage.person('city', UNITS, { viewport: DESK, acceptDownloads: true });
  });
  afterAll(() => stage?.close());

  const rows = () => city.locator('.data-table-row').filter({ visible: true });
  const cell = (row: string, column: number) =>
    city.locator('.data-table-row').filter({ hasText: row }).locator('.data-table-cell').nth(column);
  const groups = () => city.locator('.data-table-group-word').allInnerTexts();
  const pane = () => city.locator('.units-pane').filter({ visible: true });
  const numberIn = (words: string) => Number(words.replace(/[^\d]/g, ''));

  it('sees them street by street, each rate with what it is of, and never in the order of a figure', async () => {
    await rows().nth(3).waitFor();
    expect(await groups()).toEqual(['白石街道', '南桥街道', '东门街道', '漳河镇']);
    const [took = '', all = ''] = (await cell('浏河社区', 2).innerText()).split('/');
    const rate = `${((numberIn(took) / numberIn(all)) * 100).toFixed(2)}%`;
    expect(await cell('浏河社区', 1).innerText()).toBe(rate);
    expect(await city.locator('.data-table-sort').count()).toBe(0);
    await city.locator('.units-line').first().waitFor();
    await picture(city, 'units-desk');
  });

  it('comes to one by the keyboard: who has no points yet and what was done add up to its figures', async () => {
    for (let row = 0; row < 3; row++) await city.keyboard.press('ArrowDown');
    await pane().getByText('浏河社区').waitFor();
    await pane()
      .getByText(/还没有积分的/)
      .waitFor();
    const blocks = await pane().locator('.units-lines-title').allInnerTexts();
    const lines = await pane()
      .locator('.units-lines-row')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText));
    const sum = (isMeant: (words: string) => boolean) =>
      lines.filter(isMeant).reduce((total, words) => total + numberIn(words.split('\n').slice(-1)[0] ?? ''), 0);
    const isHome = (words: string) => words.endsWith('户');
    expect(sum(isHome)).toBe(numberIn(blocks[0]?.split('还没有积分的')[1] ?? ''));
    expect(sum((words) => !isHome(words))).toBe(numberIn(blocks[1] ?? ''));
    await handsOn(city).tap(/^看怎么帮上这 [\d,]+ 户$/);
    const help = pane().getByRole('list', { name: '怎么帮上他们' });
    expect(await help.getByRole('listitem').count()).toBe(lines.filter(isHome).length);
    await picture(city, 'units-help');
    expect(await city.getByText(/[0-9a-f]{64}/).count()).toBe(0);
    await handsOn(city).tap(/^账本/);
    await city
      .getByText(/[0-9a-f]{64}/)
      .first()
      .waitFor();
    await picture(city, 'units-books');
  });

  it('sifts, turns to another month and to people, and saves what is shown', async () => {
    await handsOn(city).tap('城市、农村');
    await handsOn(city).turnTo('农村');
    await handsOn(city).sees('1 个社区和村');
    expect(await rows().count()).toBe(1);
    await handsOn(city).tap('不再只看农村');
    await handsOn(city).sees('4 个社区和村');
    const before = await city.locator('.units-band').innerText();
    await handsOn(city).tap(/^20\d\d年\d+月$/); // in the head: the month that is shown
    await city
      .getByRole('tab', { name: /^20\d\d年\d+月$/ })
      .first()
      .click();
    await city.waitForFunction((was) => document.querySelector<HTMLElement>('.units-band')?.innerText !== was, before);
    await handsOn(city).turnTo('按人看');
    await handsOn(city).sees('居民参与率（满格');
    const saved = city.waitForEvent('download');
    await handsOn(city).tap('导出 Excel');
    const [written] = await readExcel(await (await saved).path());
    const [heads = [], ...lines] = written?.data ?? [];
    expect(heads).toEqual(expect.arrayContaining(['单位', '编码', '有积分户', '在册户', '有积分人', '在册人', '人次']));
    expect(lines).toHaveLength(4);
    const sumOf = (word: string) => lines.reduce((all, line) => all + Number(line[heads.indexOf(word)]), 0);
    const shown = (await city.locator('.units-band').innerText()).replaceAll(',', '');
    for (const [some, all, unit] of [
      ['有积分户', '在册户', '户'],
      ['有积分人', '在册人', '人'],
    ] as const)
      expect(shown).toContain(`${sumOf(some)} ÷ ${sumOf(all)} ${unit}`);
    expect(shown).toContain(`一共 ${sumOf('人次')} 人次`);
    await handsOn(city).sees('4 行都存下来了');
  });

  it('has the same on a phone as cards, and a community as a page of its own', async () => {
    await city.setViewportSize(PHONE);
    await city.goto(`${stage.origin}${UNITS}`);
    await rows().nth(3).waitFor();
    await picture(city, 'units-phone');
    await city.locator('.data-table-open').filter({ hasText: '却集村' }).click();
    await pane().getByText('却集村').waitFor();
    await pane()
      .getByText(/做了哪些好事|还没有积分的/) // on a month's first day nobody has done anything yet
      .first()
      .waitFor();
    await picture(city, 'units-phone-one');
  });
});
