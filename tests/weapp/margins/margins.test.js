/** @jest-environment jsdom */
const fs = require('node:fs');
const { createVisitor, DIST, namedVisits } = require('../budgets/visitor');
const { lostMargins, marginsIn } = require('./margins');

const sheets = fs.readdirSync(DIST, { recursive: true }).filter((file) => file.endsWith('.wxss'));
const margins = marginsIn(DIST, sheets);
/** Begins a line of its own, where no gap counts. */
const OWN_LINE = '.type-large .person-row-blocked .tag';
const visitor = createVisitor();

beforeAll(() => {
  visitor.start();
}, 60_000);

it.each(namedVisits)(
  'what stands in place of a gap takes nobody’s own margin: %s',
  async (_name, one) => {
    const page = await visitor.open(one);
    const boxes = margins.gaps.filter(({ box }) => page.$(box));
    const lost = lostMargins(page.view, margins);
    page.$('.screen').classList.add('type-large');
    lost.push(...lostMargins(page.view, margins));
    page.close();
    expect(boxes.length).toBeGreaterThan(0);
    expect(lost.filter((words) => !words.startsWith(OWN_LINE))).toEqual([]);
  },
  60_000,
);
