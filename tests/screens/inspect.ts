import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What a script can see wrong with a screen; the rest is for eyes. */
export async function inspect(page: Page, isLarge: boolean): Promise<string[]> {
  await page.evaluate(axe);
  const findings = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          root: Document,
          options: object,
        ) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    // what is said must hold what is seen: axe knows no borders between Taro's elements (“7:008:00”), so `measure` looks at that
    const rules = { 'label-content-name-mismatch': { enabled: false } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], rules });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html.slice(0, 160)}`));
  });
  return [...findings, ...(await page.evaluate(measure, isLarge ? 60 : 44))];
}

/** Runs in the page: nothing wider than the window, no words cut off, nothing to tap that is too small or is called otherwise than it looks. */
function measure(leastTarget: number): string[] {
  const found: string[] = [];
  /** In a table at a desk a mouse finds its row at 32 pixels too; a finger is given what it has everywhere. */
  const forMouse = matchMedia('(min-width: 1024px) and (pointer: fine)').matches ? 32 : leastTarget;
  if (!document.querySelector('.screen-main')?.textContent?.trim()) found.push('nothing on it');
  const root = document.scrollingElement ?? document.documentElement;
  if (root.scrollWidth > window.innerWidth + 1) found.push(`wider than the window: ${root.scrollWidth}`);
  const wordsOf = (node: Element) => (node.textContent ?? '').trim().slice(0, 30);
  const isShown = (node: Element) => {
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    const isHeardOnly = style.clipPath !== 'none' || box.width <= 1;
    return (
      box.width > 0 &&
      box.height > 0 &&
      style.visibility === 'visible' &&
      !isHeardOnly &&
      !node.closest('[aria-hidden="true"]')
    );
  };
  const seenIn = (node: Element) => {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const seen: string[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (text.parentElement && isShown(text.parentElement)) seen.push((text.textContent ?? '').trim());
    return seen.filter(Boolean).join(' ');
  };
  const bare = (text: string) => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
  /** All that is seen is said, in one piece; or its first words are, and what stands below them is a note. */
  const isCalled = (label: string, seen: string) =>
    bare(label).includes(bare(seen)) || bare(seen).startsWith(bare(label));
  for (const node of document.querySelectorAll('body *')) {
    if (!isShown(node)) continue;
    const style = getComputedStyle(node);
    const holdsWords = [...node.childNodes].some(
      (child) => child.nodeType === Node.TEXT_NODE && (child.textContent ?? '').trim() !== '',
    );
    const cuts = style.overflowX === 'hidden' || style.textOverflow === 'ellipsis';
    if (holdsWords && cuts && node.scrollWidth > node.clientWidth + 1) found.push(`cut off: ${wordsOf(node)}`);
    const box = node.getBoundingClientRect();
    const scrolls = node.closest('taro-scroll-view-core, .segments-slide, .data-table-wide, .week-strip');
    if (holdsWords && !scrolls && (box.right > window.innerWidth + 1 || box.left < -1))
      found.push(`over the edge: ${wordsOf(node)}`);
  }
  for (const node of document.querySelectorAll(
    '[role="button"], [role="link"], [role="checkbox"], [role="radio"], [role="switch"], [role="tab"], button, a[href]',
  )) {
    if (!isShown(node)) continue;
    const { width, height } = node.getBoundingClientRect();
    const least = node.closest('.table-frame') ? forMouse : leastTarget;
    if (Math.min(width, height) < least - 0.5)
      found.push(`small target ${Math.round(width)}×${Math.round(height)}: ${wordsOf(node)}`);
    const label = node.getAttribute('aria-label');
    if (label !== null && !isCalled(label, seenIn(node))) found.push(`“${seenIn(node)}” is called “${label}”`);
  }
  return found;
}
