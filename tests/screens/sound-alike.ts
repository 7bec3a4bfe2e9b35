import type { Page } from 'playwright-core';

const TAPPABLE = /- '?((?:link|button|checkbox|radio|tab|switch|menuitem) "(?:[^"\\]|\\.)*")/g;

const REST_MS = 100;
/** Until nothing has moved for three looks. Asking what a screen reader says is dear, what stands in the page is not. */
async function atRest(page: Page): Promise<void> {
  const standing = () => page.evaluate(() => document.body.innerHTML.length);
  let seen = -1;
  for (let now = await standing(), times = 0; times < 3; now = await standing()) {
    times = now === seen ? times + 1 : 0;
    seen = now;
    await page.waitForTimeout(REST_MS);
  }
}

/** What can be tapped on a screen once it rests, as a screen reader says it: what it is and what it is called. */
export async function heardOn(page: Page): Promise<string[]> {
  await atRest(page);
  const said = await page.locator('body').ariaSnapshot();
  return [...said.matchAll(TAPPABLE)].map(([, words = '']) => words);
}

/** What a screen reader says of more than one of them: whoever hears it cannot tell which is which. */
export function soundAlike(heard: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const words of heard) counts.set(words, (counts.get(words) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([words, count]) => `${count} × ${words}`);
}
