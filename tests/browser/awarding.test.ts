import type { Page } from 'playwright-core';
import { itemNamed, lookWhoIsFree, lookWhoIsFreeAndAlone, type Neighbour, readSums, rowOf } from './award-steps';
import { handsOn } from './hands';
import { describeInBrowser, picture, Stage } from './stage';

const ITEM = '清洁家园';
const POINTS = 5;

describeInBrowser('staff who award from the workbench', () => {
  let stage: Stage;
  let staff: Page;
  let three: readonly Neighbour[];
  let before: readonly number[];
  beforeAll(async () => {
    stage = await Stage.open();
    staff = await stage.person('staff', '/staff/workbench/index');
    three = await lookWhoIsFreeAndAlone(staff, stage.origin, ITEM, 3);
    before = await readSums(staff, stage.origin, three);
  });
  afterAll(() => stage?.close());

  /** Every tap or key by which a person acts, as the page itself hears it. */
  const countTaps = () =>
    staff.evaluate(() => {
      const counted = window as unknown as { taps: number };
      counted.taps = 0;
      document.addEventListener('click', (event) => event.isTrusted && counted.taps++, true);
      document.addEventListener('keydown', () => counted.taps++, true);
    });
  const taps = () => staff.evaluate(() => (window as unknown as { taps: number }).taps);

  it('give three people their points in five taps', async () => {
    expect(three).toHaveLength(3);
    await staff.goto(`${stage.origin}/staff/workbench/index`);
    await itemNamed(staff, ITEM).waitFor();
    await countTaps();
    await itemNamed(staff, ITEM).click();
    for (const one of three) await rowOf(staff, one).click();
    await picture(staff, 'awarding-three');
    await handsOn(staff).tap(`发给 3 位邻居，各 ${POINTS} 分`);
    await handsOn(staff).sees('谢谢 3 位邻居做了');
    expect(await taps()).toBe(5);
    expect(await handsOn(staff).reads('.award-number')).toBe(String(3 * POINTS));
    for (const { name } of three) await handsOn(staff).sees(name);
    await picture(staff, 'awarding-thanks');
  });

  it('find the points with each of the three', async () => {
    expect(await readSums(staff, stage.origin, three)).toEqual(before.map((points) => points + POINTS));
  });

  it('see that the three have it for today, and cannot double it', async () => {
    await staff.goto(`${stage.origin}/staff/workbench/index`);
    await itemNamed(staff, ITEM).click();
    for (const { name, note } of three) {
      const row = staff
        .locator('.person-row[aria-disabled="true"]')
        .filter({ hasText: name })
        .filter({ hasText: note });
      await row.getByText('今天记过了').waitFor();
    }
    await picture(staff, 'awarding-again');
  });

  it('learn that nobody was given it when a colleague was quicker', async () => {
    const colleague = await stage.person('staff', '/staff/workbench/index');
    const [one] = await lookWhoIsFree(staff, stage.origin, ITEM, 1);
    await lookWhoIsFree(colleague, stage.origin, ITEM, 1);
    if (!one) throw new Error('nobody is free');
    for (const page of [staff, colleague]) await rowOf(page, one).click();
    await handsOn(colleague).tap('发给 1 位邻居');
    await handsOn(colleague).sees('发好了');
    await handsOn(staff).tap('发给 1 位邻居');
    await handsOn(staff).sees('这次没有发');
    await handsOn(staff).sees('这件事已经记过了');
    expect(await staff.locator('.screen').filter({ visible: true }).last().innerText()).not.toMatch(/发好了|谢谢/);
    await picture(staff, 'awarding-nobody');
  });
});
