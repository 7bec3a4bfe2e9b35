import type { Locator, Page } from 'playwright-core';

type Words = string | RegExp;
type Role = Parameters<Page['getByRole']>[0];

/** What somebody does with a page by what is written on it; pages that lie beneath it are not touched. */
export function handsOn(page: Page) {
  const said = (words: Words) => page.getByText(words).filter({ visible: true }).first();
  return {
    tap: async (name: Words) => (await theOne(page, 'button', name)).click(),
    follow: async (name: Words) => (await theOne(page, 'link', name)).click(),
    tick: async (name: Words) => (await theOne(page, 'checkbox', name)).click(),
    choose: async (name: Words) => (await theOne(page, 'radio', name)).click(),
    turnTo: async (name: Words) => (await theOne(page, 'tab', name)).click(),
    write: (label: Words, text: string) => writeInto(page.getByLabel(label).filter({ visible: true }).first(), text),
    sees: (words: Words) => said(words).waitFor().catch(tellWhatStands(page, words)),
    /** All the words of a place on the page, once it is there. */
    reads: async (place: string) => (await page.locator(place).filter({ visible: true }).first().innerText()).trim(),
  };
}

/**
 * The only one that is called so: the first of several would be another one on another day. A page that is going away
 * stands there a moment longer.
 */
async function theOne(page: Page, role: Role, name: Words): Promise<Locator> {
  const exact = page.getByRole(role, { name, exact: true });
  const like = page.getByRole(role, { name });
  await like.first().waitFor();
  for (let looks = 0; looks < 40; looks++) {
    for (const found of [exact, like]) if ((await found.count()) === 1) return found;
    await page.waitForTimeout(50);
  }
  throw new Error(`“${name}” is the name of ${await like.count()}: ${await like.evaluateAll(namesOf)}`);
}

const namesOf = (all: Element[]) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent).join(' / ');

/** A test that waited in vain says what was there instead. */
const tellWhatStands = (page: Page, words: Words) => async (error: Error) => {
  const stands = await page.locator('body').innerText();
  throw new Error(`“${words}” is not to be seen (${error.message.split('\n')[0]}). The page says: ${stands}`);
};

/**
 * Taro's elements on the web put what they hold in its place a moment after they appear, and whatever had the focus loses
 * it: a hand quicker than any person's then writes into nothing. It looks, and writes again.
 */
async function writeInto(field: Locator, text: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await field.fill(text);
    if (text === '' || (await field.inputValue()) !== '') return;
  }
  throw new Error(`“${text}” does not stay in its field`);
}

export interface Totals {
  readonly lifetime: number;
  readonly available: number;
}

/** 累计 and 可兑换 as the passbook shows them. */
export async function readTotals(page: Page, origin: string, holder?: string): Promise<Totals> {
  await page.goto(`${origin}/pages/passbook/index${holder ? `?holder=${holder}` : ''}`);
  await page.locator('.passbook-totals').waitFor();
  const numbers = await page.locator('.passbook-totals .num').allInnerTexts();
  return { lifetime: Number(numbers[0]), available: Number(numbers[1]) };
}

/** 全家累计 as the household's page shows it. */
export async function readHouseholdTotal(page: Page, origin: string): Promise<number> {
  await page.goto(`${origin}/pages/household/index`);
  const total = page.locator('.household-total').filter({ hasText: /^\d+$/ });
  await total.waitFor();
  return Number(await total.innerText());
}

/** How many the desk finds under a name, an age and an address. */
export async function countAtDesk(staff: Page, origin: string, name: string, note: string): Promise<number> {
  await staff.goto(`${origin}/staff/desk/index`);
  const found = staff.waitForResponse(/household\/find/);
  await handsOn(staff).write('找人', name);
  await found;
  const rows = staff.locator('.person-row').filter({ hasText: name }).filter({ hasText: note });
  await rows.first().waitFor();
  return rows.count();
}

/** 可兑换 of somebody who sits at the desk; `note` tells namesakes apart. */
export async function readAtDesk(staff: Page, origin: string, name: string, note = ''): Promise<number> {
  await staff.goto(`${origin}/staff/desk/index`);
  await handsOn(staff).write('找人', name);
  await staff.locator('.person-row').filter({ hasText: name }).filter({ hasText: note }).first().click();
  const sum = staff.locator('.desk-sum').filter({ visible: true, hasText: /^\d+$/ }).first();
  return Number(await sum.innerText());
}
