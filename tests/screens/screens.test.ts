import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DESK, describeInBrowser, PHONE, Stage } from '../browser/stage';
import { inspect } from './inspect';
import { MODES, SCREENS } from './list';
import { openScreen } from './open';

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

  it.each(SCREENS)('$name: nothing that a script can see is wrong', async (screen) => {
    const options = { viewport, colorScheme: mode.dark ? ('dark' as const) : ('light' as const) };
    const page = await openScreen(stage, screen, options, mode.large);
    await page.screenshot({ path: path.join(OUT, `${screen.name}-${view}.png`) });
    const findings = await inspect(page, mode.large);
    await page.context().close();
    expect(findings).toEqual([]);
  });
});
