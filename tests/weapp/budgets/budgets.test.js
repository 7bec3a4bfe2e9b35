/** @jest-environment jsdom */
const { measure, overBudget, tableOf, worst } = require('./measure');
const { visits } = require('../life-sized');
const { createVisitor, namedVisits } = require('./visitor');

const visitor = createVisitor();
const { sight } = visitor;
const table = [];
let app;

beforeAll(() => {
  app = visitor.start();
}, 60_000);
afterAll(() => console.info(`What each page weighs with life-sized data\n${tableOf(table)}`));

/** How lists that come by pages ask for more. */
const MORE = ['再看一些', '再看早些的', '看更早到的', '再看别的券'];
const SCREENS_AT_ONCE = 0.9;
const STEPS_MAX = 400;

/** Scrolls to the end, asks for more as long as there is some, and gives the worst that was seen on the way. */
async function walk(page, measured) {
  let most = measured;
  let top = 0;
  for (let step = 0; step < STEPS_MAX; step++) {
    const more = MORE.map((word) => page.named(word)).find(Boolean);
    const end = sight.pageHeight() - sight.screen.height;
    if (more && top >= end) await page.fire(more, 'tap');
    else if (top < end) {
      top = Math.min(end, top + SCREENS_AT_ONCE * sight.screen.height);
      sight.scrollTo(top);
      await page.settle(false, 50);
    } else break;
    most = worst(most, measure(page));
  }
  sight.scrollTo(0);
  await page.settle(false, 50);
  return worst(most, measure(page));
}

async function visit(one) {
  const looks = [];
  const page = await visitor.open(one, (seen) => looks.push(measure(seen)));
  try {
    const measured = await walk(page, looks.reduce(worst));
    return { measured, words: page.text() };
  } finally {
    page.close();
  }
}

it('opens every page of the mini-program', () => {
  const { pages, subPackages } = app.cfg;
  const all = [...pages, ...subPackages.flatMap(({ root, pages: inside }) => inside.map((one) => `${root}/${one}`))];
  expect([...new Set(visits.map(({ page }) => `${page}/index`))].sort()).toEqual([...all].sort());
});

describe('with life-sized data', () => {
  it.each(namedVisits)(
    '%s keeps WeChat’s budgets',
    async (name, one) => {
      const { measured, words } = await visit(one);
      table.push([name, measured]);
      expect(words).not.toContain('没能打开');
      expect(overBudget(measured)).toEqual([]);
    },
    60_000,
  );
});
