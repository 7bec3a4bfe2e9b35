/** @jest-environment jsdom */
const path = require('node:path');
const { takeMoment } = require('./moment');
const { createTaroApp } = require('./taro-weapp');
const { balance, createCloud, ids, me } = require('./cloud');

const { NOW, TODAY } = takeMoment();
const ring = {
  holderId: ids(1),
  holderKind: 'resident',
  balance: balance(141, 20),
  household: {
    householdId: ids(10),
    total: balance(181, 20),
    own: balance(32),
    members: [
      { residentId: ids(1), balance: balance(141, 20) },
      { residentId: ids(2), balance: balance(8) },
    ],
  },
  months: [
    { month: '2026-10', credited: 37 },
    { month: '2026-11', credited: 24 },
  ],
};
const activity = {
  activityId: ids(30),
  shortId: 'AbCdEf12',
  unitId: ids(20),
  unitName: '浏河社区',
  societyName: null,
  itemId: ids(40),
  itemName: '清洁家园',
  category: '公益',
  points: 5,
  title: '清洁家园',
  about: '',
  place: '三号院绿地',
  bring: '',
  startsAtMs: NOW - 60_000,
  endsAtMs: NOW + 3_600_000,
  signUp: 'none',
  capacity: null,
  signedUpCount: 0,
  attendedCount: 3,
  isCancelled: false,
  timeChangedAtMs: null,
  placeChangedAtMs: null,
  mySignUp: 'none',
  iAttended: false,
};
const reward = {
  rewardId: ids(50),
  unitId: ids(20),
  kind: 'healthCheck',
  title: '免费体检',
  summary: '满 65 岁，每年一次全身检查',
  about: '',
  cost: 80,
  holderKind: 'resident',
  ageMin: 65,
  ageMax: null,
  ruralOnly: false,
  leastLifetime: 0,
  period: 'year',
  stockLeft: 120,
  ...{ kindId: null, kindName: '免费体检', goods: null, windows: [], monthPoints: null, monthCents: null },
  limitHolder: 1,
  limitHousehold: null,
  validDays: 90,
  choices: [],
  steps: ['早上空腹去'],
  providers: [
    {
      providerId: ids(60),
      kind: 'health',
      name: '卫生服务中心',
      place: '浏河路 8 号',
      hours: '',
      phone: null,
      choice: null,
    },
  ],
  policyDocumentNumber: '演示〔2026〕2号',
  mine: {
    holder: { kind: 'resident', id: ids(1) },
    available: 121,
    missing: 0,
    poolAvailable: 0,
    pool: [],
    obstacles: [],
    next: null,
    voucherId: null,
  },
};
const voucher = {
  voucherId: ids(55),
  rewardId: ids(50),
  kind: 'healthCheck',
  title: '免费体检',
  choice: null,
  quantity: 1,
  holder: { kind: 'resident', id: ids(1) },
  holderName: '李＊芳',
  points: 80,
  state: 'issued',
  code: 'KF7 3Q9',
  qr: 'https://bank.test/v/abc',
  issuedAtMs: NOW,
  expiresAtMs: NOW + 54 * 86_400_000,
  redeemedAtMs: null,
  redeemedAtProvider: null,
  endedAtMs: null,
  providers: reward.providers,
  steps: reward.steps,
  communityName: '浏河社区',
  communityPhone: null,
};
const entry = {
  accountId: ids(1),
  seq: 2,
  kind: 'credit',
  points: 5,
  title: '清洁家园',
  source: 'checkIn',
  deedDate: '2026-11-07',
  postedAtMs: NOW,
  unitName: '浏河社区',
  correctsSeq: null,
  correctedBySeq: null,
};

const answers = {
  'household.me': me,
  'ledger.balance': ring,
  'ledger.passbook': {
    entries: [entry, { ...entry, seq: 1, title: '道德讲堂', points: 3 }],
    months: [{ month: '2026-11', credited: 8, redeemed: 0, corrected: 0 }],
    nextCursor: null,
  },
  'activity.list': { today: TODAY, activities: [activity] },
  'award.neighbours': {
    thanks: [
      {
        holderKind: 'resident',
        name: '陈＊',
        deed: '义务巡逻',
        category: '平安',
        deedDate: '2026-11-22',
        postedAtMs: NOW,
      },
    ],
  },
  'reward.vouchers': { vouchers: [voucher], nextCursor: null },
  'reward.list': { rewards: [reward], nextCursor: null },
  'reward.get': reward,
  'reward.issueVoucher': voucher,
};
const cloud = createCloud(answers);
let app;
const screen = createScreen();
const went = jest.fn((options) => options.success?.({}));

beforeAll(() => {
  require('miniprogram-simulate');
  app = createTaroApp(path.join(__dirname, '../../dist/weapp'), {
    wx: {
      ...cloud.wx,
      navigateTo: went,
      redirectTo: went,
      switchTab: went,
      reLaunch: went,
      getRandomValues: ({ length, success }) =>
        success?.({ randomValues: new Uint8Array(length).map(() => Math.floor(Math.random() * 256)).buffer }),
      scanCode: (options) => options.fail?.({ errMsg: 'scanCode:fail cancel' }),
      ...screen.wx,
    },
  });
}, 60_000);
afterEach(() => {
  cloud.calls.length = 0;
  went.mockClear();
});

/** A phone's screen, as WeChat lets it be set. */
function createScreen() {
  const phone = { platform: 'ios', light: 0.4, staysOn: false };
  const done = (options, answer = {}) => options?.success?.(answer);
  phone.be = (platform, light) => Object.assign(phone, { platform, light, staysOn: false });
  phone.wx = {
    getDeviceInfo: () => ({ platform: phone.platform }),
    getScreenBrightness: (options) => done(options, { value: phone.light }),
    setScreenBrightness: (options) => {
      phone.light = options.value;
      done(options);
    },
    setKeepScreenOn: (options) => {
      phone.staysOn = options.keepScreenOn;
      done(options);
    },
  };
  return phone;
}

const open = async (page, query) => {
  const opened = await app.open(`${page}/index`, query);
  await opened.settle(false, 250);
  return opened;
};
const lastUrl = () => went.mock.calls.at(-1)?.[0].url;

describe('a resident in WeChat', () => {
  it('opens home: points, what is on, whom neighbours thank, each asked from its own function', async () => {
    const page = await open('pages/home');
    expect(page.text()).toContain('李桂芳');
    expect(page.text()).toContain('141');
    expect(page.text()).toContain('清洁家园');
    expect(page.text()).toContain('谢谢陈＊');
    expect(cloud.of('household.me')[0]).toEqual({ name: 'household', action: 'me', input: {} });
    expect(cloud.of('activity.list')[0].input).toEqual({ unitId: ids(20), days: 7 });
    page.close();
  });

  it('reads the passbook and opens a receipt', async () => {
    const page = await open('pages/passbook');
    expect(page.text()).toContain('2026年11月');
    expect(page.text()).toContain('入账 +8');
    await page.fire(page.$('.passbook-month-line'), 'tap');
    expect(lastUrl()).toBe(`/pages/receipt/index?account=${ids(1)}&seq=2`);
    page.close();
  });

  it('sees what can be redeemed, and redeems with one request id', async () => {
    const list = await open('pages/rewards');
    expect(list.text()).toContain('够了，可以兑换');
    await list.fire(list.$('.reward-row'), 'tap');
    expect(lastUrl()).toBe(`/pages/reward/index?id=${ids(50)}`);
    list.close();
    const page = await open('pages/reward', { id: ids(50) });
    await page.fire(page.named('用 80 分兑换'), 'tap');
    await page.settle(false, 250);
    const [call] = cloud.of('reward.issueVoucher');
    expect(call).toMatchObject({ name: 'reward', action: 'issueVoucher', input: { rewardId: ids(50), pool: [] } });
    expect(call.requestId).toMatch(/^[0-9a-f]{32}$/);
    expect(lastUrl()).toBe(`/pages/voucher/index?id=${ids(55)}&fresh=1`);
    page.close();
  });

  it('is told in words why a redemption was refused', async () => {
    answers['reward.issueVoucher'] = { ok: false, code: 'OUT_OF_STOCK' };
    const page = await open('pages/reward', { id: ids(50) });
    await page.fire(page.named('用 80 分兑换'), 'tap');
    await page.settle(false, 250);
    expect(page.text()).toContain('这一期已经换完了');
    answers['reward.issueVoucher'] = voucher;
    page.close();
  });

  it('shows the voucher with its code, large and spoken', async () => {
    const page = await open('pages/voucher', { id: ids(55) });
    expect(page.text()).toContain('KF7 3Q9');
    expect(page.text()).toContain('卫生服务中心');
    expect(page.html()).toContain('qr-code');
    page.close();
  });

  it('brightens the screen for the clerk; tapped again, or left, it is as it was before', async () => {
    screen.be('ios', 0.4);
    const page = await open('pages/voucher', { id: ids(55) });
    await page.fire(page.named('屏幕调亮，给服务台看'), 'tap');
    await page.settle(false, 50);
    expect(screen).toMatchObject({ light: 1, staysOn: true });
    await page.fire(page.named('屏幕调回来'), 'tap');
    await page.settle(false, 50);
    expect(screen).toMatchObject({ light: 0.4, staysOn: false });
    screen.be('android', 0.4);
    await page.fire(page.named('屏幕调亮，给服务台看'), 'tap');
    await page.settle(false, 50);
    expect(screen).toMatchObject({ light: 1, staysOn: true });
    page.close();
    expect(screen).toMatchObject({ light: -1, staysOn: false }); // follows the room's light again
  });

  it('checks in by typed digits; a wrong code is said plainly, and nothing is lost', async () => {
    answers['activity.checkIn'] = { ok: false, code: 'CODE_WRONG' };
    const page = await open('pages/scan');
    await page.fire('.field-input', 'input', { value: '305172' });
    await page.fire(page.named('用数字签到'), 'tap');
    await page.settle(false, 250);
    expect(cloud.of('activity.checkIn')[0]).toMatchObject({ input: { code: '305172' } });
    expect(page.text()).toContain('这个码对不上');
    answers['activity.checkIn'] = {
      activityId: ids(30),
      activityTitle: '清洁家园',
      place: '三号院绿地',
      deed: '清洁家园',
      points: 5,
      neighbours: 4,
      balance: { before: balance(141), after: balance(146) },
      householdLifetime: 186,
      entry: { accountId: ids(1), seq: 3 },
      along: [],
    };
    await page.fire(page.named('用数字签到'), 'tap');
    await page.settle(false, 250);
    expect(lastUrl()).toBe('/pages/thanks/index');
    page.close();
    const thanks = await open('pages/thanks');
    expect(thanks.text()).toContain('谢谢你参加了');
    expect(thanks.text()).toContain('+5');
    thanks.close();
  });

  it('is told whom a personal code is for, and that another app’s code is none of ours', async () => {
    const page = await open('pages/scan');
    wx.scanCode = (options) => options.success?.({ result: `https://bank.test/r/${'A'.repeat(40)}` });
    await page.fire(page.named('打开扫码'), 'tap');
    await page.settle(false, 250);
    expect(page.text()).toContain('这是居民的个人码，给工作人员扫的。');
    wx.scanCode = (options) => options.success?.({ result: 'https://example.org/menu' });
    await page.fire(page.named('打开扫码'), 'tap');
    await page.settle(false, 250);
    expect(page.text()).toContain('这不是行为银行的码');
    expect(page.text()).not.toContain('个人码');
    expect(cloud.of('activity.checkIn')).toEqual([]);
    page.close();
  });

  it('tries again by itself with the same request id when nobody answers', async () => {
    let silent = 2;
    const before = cloud.wx.cloud.callFunction.getMockImplementation();
    const failing = jest.fn((message) =>
      message.data.action === 'issueVoucher' && silent-- > 0 ? Promise.reject(new Error('timeout')) : before(message),
    );
    cloud.wx.cloud.callFunction.mockImplementation(failing);
    const page = await open('pages/reward', { id: ids(50) });
    await page.fire(page.named('用 80 分兑换'), 'tap');
    await page.settle(false, 2_200, 8_000);
    const sent = failing.mock.calls.map(([message]) => message.data).filter(({ action }) => action === 'issueVoucher');
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1);
    page.close();
  });
});
