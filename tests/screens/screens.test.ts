import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { DESK, describeInBrowser, PHONE, Stage } from '../browser/stage';
import { inspect } from './inspect';
import { MODES, SCREENS, type ScreenToSee } from './list';

const OUT = path.resolve('tests/browser/out/screens');
const WIDTHS = [
  { name: 'phone', viewport: PHONE },
  { name: 'desk', viewport: DESK },
] as const;

const VIEWS = WIDTHS.flatMap(({ name, viewport }) =>
  MODES.map((mode) => ({ name: `${name}-${mode.name}`, viewport, mode })),
);

/** Each way of looking has a demo district of its own: what one walk counted or used up is there again for the next. */
describeInBrowser.each(VIEWS)('every screen, $name', ({ name: view, viewport, mode }) => {
  let stage: Stage;
  beforeAll(async () => {
    mkdirSync(OUT, { recursive: true });
    stage = await Stage.open('2026-11-24T09:40');
  });
  afterAll(() => stage?.close());

  async function open({ as, path: pagePath, tap = [], walk }: ScreenToSee): Promise<Page> {
    const options = { viewport, colorScheme: mode.dark ? ('dark' as const) : ('light' as const) };
    const page =
      as === 'nobody'
        ? await (await stage.context(options)).newPage()
        : await stage.person(as, '/pages/settings/index', options);
    await page.goto(`${stage.origin}/pages/settings/index`);
    await page.evaluate(
      (large) => localStorage.setItem('appearance', JSON.stringify({ data: { theme: 'follow', large, asked: true } })),
      mode.large,
    );
    await page.goto(stage.origin + pagePath);
    await settle(page);
    for (const words of tap) {
      await page.getByText(words).first().click();
      await settle(page);
    }
    if (walk) {
      await walk(page, stage);
      await settle(page);
    }
    return page;
  }

  it.each(SCREENS)('$name: nothing that a script can see is wrong', async (screen) => {
    const page = await open(screen);
    await page.screenshot({ path: path.join(OUT, `${screen.name}-${view}.png`) });
    const findings = await inspect(page, mode.large);
    await page.context().close();
    expect(findings).toEqual([]);
  });
});

/** Until something stands there, the skeletons have gone and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page
    .waitForFunction(() => [...document.querySelectorAll('.screen-main')].at(-1)?.textContent?.trim(), null, {
      timeout: 5_000,
    })
    .catch(() => undefined); // an empty page is a finding of its own
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
  await page.waitForTimeout(700); // a page slides in for 300 ms
}
