/** @jest-environment jsdom */
const fs = require('node:fs');
const { measure, overBudget, tableOf, worst } = require('./budgets/measure');
const { visits } = require('./life-sized');
const { lostMargins, marginsIn } = require('./margins/margins');
const { lookAt } = require('./spoken/spoken');
const { watchNodes } = require('./spoken/taro-nodes');
const { createVisitor, DIST, namedVisits } = require('./budgets/visitor');

/** Each page is opened once, and everything is asked of it that can be asked of every page. */
const visitor = createVisitor();
const { sight } = visitor;
const table = [];
const sheets = fs.readdirSync(DIST, { recursive: true }).filter((file) => file.endsWith('.wxss'));
const margins = marginsIn(DIST, sheets);
/** Begins a line of its own, where no gap counts. */
const OWN_LINE = '.type-large .person-row-blocked .tag';
let nodes;
let app;

beforeAll(() => {
  require('miniprogram-simulate');
  nodes = watchNodes();
  app = visitor.start();
}, 60_000);
afterAll(() => console.info(`What each page weighs with life-sized data\n${tableOf(table)}`));

/** How lists that come by pages ask for more. */
const MORE = ['再看一些', '再看早些的', '看更早到的', '再看别的券'];
/** Screens from one look to the next: everything at the top, and further down what a thumb in a hurry sees. */
const STRIDE = 0.9;
const LONG_STRIDE = 4;
const SHORT_STEPS = 8;
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
      top = Math.min(end, top + (step < SHORT_STEPS ? STRIDE : LONG_STRIDE) * sight.screen.height);
      sight.scrollTo(top);
      await page.settle(false, 50);
    } else break;
    most = worst(most, measure(page));
  }
  sight.scrollTo(0);
  await page.settle(false, 50);
  return worst(most, measure(page));
}

it('opens every page of the mini-program', () => {
  const { pages, subPackages } = app.cfg;
  const all = [...pages, ...subPackages.flatMap(({ root, pages: inside }) => inside.map((one) => `${root}/${one}`))];
  expect([...new Set(visits.map(({ page }) => `${page}/index`))].sort()).toEqual([...all].sort());
});

describe.each(namedVisits)('%s, with life-sized data', (name, one) => {
  const looks = [];
  let page;
  beforeAll(async () => {
    nodes.forget();
    page = await visitor.open(one, (seen) => looks.push(measure(seen)));
  }, 60_000);
  afterAll(() => page?.close());

  it('says to a screen reader what can be tapped, and what it is called', () => {
    const { tappable, faults } = lookAt(page, nodes);
    expect(faults).toEqual([]);
    expect(tappable.length).toBeGreaterThan(0);
  });

  it('takes nobody’s own margin with what stands in place of a gap', () => {
    const boxes = margins.gaps.filter(({ box }) => page.$(box));
    const lost = lostMargins(page.view, margins);
    const { classList } = page.$('.screen');
    classList.add('type-large');
    lost.push(...lostMargins(page.view, margins));
    classList.remove('type-large');
    expect(boxes.length).toBeGreaterThan(0);
    expect(lost.filter((words) => !words.startsWith(OWN_LINE))).toEqual([]);
  });

  it('keeps WeChat’s budgets', async () => {
    const measured = await walk(page, looks.reduce(worst));
    table.push([name, measured]);
    expect(page.text()).not.toContain('没能打开');
    expect(overBudget(measured)).toEqual([]);
  }, 60_000);
});
