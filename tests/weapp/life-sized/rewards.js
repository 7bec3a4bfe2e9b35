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

const reward = (n) => {
  const cost = 20 + n * 10;
  const missing = Math.max(0, cost - 1_093);
  return {
    rewardId: ids(40, n),
    unitId: COMMUNITY,
    kind: pick(KINDS, n),
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
    choices: [],
    steps: STEPS,
    providers: [provider(0), provider(1)],
    policyDocumentNumber: '荆文明办〔2026〕3号',
    mine: {
      holder: { kind: 'resident', id: ids(2, 0) },
      available: 1_093,
      missing,
      poolAvailable: 400,
      pool: many(3, (m) => ({ holder: { kind: 'resident', id: ids(2, m + 1) }, available: 120 })),
      obstacles: missing > 0 ? ['POINTS_INSUFFICIENT'] : [],
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
  voucherId: ids(41, n),
  title: pick(WORDS, n),
  choice: null,
  holderName: `${nameOf(n)[0]}＊＊`,
  redeemedAtMs: NOW - n * 60_000,
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
  'reward.vouchers': (input) => {
    const asked = vouchers.filter(
      ({ state, voucherId }) =>
        (!input.state || state === input.state) && (!input.voucherId || voucherId === input.voucherId),
    );
    const { page, nextCursor } = pageOf(asked, input, 20);
    return { vouchers: page, nextCursor };
  },
  'reward.redeemedToday': (input) => {
    const { page, nextCursor } = pageOf(redeemed, input, 50);
    return { count: redeemed.length, vouchers: page, nextCursor };
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
  { page: 'staff/redeem' },
];

module.exports = { answers, visits };
