/** @jest-environment jsdom */
const { takeMoment } = require('./moment');

takeMoment();
const { createVisitor } = require('./budgets/visitor');

const visitor = createVisitor();

describe('what a page was told, at its next opening', () => {
  beforeAll(() => visitor.start(), 60_000);

  it('is shown while nobody has answered yet, and not with the first drawing, which is small', async () => {
    const visit = { page: 'pages/rewards' };
    const first = await visitor.open(visit);
    const [row] = first.$$('.reward-row-title').map((node) => node.textContent);
    expect(row).toBeTruthy();
    first.close();

    const cloud = global.wx.cloud;
    const answering = cloud.callFunction;
    cloud.callFunction = () => new Promise(() => undefined);
    const second = await visitor.open(visit);
    expect(second.text()).toContain(row);
    expect(JSON.stringify(second.sent[0])).not.toContain(row);
    expect(second.sent.length).toBeGreaterThan(1);
    second.close();
    cloud.callFunction = answering;
  }, 60_000);
});
