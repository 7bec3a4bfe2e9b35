/** @jest-environment jsdom */
const fs = require('node:fs');
const path = require('node:path');
const { createTaroApp } = require('../taro-weapp');
const { createCloud } = require('../cloud');
const { createSight } = require('../sight');
const { visits } = require('../budgets/visits');
const lifeSized = require('../life-sized');
const { lostMargins, marginsIn } = require('./margins');

const DIST = path.join(__dirname, '../../../dist/weapp');
const sheets = fs.readdirSync(DIST, { recursive: true }).filter((file) => file.endsWith('.wxss'));
const margins = marginsIn(DIST, sheets);
/** Begins a line of its own, where no gap counts. */
const OWN_LINE = '.type-large .person-row-blocked .tag';
const answers = { ...lifeSized.answers };
const cloud = createCloud(answers);
const sight = createSight();
let app;

beforeAll(() => {
  require('miniprogram-simulate');
  app = createTaroApp(DIST, { wx: { ...cloud.wx, ...sight.wx } });
}, 60_000);

it.each(visits.map((one) => [[one.page, one.part].filter(Boolean).join(' '), one]))(
  'what stands in place of a gap takes nobody’s own margin: %s',
  async (_name, { page: name, query, as = 'everybody', taps = [] }) => {
    answers['household.me'] = lifeSized[as];
    sight.scrollTo(0);
    const page = await app.open(`${name}/index`, query);
    await page.settle(false, 120, 8_000);
    for (const word of taps) {
      await page.fire(page.named(word), 'tap');
      await page.settle(false, 120, 8_000);
    }
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
