/** @jest-environment jsdom */
const path = require('node:path');
const { takeMoment } = require('./moment');
const { createTaroApp } = require('./taro-weapp');
const { balance, createCloud, ids, me, role } = require('./cloud');

const { NOW, TODAY } = takeMoment();
const staff = {
  ...me,
  resident: { ...me.resident, name: '赵丽' },
  household: null,
  roles: [role('communityStaff'), role('providerClerk', { providerId: ids(60), providerName: '卫生服务中心' })],
};
const item = {
  itemId: ids(40),
  unitId: ids(20),
  version: 1,
  state: 'published',
  name: '清洁家园',
  category: '公益',
  points: 5,
  grades: [],
  perHalfHours: null,
  condition: '',
  countedPer: '次',
  evidence: '',
  holderKind: 'resident',
  caps: {
    personDay: 1,
    personMonth: null,
    personYear: null,
    householdDay: null,
    householdMonth: null,
    householdYear: null,
  },
  ceilings: {
    ...{ personActivity: null, personDay: null, personMonth: null, personYear: null },
    ...{ householdActivity: null, householdDay: null, householdMonth: null, householdYear: null },
  },
  guidelineItemId: null,
  programmeId: null,
  programmeName: null,
  policyDocumentId: null,
  policyDocumentNumber: null,
  legalDuty: null,
  hasDraft: false,
};
const person = (n, name) => ({
  residentId: ids(n),
  name,
  age: 70 + n,
  sex: 'female',
  householdId: ids(100 + n),
  householdNumber: `LH000${n}`,
  address: `浏河路${n}号`,
  unitName: '第一网格',
  relation: '户主',
  isHead: true,
  isAssisted: false,
  isBound: true,
});
const people = [person(1, '马淑珍'), person(2, '罗桂芳'), person(3, '赵建国'), person(4, '李桂芳')];
const posted = (n) => ({
  holder: { kind: 'resident', id: ids(n) },
  outcome: { state: 'posted', points: 5, entrySeq: 1, before: balance(0), after: balance(5) },
});
const voucher = {
  voucherId: ids(55),
  kind: 'healthCheck',
  title: '免费体检',
  choice: null,
  holderName: '李＊芳',
  holderKind: 'resident',
  age: 72,
  sex: 'female',
  code: 'KF7 3Q9',
  expiresAtMs: NOW + 54 * 86_400_000,
  checkedAtMs: NOW,
};

const answers = {
  'household.me': staff,
  'catalogue.items': { items: [item], count: 1, nextCursor: null },
  'award.recent': {
    itemIds: [ids(40)],
    residentIds: [],
    regularIds: people.map(({ residentId }) => residentId),
    today: { people: 0, points: 0 },
  },
  'household.find': { people, nextCursor: null },
  'award.preview': {
    points: 5,
    results: [{ holder: { kind: 'resident', id: ids(4) }, refusal: 'CAP_REACHED', cap: 'personDay', leftPoints: null }],
  },
  'award.give': {
    itemName: '清洁家园',
    points: 5,
    postedCount: 3,
    postedPoints: 15,
    results: [posted(1), posted(2), posted(3)],
  },
  'activity.list': { today: TODAY, activities: [] },
  'oversight.waiting': { kinds: [{ kind: 'application', count: 2, sinceMs: [NOW - 3 * 86_400_000, NOW] }] },
  'reward.lookUpVoucher': voucher,
  'reward.redeemVoucher': {
    voucherId: ids(55),
    title: '免费体检',
    holderName: '李＊芳',
    redeemedAtMs: NOW,
    redeemedAtProvider: '卫生服务中心',
  },
  'reward.redeemedVouchers': {
    ...{ count: 0, sums: { quantity: 0, points: 0 }, among: { rewards: [] }, vouchers: [], nextCursor: null },
  },
};
const cloud = createCloud(answers);
let app;
const went = jest.fn((options) => options.success?.({}));

beforeAll(() => {
  require('miniprogram-simulate');
  const randomValues = (length) => Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)).buffer;
  app = createTaroApp(path.join(__dirname, '../../dist/weapp'), {
    wx: {
      ...cloud.wx,
      ...{ navigateTo: went, redirectTo: went, switchTab: went, reLaunch: went },
      getRandomValues: ({ length, success }) => success({ randomValues: randomValues(length) }),
      scanCode: (options) => options.fail?.({ errMsg: 'scanCode:fail cancel' }),
    },
  });
}, 60_000);
afterEach(() => {
  cloud.calls.length = 0;
  went.mockClear();
});

const open = async (page, query) => {
  const opened = await app.open(`${page}/index`, query);
  await opened.settle(false, 400, 8_000);
  return opened;
};
const row = (page, name) => page.$$('.person-row').find((node) => node.textContent.includes(name));

describe('staff in WeChat', () => {
  it('award three neighbours: three names, one button, one call', async () => {
    const page = await open('staff/award', { item: ids(40) });
    for (const name of ['马淑珍', '罗桂芳', '赵建国']) await page.fire(row(page, name), 'tap');
    const give = page.$$('.button-primary').at(-1);
    await page.fire(give, 'tap');
    await page.settle(false, 400, 8_000);
    const [call] = cloud.of('award.give');
    expect(call.input).toEqual({
      itemId: ids(40),
      holders: [1, 2, 3].map((n) => ({ kind: 'resident', id: ids(n) })),
      deedId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(call.requestId).toMatch(/^[0-9a-f]{32}$/);
    expect(page.text()).toContain('马淑珍');
    page.close();
  });

  it('see why somebody cannot be given it again, and are told when it is refused', async () => {
    answers['award.give'] = { ok: false, code: 'ITEM_NOT_PUBLISHED' };
    const page = await open('staff/award', { item: ids(40) });
    expect(row(page, '李桂芳').className).toContain('person-row-blocked');
    await page.fire(row(page, '马淑珍'), 'tap');
    await page.fire(page.$$('.button-primary').at(-1), 'tap');
    await page.settle(false, 400, 8_000);
    expect(page.text()).toContain('这个积分项目现在不用');
    page.close();
  });

  it('open the workbench with what is used most', async () => {
    const page = await open('staff/workbench');
    expect(page.text()).toContain('清洁家园');
    expect(cloud.of('award.recent')[0].input).toEqual({ unitId: ids(20) });
    expect(page.text()).toContain('最久等了 3 天');
    expect(cloud.of('household.applications')).toEqual([]); // to count them, nobody's name is fetched
    page.close();
  });
});

describe('an activity is announced in WeChat', () => {
  it('with day and hours turned on WeChat’s own wheels, past midnight too', async () => {
    const page = await open('staff/activity-edit');
    const [day, from, to] = page.$$('.field-wheels');
    expect(page.$$('.field-wheels').map((node) => page.attrs(node).ariaRole)).toEqual(['button', 'button', 'button']);
    await page.fire(day, 'change', { value: '2026-12-05' });
    await page.fire(from, 'change', { value: '21:30' });
    await page.fire(to, 'change', { value: '00:30' });
    expect(page.attrs(page.$('.field-wheels')).ariaLabel).toBe('哪一天，2026年12月5日');
    expect(page.text()).toContain('第二天才结束');
    await page.fire(page.named('不填哪一天'), 'tap');
    expect(page.attrs(page.$('.field-wheels')).ariaLabel).toBe('哪一天，还没选');
    page.close();
  });
});

describe('a clerk in WeChat', () => {
  const type = async (page, code) => {
    await page.fire('.field-input', 'input', { value: code });
    await page.fire(page.named('核对这张券'), 'tap');
    await page.settle(false, 400, 8_000);
  };
  const looked = async () => {
    const page = await open('staff/redeem');
    await type(page, 'kf7 3q9');
    return page;
  };

  it('asks for a code, and cannot look anything up before there is one', async () => {
    const page = await open('staff/redeem');
    expect(page.text()).toContain('扫券上的码');
    expect(page.text()).toContain('今天还没有。');
    expect(cloud.of('reward.redeemedVouchers')[0].input).toEqual({
      ...{ providerId: ids(60), only: { from: TODAY, to: TODAY } },
    });
    expect(page.text()).toContain('先输入六位券码');
    await page.fire(page.named('核对这张券') ?? page.$$('.button').at(-1), 'tap');
    expect(cloud.of('reward.lookUpVoucher')).toEqual([]);
    page.close();
  });

  it('looks a typed code up as it stands on the voucher, and sees whom to compare with', async () => {
    const page = await looked();
    const [call] = cloud.of('reward.lookUpVoucher');
    expect(call).toEqual({
      name: 'reward',
      action: 'lookUpVoucher',
      input: { code: 'KF73Q9' },
    });
    expect(cloud.of('reward.redeemVoucher')).toEqual([]);
    for (const words of ['这张券可以用', '免费体检', '李＊芳', '女，72 岁', 'KF7 3Q9', '还有'])
      expect(page.text()).toContain(words);
    page.close();
  });

  it('confirms it with one call, and is told that it is done and where', async () => {
    const page = await looked();
    await page.fire(page.named('确认，给她体检'), 'tap');
    await page.settle(false, 400, 8_000);
    const [call, more] = cloud.of('reward.redeemVoucher');
    expect(call.input).toEqual({ code: 'KF7 3Q9' });
    expect(call.requestId).toMatch(/^[0-9a-f]{32}$/);
    expect(more).toBeUndefined();
    expect(page.text()).toContain('核销好了');
    expect(page.text()).toContain('在卫生服务中心用掉的');
    await page.fire(page.named('再核销一张'), 'tap');
    expect(page.text()).toContain('扫券上的码');
    page.close();
  });

  it('is told when and where a voucher was used already, and has nothing left to confirm', async () => {
    const used = { redeemedAtMs: Date.UTC(2026, 10, 7, 1, 6), redeemedAtProvider: '浏河书店' };
    answers['reward.redeemVoucher'] = { ok: false, code: 'VOUCHER_REDEEMED', detail: used };
    const page = await looked();
    await page.fire(page.named('确认，给她体检'), 'tap');
    await page.settle(false, 400, 8_000);
    expect(page.text()).toContain('这张券已经用过了。');
    expect(page.text()).toContain('11月7日 9:06 在浏河书店用掉的');
    expect(page.text()).toContain('这张券没能用');
    expect(page.named('确认，给她体检')).toBeUndefined();
    page.close();
  });

  it('is told in plain words that there is no such voucher', async () => {
    answers['reward.lookUpVoucher'] = { ok: false, code: 'VOUCHER_NOT_FOUND' };
    const page = await looked();
    expect(page.text()).toContain('没有找到这张券。');
    expect(page.text()).toContain('请核对六位券码');
    page.close();
  });
});

describe('a grid worker in WeChat', () => {
  const application = {
    applicationId: ids(80),
    name: '郑小梅',
    phone: '14000112233',
    address: '浏河路 8 号 2 单元 301',
    age: 34,
    createdAtMs: NOW,
    matches: [],
  };

  it('who decides what a colleague has decided already is brought back to the list as it is now', async () => {
    let waiting = [application];
    answers['household.applications'] = () => ({ applications: waiting, nextCursor: null });
    answers['household.decideApplication'] = () => {
      waiting = [];
      return { ok: false, code: 'APPLICATION_DECIDED', detail: { state: 'withdrawn' } };
    };
    const page = await open('staff/applications');
    await page.fire(row(page, '郑小梅'), 'tap');
    await page.fire(page.named('不通过，他会看到原因'), 'tap');
    await page.fire(page.named('别的原因，会当面说'), 'tap');
    await page.fire(page.$$('.button-primary').at(-1), 'tap');
    await page.settle(false, 400, 8_000);
    expect(cloud.of('household.decideApplication')).toHaveLength(1);
    expect(page.text()).toContain('已经有结果了，不用再办');
    expect(page.text()).toContain('没有人在等');
    expect(page.text()).not.toContain('郑小梅');
    page.close();
  });
});
