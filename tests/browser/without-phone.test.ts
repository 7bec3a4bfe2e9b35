import path from 'node:path';
import type { Page } from 'playwright-core';
import { handsOn, readAtDesk, readHouseholdTotal } from './hands';
import { photograph, readCode, showPicture } from './qr-picture';
import { DESK, describeInBrowser, picture, SHOTS, Stage } from './stage';

const MOTHER = '周秀英';
const COST = 80;
/** A sheet's sides in points of print. */
const A5 = [420, 595] as const;
const A6 = [298, 420] as const;

describeInBrowser('an old mother without a phone', () => {
  let stage: Stage;
  let staff: Page;
  let clerk: Page;
  let card: string;
  let sheet: Buffer;
  let before: number;
  beforeAll(async () => {
    stage = await Stage.open();
    staff = await stage.person('staff', '/staff/people/index', { viewport: DESK });
  });
  afterAll(() => stage?.close());

  /** Looks at a page as it comes out of the printer, on a sheet of those sides; the file is kept to be looked at. */
  async function onPaper(name: string, sides: readonly [number, number], look: () => Promise<void>): Promise<void> {
    const [width, height] = sides.map((points) => Math.round((points * 96) / 72)) as [number, number];
    await staff.emulateMedia({ media: 'print' });
    await staff.setViewportSize({ width, height });
    try {
      await picture(staff, `${name}-print`);
      const pdf = await staff.pdf({ preferCSSPageSize: true, path: path.join(SHOTS, `${name}.pdf`) });
      const text = pdf.toString('latin1');
      expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      const box = /\/MediaBox\s*\[\s*\S+ \S+ (\S+) (\S+)\s*\]/.exec(text)?.slice(1);
      expect(box?.map((side) => Math.round(Number(side)))).toEqual(sides);
      expect(await staff.locator('.screen-head, .screen-foot, .demo-ribbon').filter({ visible: true }).count()).toBe(0);
      await look();
    } finally {
      await staff.emulateMedia({ media: 'screen' });
      await staff.setViewportSize(DESK);
    }
  }
  const sizes = (place: string) =>
    staff
      .locator(`${place} *`)
      .evaluateAll((all) =>
        all
          .filter((one) =>
            [...one.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim()),
          )
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      );

  it('gets a household card on paper: a code to scan and a number to say', async () => {
    before = await readAtDesk(staff, stage.origin, MOTHER);
    await staff.goto(`${stage.origin}/staff/people/index`);
    await handsOn(staff).write('找人', MOTHER);
    await handsOn(staff).sees('陈建军家');
    await handsOn(staff).tap('做新卡');
    await handsOn(staff).tap('做新卡，去打印');
    const number = staff.locator('.card-sheet-number');
    await number.waitFor();
    card = await number.innerText();
    expect(card.replace(/\D/g, '')).toMatch(/^\d{10}$/);
    await onPaper('without-phone-card', A6, async () => {
      expect(readCode(await photograph(staff))).toContain('/c/');
    });
  });

  it('is printed again as it is: nobody has to be given another one', async () => {
    await staff.goBack();
    await handsOn(staff).tap('再印这张卡');
    await handsOn(staff).tap('排好这些卡');
    const number = staff.locator('.cards-paper-number');
    await number.first().waitFor();
    expect(await number.allInnerTexts()).toEqual([card]);
    await picture(staff, 'without-phone-card-again');
  });

  it('earns at an activity: the organiser enters her card, and takes her from the family', async () => {
    await staff.goto(`${stage.origin}/staff/workbench/index`);
    await handsOn(staff).tap('亮签到码，清洁家园');
    await handsOn(staff).tap('没带手机的，帮他记');
    await handsOn(staff).write('找人', card);
    await staff.getByRole('checkbox', { name: new RegExp(MOTHER) }).click();
    await picture(staff, 'without-phone-arrivals');
    await handsOn(staff).tap('给 1 位邻居签到，各 5 分');
    await handsOn(staff).sees(`谢谢${MOTHER}，记上了`);
    await staff.locator('.person-row', { hasText: MOTHER }).getByText('扫积分卡').waitFor();
    await picture(staff, 'without-phone-counted');
    expect(await readAtDesk(staff, stage.origin, MOTHER)).toBe(before + 5);
  });

  it('has a card that is enough at the door, too: whoever of the family came is ticked', async () => {
    await staff.goto(`${stage.origin}/staff/workbench/index`);
    await handsOn(staff).tap('亮签到码，清洁家园');
    await handsOn(staff).tap('改成门口签到');
    await handsOn(staff).tap('扫下一位');
    await handsOn(staff).write('找人', card);
    await staff.getByRole('checkbox', { name: /陈建军/ }).click();
    await handsOn(staff).tap('给 1 位邻居签到，各 5 分');
    await handsOn(staff).sees('谢谢陈建军，记上了');
    await picture(staff, 'without-phone-at-the-door');
    await staff.goBack();
    await handsOn(staff).tap('改回扫码签到');
    await handsOn(staff).sees('改成门口签到');
  });

  it('redeems at the desk by her card, and her family’s total does not fall', async () => {
    const head = await stage.person('householdHead', '/pages/household/index');
    const total = await readHouseholdTotal(head, stage.origin);
    await staff.goto(`${stage.origin}/staff/desk/index`);
    await handsOn(staff).write('找人', card);
    await staff.getByRole('link', { name: new RegExp(MOTHER) }).click();
    await handsOn(staff).follow(/免费体检/);
    await picture(staff, 'without-phone-desk');
    await handsOn(staff).tap(`替${MOTHER}用 ${COST} 分兑换`);
    await handsOn(staff).sees('换好了');
    await picture(staff, 'without-phone-redeemed');
    expect(await readHouseholdTotal(head, stage.origin)).toBe(total);
  });

  it('takes the voucher home on one sheet, in letters for old eyes', async () => {
    await handsOn(staff).tap('打印大字兑换券');
    await staff.getByRole('img', { name: '免费体检的二维码' }).waitFor();
    await onPaper('without-phone-voucher', A5, async () => {
      sheet = await photograph(staff);
      await staff.locator('.voucher-sheet', { hasText: '周＊英' }).waitFor();
      expect(Math.min(...(await sizes('.voucher-sheet')))).toBeGreaterThanOrEqual(18);
    });
    expect(await readAtDesk(staff, stage.origin, MOTHER)).toBe(before + 5 - COST);
  });

  it('is served by the clerk, who scans the sheet, once', async () => {
    clerk = await stage.person('clerk', '/staff/redeem/index');
    await showPicture(clerk, sheet);
    await handsOn(clerk).sees('周＊英');
    await handsOn(clerk).tap('确认，给她体检');
    await handsOn(clerk).sees('核销好了');
    await picture(clerk, 'without-phone-redeemed');
    await handsOn(clerk).tap('再核销一张');
    await showPicture(clerk, sheet);
    await handsOn(clerk).sees('这张券已经用过了。');
    expect(await readAtDesk(staff, stage.origin, MOTHER)).toBe(before + 5 - COST);
  });
});
