/** @jest-environment jsdom */
const path = require('node:path');
const { createTaroApp } = require('./taro-weapp');
const { createCloud } = require('./cloud');
const { createSight } = require('./sight');
const lifeSized = require('./life-sized');

const cloud = createCloud(lifeSized.answers);
const sight = createSight();
let app;

beforeAll(() => {
  require('miniprogram-simulate');
  app = createTaroApp(path.join(__dirname, '../../dist/weapp'), { wx: { ...cloud.wx, ...sight.wx } });
}, 60_000);

async function open(route) {
  sight.scrollTo(0);
  const page = await app.open(`${route}/index`);
  await page.settle(false, 200, 8_000);
  return page;
}

/** Where on the page a person has come to, from the top to the very end, asking for more as long as there is some. */
async function* readThrough(page, moreWord) {
  let top = 0;
  for (;;) {
    yield top;
    const end = sight.pageHeight() - sight.screen.height;
    const more = page.named(moreWord);
    if (top >= end && !more) return;
    if (top >= end) await page.fire(more, 'tap');
    top = Math.min(sight.pageHeight() - sight.screen.height, top + sight.screen.height / 2);
    sight.scrollTo(top);
    await page.settle(false, 150);
  }
}
const onScreen = (page, row) =>
  page
    .$$(row)
    .filter((node) => sight.isOnScreen(node))
    .map((node) => node.textContent);

describe('a long list in WeChat', () => {
  it.each([
    ['pages/passbook', '.passbook-month-line', '再看早些的', 400],
    ['pages/rewards', '.reward-row', '再看一些', 200],
    ['pages/activities', '.list-row', '再看一些', 100],
  ])(
    '%s shows each row once, in order, to who reads it to its end, and never draws all of them',
    async (route, row, moreWord, count) => {
      const page = await open(route);
      const seen = [];
      let mostDrawn = 0;
      for await (const _top of readThrough(page, moreWord)) {
        const drawn = page.$$(row).map((node) => node.textContent);
        expect(new Set(drawn).size).toBe(drawn.length);
        mostDrawn = Math.max(mostDrawn, drawn.length);
        const shown = onScreen(page, row);
        expect(shown.length).toBeGreaterThan(0); // no hole where the list should be
        for (const words of shown) if (!seen.includes(words)) seen.push(words);
      }
      expect(seen).toHaveLength(count);
      expect(mostDrawn).toBeLessThan(60);
      page.close();
    },
    180_000,
  );

  it('keeps its length when rows go out of sight, so that nothing jumps, and is the same on the way back', async () => {
    const page = await open('pages/rewards');
    const atTop = onScreen(page, '.reward-row');
    for await (const _top of readThrough(page, 'nothing'));
    const length = sight.pageHeight();
    for (let top = length; top >= 0; top -= sight.screen.height / 2) {
      sight.scrollTo(top);
      await page.settle(false, 150);
      expect(sight.pageHeight()).toBe(length);
    }
    sight.scrollTo(0);
    await page.settle(false, 150);
    expect(onScreen(page, '.reward-row')).toEqual(atTop);
    page.close();
  }, 60_000);

  it('hides the room of what is not drawn from screen readers', async () => {
    const page = await open('pages/rewards');
    const room = page.$$('.windowed > *').find((node) => node.__wxElement.id.endsWith('-below'));
    expect(page.attrs(room)).toMatchObject({ ariaHidden: true });
    page.close();
  });
});
