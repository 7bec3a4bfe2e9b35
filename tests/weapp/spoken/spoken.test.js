/** @jest-environment jsdom */
const { createVisitor } = require('../budgets/visitor');
const { lookAt } = require('./spoken');
const { watchNodes } = require('./taro-nodes');

const visitor = createVisitor();
let nodes;
let app;

beforeAll(() => {
  require('miniprogram-simulate');
  nodes = watchNodes();
  app = visitor.start();
}, 60_000);

it('the tab bar says what can be tapped, and what it is called', async () => {
  const bar = await app.open('custom-tab-bar/index');
  const { tappable, faults } = lookAt(bar, nodes);
  bar.close();
  expect(faults).toEqual([]);
  expect(tappable).toHaveLength(5);
});

describe('is missed', () => {
  const withOut = async (attribute, which) => {
    const page = await visitor.open({ page: 'pages/settings' });
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
