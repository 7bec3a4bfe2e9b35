const { DAY_MS, ids, many, nameOf, NOW, pageOf, pick } = require('./made-up');
const { COMMUNITY } = require('./people');

const KINDS = ['healthCheck', 'agriculture', 'incubation', 'healthCard', 'fitnessOrBook', 'afterSchool'];
const WORDS = ['免费体检', '涉农奖励', '社会组织孵化支持', '健康服务卡', '健身卡或购书卡', '免费校内托管'];
const provider = (n) => ({
  providerId: ids(6, n),
  kind: 'health',
  name: `浏河社区卫生服务中心第${n + 1}门诊`,
  place: '浏河路18号',
  hours: '周一到周五 8:00–17:00',
  phone: '14000000060',
});
const STEPS = ['带上身份证和券码', '早上不吃饭、不喝水', '到一楼导检台'];

const FIRST_SATURDAY = { days: { every: 'month', nth: 1, weekday: 6 }, from: '08:30', until: '11:30' };
const reward = (n) => {
  const cost = 20 + n * 10;
  const missing = Math.max(0, cost - 1_093);
  return {
    rewardId: ids(40, n),
    unitId: COMMUNITY,
    kind: pick(KINDS, n),
    kindId: null,
    kindName: pick(WORDS, n),
    goods: n % 3 ? null : { goodsId: ids(43, n), measure: '袋' },
    title: `${pick(WORDS, n)}之${n + 1}`,
    summary: '满 65 岁，每年一次，血压、血糖、心电图都查',
    about: '由社区卫生服务中心承办。',
    cost,
    holderKind: 'resident',
    ageMin: 65,
    ageMax: null,
    ruralOnly: false,
    leastLifetime: 100,
    period: 'year',
    stockLeft: 12,
    limitHolder: 1,
    limitHousehold: 2,
    validDays: 60,
    windows: [FIRST_SATURDAY],
    monthPoints: null,
    monthCents: null,
    choices: [],
    steps: STEPS,
    providers: [0, 1].map((one) => ({ ...provider(one), choice: null })),
    policyDocumentNumber: '荆文明办〔2026〕3号',
    mine: {
      holder: { kind: 'resident', id: ids(2, 0) },
      available: 1_093,
      missing,
      poolAvailable: 400,
      pool: many(3, (m) => ({ holder: { kind: 'resident', id: ids(2, m + 1) }, available: 120 })),
      obstacles: missing > 0 ? ['WINDOW_CLOSED', 'POINTS_INSUFFICIENT'] : ['WINDOW_CLOSED'],
      next: { fromMs: NOW + DAY_MS, untilMs: NOW + DAY_MS + 3_600_000 },
      voucherId: null,
    },
  };
};
const rewards = many(200, reward);

const voucher = (n) => ({
  voucherId: ids(41, n),
  rewardId: ids(40, n),
  kind: pick(KINDS, n),
  title: `${pick(WORDS, n)}之${n + 1}`,
  choice: null,
  holder: { kind: 'resident', id: ids(2, 0) },
  holderName: `${nameOf(0)[0]}＊＊`,
  quantity: 1,
  points: 80,
  state: n < 100 ? 'issued' : 'redeemed',
  code: n < 100 ? 'KF7 3Q9' : null,
  qr: n < 100 ? 'https://example.invalid/v/AbCdEfGhIjKl' : null,
  issuedAtMs: NOW - n * DAY_MS,
  expiresAtMs: NOW + 54 * DAY_MS,
  redeemedAtMs: n < 100 ? null : NOW - n * DAY_MS,
  redeemedAtProvider: n < 100 ? null : '浏河社区卫生服务中心',
  endedAtMs: null,
  providers: [provider(0)],
  steps: STEPS,
  communityName: '浏河社区',
  communityPhone: '0724-1234567',
});
const vouchers = many(200, voucher);

const redeemed = many(200, (n) => ({
  ...{ voucherId: ids(41, n), rewardId: ids(40, n), title: pick(WORDS, n), choice: null, quantity: 1, points: 80 },
  ...{ holderName: `${nameOf(n)[0]}＊＊`, code: 'KF7 3Q9', issuedAtMs: NOW - (n + 1) * DAY_MS },
  ...{ redeemedAtMs: NOW - n * 60_000, redeemedByName: nameOf(n + 1) },
}));
const registered = many(400, (n) => ({
  ...{ voucherId: ids(41, n), rewardId: ids(40, n), title: `${pick(WORDS, n)}之${n + 1}`, choice: null, quantity: 1 },
  ...{ holder: { kind: 'resident', id: ids(2, n) }, holderName: nameOf(n), address: `浏河路${n + 1}号2单元803` },
  ...{ points: 80, availableAfter: 1_013, expiresAtMs: NOW + 54 * DAY_MS },
  ...(n % 2
    ? { state: 'redeemed', code: 'KF7 3Q9', providerName: '浏河社区卫生服务中心' }
    : { state: 'issued', code: null, providerName: null }),
  history: [
    { what: 'issued', atMs: NOW - (n + 1) * DAY_MS, byName: nameOf(n) },
    ...(n % 2 ? [{ what: 'redeemed', atMs: NOW - n * DAY_MS, byName: nameOf(n + 1) }] : []),
  ],
}));
const among = {
  rewards: many(60, (n) => ({ rewardId: ids(40, n), title: `${pick(WORDS, n)}之${n + 1}` })),
  providers: many(20, (n) => ({ providerId: ids(6, n), name: `浏河社区卫生服务中心第${n + 1}门诊` })),
};

const things = many(60, (n) => ({
  ...{ goodsId: ids(43, n), name: `东北大米 5 公斤之${n + 1}`, measure: '袋', onShelf: 40 + n, promised: n % 5 },
  ...{ isEnded: false, changes: [], inDays: null },
}));
const movements = many(400, (n) => ({
  ...{ goodsId: ids(43, n % 60), seq: n + 1, name: `东北大米 5 公斤之${n + 1}`, measure: '袋' },
  ...{ kind: n % 2 ? 'redeemed' : 'bought', quantity: n % 2 ? -2 : 20, onShelf: 40, unitPriceCents: 3_500 },
  ...{ source: '浏河路粮油店', paper: `浏发〔2026〕${n}`, handledByName: nameOf(n), watchedByName: nameOf(n + 1) },
  movedAtMs: NOW - n * 3_600_000,
}));
const slips = many(20, (n) => ({
  ...{ slipId: ids(44, n), kind: n < 12 ? 'bought' : 'money', goodsId: n < 12 ? ids(43, n) : null },
  ...{ name: n < 12 ? '东北大米 5 公斤' : null, measure: n < 12 ? '袋' : null, quantity: n < 12 ? 20 : null },
  ...{ onShelf: n < 12 ? 40 : null, unitPriceCents: n < 12 ? 3_500 : null, cents: n < 12 ? null : 50_000 },
  ...{ source: '浏河路粮油店', paper: '浏发〔2026〕12', countedByName: nameOf(n), countedAtMs: NOW - n * 60_000 },
  ...{ state: n < 12 ? 'waiting' : 'seen', watchedByName: n < 12 ? null : nameOf(n + 1), because: null },
  ...{ watchedAtMs: n < 12 ? null : NOW - n * 60_000, mayWatch: n < 12 },
}));

const answers = {
  'reward.list': ({ kinds, holderKinds, ...input }) => {
    const asked = rewards.filter(
      ({ kind, holderKind }) => (!kinds || kinds.includes(kind)) && (!holderKinds || holderKinds.includes(holderKind)),
    );
    const { page, nextCursor } = pageOf(asked, input, 50);
    return { rewards: page, nextCursor };
  },
  'reward.get': () => ({ ...rewards[0], opened: null }),
  'reward.goods': (input) => {
    const { page, nextCursor } = pageOf(things, input, 50);
    return { goods: page, nextCursor };
  },
  'reward.goodsMovements': (input) => {
    const { page, nextCursor } = pageOf(movements, input, 50);
    return { movements: page, nextCursor };
  },
  'reward.slips': ({ state, kind, ...input }) => {
    const asked = slips.filter((slip) => (!state || slip.state === state) && (!kind || slip.kind === kind));
    const { page, nextCursor } = pageOf(asked, input, 50);
    return { slips: page, nextCursor };
  },
  'reward.kinds': () => ({
    kinds: many(66, (n) => ({
      kind: n < 6 ? KINDS[n] : 'open',
      kindId: n < 6 ? null : ids(42, n),
      name: n < 6 ? WORDS[n] : `积分超市之${n}`,
      nature: n < 6 ? 'service' : 'goods',
      holderKinds: ['resident', 'household', 'society'],
      ...{ isEnded: false, mayChange: n > 60, changes: [] },
      policyDocumentNumber: n < 6 ? null : '荆文明办〔2026〕3号',
    })),
  }),
  'reward.redemption': () => ({
    windows: many(6, () => FIRST_SATURDAY),
    ...{ monthPoints: 50_000, monthCents: 2_500_000, spentPoints: 12_300, spentCents: 615_000 },
  }),
  'reward.vouchers': (input) => {
    const asked = vouchers.filter(
      ({ state, voucherId }) =>
        (!input.state || state === input.state) && (!input.voucherId || voucherId === input.voucherId),
    );
    const { page, nextCursor } = pageOf(asked, input, 20);
    return { vouchers: page, nextCursor };
  },
  'reward.redeemedVouchers': (input) => {
    const { page, nextCursor } = pageOf(redeemed, input, 30);
    const all = { count: redeemed.length, sums: { quantity: 200, points: 16_000 }, among: { rewards: among.rewards } };
    return { vouchers: page, ...all, nextCursor };
  },
  'reward.voucherRegister': (input) => {
    const { page, nextCursor } = pageOf(registered, input, 30);
    return { vouchers: page, count: 400, sums: { quantity: 400, points: 32_000 }, among, nextCursor };
  },
};

/** Each page as somebody opens it, and what is tapped there to see all that it can show. */
const visits = [
  { page: 'pages/reward', query: { id: ids(40, 0) } },
  { page: 'pages/rewards' },
  { page: 'pages/voucher', query: { id: ids(41, 0) } },
  { page: 'pages/voucher-print', query: { id: ids(41, 0) } },
  { page: 'pages/vouchers' },
  { page: 'staff/rewards' },
  { page: 'staff/kinds' },
  { page: 'staff/shelf' },
  { page: 'staff/shelf', taps: ['台账'], part: 'book' },
  { page: 'staff/counter' },
  { page: 'staff/redeem' },
  { page: 'staff/register' },
  { page: 'staff/register', taps: ['哪样奖励'], part: 'sieve' },
  { page: 'staff/redeemed' },
];

module.exports = { answers, visits };
