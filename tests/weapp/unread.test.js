/** @jest-environment jsdom */
const path = require('node:path');
const { takeMoment } = require('./moment');
const { createTaroApp } = require('./taro-weapp');
const { createSight } = require('./sight');
const { balance, createCloud, ids, me, role } = require('./cloud');

const { NOW, TODAY } = takeMoment();
/** Longer than the app shows what it remembers: each test opens pages of which nothing is known. */
const LATER_MS = 6 * 60_000;
/** What nobody answers for: a fault, tried again by itself for some seconds. */
const FAULT = { ok: false, code: 'FAULT' };
const own = { holderId: ids(1), holderKind: 'resident', balance: balance(141), months: [] };
const household = { householdId: ids(10), total: balance(181), own: balance(32), members: [] };
/** What is far from sight is not drawn: to read the last rows one scrolls to them. */
const sight = createSight();
async function toTheEnd(page) {
  const isBelow = (node) => node.__wxElement.id.endsWith('-below');
  // rows that were never drawn may be higher than they were taken for: then the end moves on
  for (let tries = 0; tries < 20 && (tries === 0 || page.$$('.windowed > *').some(isBelow)); tries++) {
    sight.scrollTo(sight.pageHeight() - sight.screen.height);
    await page.settle(false, 100);
  }
}
const answers = {};
const cloud = createCloud(answers);
let app;
let tests = 0;

beforeAll(() => {
  require('miniprogram-simulate');
  app = createTaroApp(path.join(__dirname, '../../dist/weapp'), { wx: { ...cloud.wx, ...sight.wx } });
}, 60_000);
beforeEach(() => {
  tests += 1;
  jest.setSystemTime(NOW + tests * LATER_MS);
  for (const name of Object.keys(answers)) delete answers[name];
  Object.assign(answers, {
    'household.me': me,
    'ledger.balance': { ...own, household },
    'activity.list': { today: TODAY, activities: [] },
    'award.neighbours': { thanks: [] },
    'reward.vouchers': { vouchers: [], nextCursor: null },
  });
});

const open = async (page, query) => {
  const opened = await app.open(`${page}/index`, query);
  await opened.settle(false, 300, 8_000);
  return {
    ...opened,
    /** Waits for words: tries on a fault go on for some seconds. */
    says: async (words) => {
      for (let i = 0; i < 80 && !opened.text().includes(words); i++) await app.simulate.sleep(100);
      expect(opened.text()).toContain(words);
    },
  };
};

describe('what could not be read is never told as nothing', () => {
  it('on home: the next activities are looked for, then could not be seen, and are asked for again', async () => {
    answers['activity.list'] = FAULT;
    const page = await open('pages/home');
    await page.says('正在看…');
    expect(page.text()).not.toContain('还没有安排');
    await page.says('现在没能打开');
    expect(page.text()).not.toContain('还没有安排');
    answers['activity.list'] = { today: TODAY, activities: [] };
    await page.fire(page.named('再看一次'), 'tap');
    await page.says('这几天还没有安排');
    page.close();
  }, 20_000);

  it('on home in large type: the vouchers, whose card asks again', async () => {
    answers['reward.vouchers'] = FAULT;
    const page = await open('pages/home');
    await page.says('用大字');
    await page.fire(page.named('用大字'), 'tap');
    expect(page.text()).toContain('看看有没有可以用的券');
    await page.says('现在没能看到你的券');
    expect(page.text()).not.toContain('没有可用的券');
    answers['reward.vouchers'] = { vouchers: [], nextCursor: null };
    await page.fire('.senior-pass', 'tap');
    await page.says('现在没有可用的券');
    await page.fire(page.named('换回普通版'), 'tap');
    page.close();
  }, 20_000);

  it('in the household: points that are not known are not 0', async () => {
    answers['ledger.balance'] = FAULT;
    const page = await open('pages/household');
    expect(page.text()).not.toMatch(/可兑换 \d/);
    await page.says('我们这边出了点问题');
    expect(page.text()).not.toMatch(/可兑换 \d/);
    answers['ledger.balance'] = { ...own, household };
    await page.fire(page.named('再试一次'), 'tap');
    await page.says('可兑换 32 分');
    page.close();
  }, 20_000);

  it('when joining: the communities to choose from', async () => {
    answers['household.me'] = { ...me, resident: null, household: null };
    answers['organisation.tree'] = FAULT;
    const page = await open('pages/bind');
    await page.fire(page.named('没有卡，申请'), 'tap');
    await page.says('我们这边出了点问题');
    answers['organisation.tree'] = { units: [{ unitId: ids(20), level: 'community', name: '浏河社区' }] };
    await page.fire(page.named('再试一次'), 'tap');
    await page.says('浏河社区');
    page.close();
  }, 20_000);
});

describe('the point items', () => {
  const item = (n) => ({
    ...{ itemId: ids(1000 + n), version: 1, state: 'draft', name: `好事${n}号`, category: '公益', points: 5 },
    ...{ countedPer: '次', evidence: '', holderKind: 'resident', guidelineItemId: null, programmeId: null },
    ...{ programmeName: null, policyDocumentId: null, policyDocumentNumber: null, legalDuty: null, hasDraft: true },
    ...{ grades: [], perHalfHours: null, condition: '', ceilings: {} },
    caps: Object.fromEntries(
      ['personDay', 'personMonth', 'personYear', 'householdDay', 'householdMonth', 'householdYear'].map((key) => [
        key,
        null,
      ]),
    ),
  });
  const all = Array.from({ length: 130 }, (_, n) => item(n));
  beforeEach(() => {
    Object.assign(answers, {
      'household.me': { ...me, roles: [role('communityAdmin')] },
      'catalogue.items': ({ state, cursor }) =>
        state !== 'draft'
          ? { items: [], count: 0, nextCursor: null }
          : cursor
            ? { items: all.slice(100), count: 130, nextCursor: null }
            : { items: all.slice(0, 100), count: 130, nextCursor: 'next' },
      'catalogue.policyDocuments': FAULT,
      'catalogue.guidelines': { guidelines: [] },
      'catalogue.programmes': { programmes: [] },
    });
  });

  it('go on past the first hundred, and only then are said to be all', async () => {
    const page = await open('staff/catalogue');
    await page.fire(page.named('草稿'), 'tap');
    await page.says('好事0号');
    await toTheEnd(page);
    await page.says('好事99号');
    expect(page.text()).not.toContain('项了');
    await page.fire(page.named('再看一些'), 'tap');
    await page.says('就这 130 项了');
    await toTheEnd(page);
    expect(page.text()).toContain('好事129号');
    page.close();
  }, 20_000);

  it('are not said to have no document to rest on while the documents could not be read', async () => {
    const page = await open('staff/catalogue');
    await page.fire(page.named('新建一个'), 'tap');
    expect(page.text()).not.toContain('还没有登记文件');
    await page.says('我们这边出了点问题');
    expect(page.text()).not.toContain('还没有登记文件');
    answers['catalogue.policyDocuments'] = { documents: [] };
    await page.fire(page.named('再试一次'), 'tap');
    await page.says('还没有登记文件');
    page.close();
  }, 20_000);
});
