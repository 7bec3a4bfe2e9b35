import type { Page } from 'playwright-core';
import { countAtDesk, handsOn, readAtDesk } from './hands';

export interface Neighbour {
  readonly name: string;
  /** Age and address: they tell namesakes apart. */
  readonly note: string;
}

const WORKBENCH = '/staff/workbench/index';
/** All items, not only those that one awards often. */
export const ALL_ITEMS = '/staff/award/index';

/** What one awards often stands on the workbench, and a second time on the page of all items: either leads to the same. */
export const itemNamed = (page: Page, name: string) =>
  page.getByRole('link', { name: new RegExp(`^发积分，${name}，`) }).first();

const rows = (page: Page) => page.locator('.person-row[role="checkbox"]:not([aria-disabled="true"])');

export const rowOf = (page: Page, { name, note }: Neighbour) =>
  rows(page).filter({ hasText: name }).filter({ hasText: note });

/** The first of those who come often and can be given it now. */
export async function lookWhoIsFree(
  page: Page,
  origin: string,
  item: string,
  count: number,
  from = WORKBENCH,
): Promise<Neighbour[]> {
  await page.goto(origin + from);
  const judged = page.waitForResponse(/award\/preview/); // until then everybody seems to be free
  await itemNamed(page, item).click();
  await judged;
  await handsOn(page).sees('就这些了');
  const shown = await rows(page).evaluateAll((all) =>
    all.map((row) => ({
      name: row.querySelector('.person-row-name')?.textContent ?? '',
      note: row.querySelector('.t-sub')?.textContent ?? '',
    })),
  );
  return shown.slice(0, count);
}

/** Likewise, and nobody whom the desk would take for somebody else of the same name, age and address. */
export async function lookWhoIsFreeAndAlone(
  page: Page,
  origin: string,
  item: string,
  count: number,
  from = WORKBENCH,
): Promise<Neighbour[]> {
  const alone: Neighbour[] = [];
  for (const one of await lookWhoIsFree(page, origin, item, 3 * count, from))
    if (alone.length < count && (await countAtDesk(page, origin, one.name, one.note)) === 1) alone.push(one);
  return alone;
}

/** What each of them can redeem, as the desk shows it. */
export async function readSums(page: Page, origin: string, people: readonly Neighbour[]): Promise<number[]> {
  const read: number[] = [];
  for (const { name, note } of people) read.push(await readAtDesk(page, origin, name, note));
  return read;
}
