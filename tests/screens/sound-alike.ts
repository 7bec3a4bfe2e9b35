import type { Page } from 'playwright-core';

const TAPPABLE = /- '?((?:link|button|checkbox|radio|tab|switch|menuitem) "(?:[^"\\]|\\.)*")/g;

/** What can be tapped on a screen once it rests, as a screen reader says it: what it is and what it is called. */
export async function heardOn(page: Page): Promise<string[]> {
  const listen = () => page.locator('body').ariaSnapshot();
  let said = '';
  for (let now = await listen(), times = 0; times < 3; now = await listen()) {
    times = now === said ? times + 1 : 0;
    said = now;
    await page.waitForTimeout(100);
  }
  return [...said.matchAll(TAPPABLE)].map(([, words = '']) => words);
}

/** What a screen reader says of more than one of them: whoever hears it cannot tell which is which. */
export function soundAlike(heard: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const words of heard) counts.set(words, (counts.get(words) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([words, count]) => `${count} × ${words}`);
}
