import type { Page } from 'playwright-core';
import { SCREENS, type ScreenToSee } from '../screens/list';
import { openWindow, walkTo } from '../screens/open';
import { heardOn, soundAlike } from '../screens/sound-alike';
import { DESK, describeInBrowser, PHONE, Stage } from './stage';

/** On the day and hour at which an activity on the workbench was called like an item beside it, and nothing else. */
const SUNDAY_AT_ELEVEN = '2026-11-29T11:00';
const DEED = '清洁家园';

/** Where a table stands in the place of a list. */
const isForDesk = ({ path }: ScreenToSee) => path.startsWith('/staff/');

describeInBrowser('what can be tapped on a screen', () => {
  let stage: Stage;
  const windows = new Map<ScreenToSee['as'], Page>();
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  async function windowOf(as: ScreenToSee['as']): Promise<Page> {
    const page = windows.get(as) ?? (await openWindow(stage, as));
    windows.set(as, page);
    await page.setViewportSize(PHONE);
    return page;
  }

  it.each(SCREENS)('$name: nothing sounds like anything else', async (screen) => {
    const page = await windowOf(screen.as);
    await walkTo(page, stage, screen);
    const heard = await heardOn(page);
    expect(heard).not.toEqual([]);
    expect(soundAlike(heard)).toEqual([]);
    if (!isForDesk(screen)) return;
    await page.setViewportSize(DESK);
    expect(soundAlike(await heardOn(page))).toEqual([]);
  });
});

describeInBrowser('an activity on the workbench that has an item’s name', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open(SUNDAY_AT_ELEVEN);
  });
  afterAll(() => stage?.close());

  it('sounds different from it before the name has been said to its end', async () => {
    const page = await openWindow(stage, 'staff');
    await page.goto(`${stage.origin}/staff/workbench/index`);
    await page
      .getByRole('link', { name: new RegExp(DEED) })
      .first()
      .waitFor();
    const named = (await heardOn(page)).filter((words) => words.includes(DEED));
    const begun = named.map((words) => words.slice(0, words.indexOf(DEED) + DEED.length));
    expect(begun).toContain(`link "发积分，${DEED}`);
    expect(begun).toContainEqual(expect.stringMatching(new RegExp(`^link "看活动，\\d+:\\d\\d，${DEED}`)));
    expect(begun).toContain(`button "亮签到码，${DEED}`);
  });
});
