/** @jest-environment jsdom */
const path = require('node:path');
const { createTaroApp } = require('../taro-weapp');
const { createCloud } = require('../cloud');
const { createSight } = require('../sight');
const { visits } = require('../budgets/visits');
const lifeSized = require('../life-sized');
const { lookAt } = require('./spoken');
const { watchNodes } = require('./taro-nodes');

const answers = { ...lifeSized.answers };
const cloud = createCloud(answers);
const sight = createSight();
let nodes;
let app;

beforeAll(() => {
  require('miniprogram-simulate');
  nodes = watchNodes();
  app = createTaroApp(path.join(__dirname, '../../../dist/weapp'), { wx: { ...cloud.wx, ...sight.wx } });
}, 60_000);

async function open({ page: name, query, as = 'everybody', taps = [] }) {
  answers['household.me'] = lifeSized[as];
  sight.scrollTo(0);
  const page = await app.open(`${name}/index`, query);
  await page.settle(false, 120, 8_000);
  for (const word of taps) {
    await page.fire(page.named(word), 'tap');
    await page.settle(false, 120, 8_000);
  }
  return page;
}

describe('what can be tapped says to a screen reader what it is and what it is called', () => {
  it.each(visits.map((one) => [[one.page, one.part].filter(Boolean).join(' '), one]))(
    '%s',
    async (_name, one) => {
      const page = await open(one);
      const { tappable, faults } = lookAt(page, nodes);
      page.close();
      expect(faults).toEqual([]);
      expect(tappable.length).toBeGreaterThan(0);
    },
    60_000,
  );

  it('the tab bar', async () => {
    const bar = await app.open('custom-tab-bar/index');
    const { tappable, faults } = lookAt(bar, nodes);
    bar.close();
    expect(faults).toEqual([]);
    expect(tappable).toHaveLength(5);
  });
});

describe('is missed', () => {
  const withOut = async (attribute, which) => {
    const page = await open({ page: 'pages/settings' });
    const { tappable } = lookAt(page, nodes);
    const element = tappable.find((one) => which(one, page.attrs(one)));
    nodes.find(element).removeAttribute(attribute);
    await page.settle(false, 120, 8_000);
    const { faults } = lookAt(page, nodes);
    page.close();
    return faults;
  };

  it('when a role is not there', async () => {
    expect(await withOut('ariaRole', () => true)).toEqual([expect.stringContaining('has no role')]);
  });

  it('when a name is not there and no word stands in for it', async () => {
    const withoutWords = (element, said) => said.ariaLabel && element.textContent.trim() === '';
    expect(await withOut('ariaLabel', withoutWords)).toEqual([expect.stringContaining('has no name')]);
  });
});
