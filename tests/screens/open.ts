import type { Page } from 'playwright-core';
import type { Stage } from '../browser/stage';
import type { ScreenToSee } from './list';

type WindowOptions = Parameters<Stage['context']>[0];

/** A screen in a window of its own, as somebody who sees it. */
export async function openScreen(stage: Stage, screen: ScreenToSee, options: WindowOptions, large: boolean) {
  const page = await openWindow(stage, screen.as, options, large);
  await walkTo(page, stage, screen, true);
  return page;
}

/** A window of somebody who has answered already how large they like the letters. */
export async function openWindow(
  stage: Stage,
  as: ScreenToSee['as'],
  options: WindowOptions = {},
  large = false,
): Promise<Page> {
  const page =
    as === 'nobody'
      ? await (await stage.context(options)).newPage()
      : await stage.person(as, '/pages/settings/index', options);
  await page.goto(`${stage.origin}/pages/settings/index`);
  await page.evaluate(
    (large) => localStorage.setItem('appearance', JSON.stringify({ data: { theme: 'follow', large, asked: true } })),
    large,
  );
  return page;
}

/** Goes on to a screen; `still` waits until it has slid in too. */
export async function walkTo(
  page: Page,
  stage: Stage,
  { path, tap = [], walk }: ScreenToSee,
  still = false,
): Promise<void> {
  await page.goto(stage.origin + path);
  await settle(page, still);
  for (const words of tap) {
    await page.getByText(words).first().click();
    await settle(page, still);
  }
  if (walk) {
    await walk(page, stage);
    await settle(page, still);
  }
}

/** Until something stands there, the skeletons have gone and, if asked, nothing moves any more. */
async function settle(page: Page, still: boolean): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page
    .waitForFunction(() => [...document.querySelectorAll('.screen-main')].at(-1)?.textContent?.trim(), null, {
      timeout: 5_000,
    })
    .catch(() => undefined); // an empty page is a finding of its own
  const isFilled = () => page.waitForFunction(() => document.querySelector('.skeleton-rows') === null);
  await isFilled();
  if (!still) return;
  await page.waitForTimeout(700); // a page slides in for 300 ms
  await isFilled(); // what was tapped may have taken its time to come
}
