const { DAY_MS, dayFromNow, ids, many, nameOf, NOW, pageOf, pick } = require('./made-up');
const { COMMUNITY } = require('./people');

const HOUR_MS = 3_600_000;
const PLACES = ['三号院绿地', '社区党群服务中心二楼会议室', '文化广场', '浏河沿岸步道'];
const TITLES = ['清洁家园', '邻里守望·陪独居老人聊天', '垃圾分类宣传', '夜间治安巡逻', '周末义务理发'];

/** A hundred, some seven a day over the coming two weeks. */
const activity = (n) => {
  const startsAtMs = NOW + Math.floor(n / 7.2) * DAY_MS - (n % 7) * 600_000; // late in the evening, too, within the two weeks
  return {
    activityId: ids(20, n),
    shortId: `Ab${String(n).padStart(6, '0')}`,
    posterQr: `https://example.invalid/p/Ab${n}`,
    unitId: COMMUNITY,
    unitName: '浏河社区',
    societyName: n % 3 ? null : '红马甲志愿服务队',
    itemId: ids(21, n % 100),
    itemName: pick(TITLES, n),
    category: '公益服务',
    points: 5,
    title: `${pick(TITLES, n)}（第${n + 1}场）`,
    about: '带上手套和垃圾袋，一起把院子收拾干净。',
    place: pick(PLACES, n),
    bring: '手套',
    startsAtMs,
    endsAtMs: startsAtMs + 2 * HOUR_MS,
    signUp: n % 2 ? 'open' : 'none',
    capacity: n % 2 ? 40 : null,
    signedUpCount: n % 2 ? 12 : 0,
    attendedCount: 0,
    checkIn: n % 5 ? 'code' : 'door',
    isCancelled: n % 25 === 24,
    timeChangedAtMs: n % 10 === 1 ? NOW : null,
    placeChangedAtMs: n % 10 === 1 ? NOW : null,
    mySignUp: 'none',
    iAttended: false,
  };
};
const activities = many(100, activity);
const arrivals = many(1_000, (n) => ({
  residentId: ids(2, n),
  name: nameOf(n),
  how: pick(['scan', 'typed', 'brought', 'personalCode', 'card', 'name'], n),
  atMs: NOW - n * 1_000,
}));
const signedUp = arrivals.map(({ how: _how, ...person }, n) => ({
  ...person,
  state: n < 800 ? 'signedUp' : 'waiting',
  hasArrived: n % 3 === 0,
  phone: `1400000${String(n).padStart(4, '0')}`,
  isHeadsPhone: n % 5 === 0,
}));
const HELD = [
  ...['activityId', 'title', 'place', 'societyName', 'startsAtMs', 'endsAtMs', 'signUp', 'capacity', 'signedUpCount'],
  ...['attendedCount', 'isCancelled'],
];
const held = many(600, (n) => ({
  ...Object.fromEntries(HELD.map((key) => [key, activity(n)[key]])),
  waitingCount: n % 5,
}));
const ARRIVALS_A_PAGE = 100;

const answers = {
  'activity.list': ({ fromDate = dayFromNow(0), days = 14, ...input }) => {
    const from = Date.parse(`${fromDate}T00:00:00+08:00`);
    const asked = activities.filter(({ startsAtMs, endsAtMs }) => endsAtMs > from && startsAtMs < from + days * DAY_MS);
    const { page, nextCursor } = pageOf(asked, input, 40);
    return { today: dayFromNow(0), activities: page, nextCursor };
  },
  'activity.get': ({ activityId }) => activities.find((one) => one.activityId === activityId) ?? activities[0],
  'activity.liveCode': () => ({
    activityId: activities[0].activityId,
    shortId: activities[0].shortId,
    title: activities[0].title,
    key: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    keyVersion: 1,
    serverNowMs: NOW,
    stepMs: 30_000,
    epochMs: Date.UTC(2026, 0, 1),
    qrPrefix: 'https://example.invalid/a/',
    opensAtMs: NOW - HOUR_MS,
    closesAtMs: NOW + HOUR_MS,
  }),
  'activity.held': (input) => {
    const { page, nextCursor } = pageOf(held, input, 30);
    return { activities: page, count: held.length, nextCursor };
  },
  'activity.signedUp': (input) => {
    const listed = input.notArrived ? signedUp.filter((one) => one.state === 'signedUp' && !one.hasArrived) : signedUp;
    const { page, nextCursor } = pageOf(listed, input, 100);
    return { people: page, count: listed.length, nextCursor };
  },
  'activity.attendance': ({ cursor, afterMs }) => {
    const { page, nextCursor } = pageOf(arrivals, { cursor }, ARRIVALS_A_PAGE);
    const news = afterMs === undefined ? page : page.filter(({ atMs }) => atMs > afterMs);
    return {
      attendedCount: arrivals.length,
      signedUpCount: 12,
      waitingCount: 0,
      walkInCount: 3,
      perMinute: many(30, (n) => (n * 7) % 40),
      hints: [
        { kind: 'crowd', people: 61 },
        { kind: 'notSignedUp', people: 40 },
        { kind: 'elsewhere', people: 30 },
        { kind: 'manyByOne', people: 6 },
        { kind: 'twoDoors', people: 2 },
      ],
      checkIn: 'code',
      keyVersion: 1,
      arrivals: news,
      nextCursor: afterMs === undefined ? nextCursor : null,
      serverNowMs: NOW,
    };
  },
};

/** Each page as somebody opens it, and what is tapped there to see all that it can show. */
const visits = [
  { page: 'pages/activities' },
  { page: 'pages/activity', query: { id: ids(20, 0) } },
  { page: 'pages/scan' },
  { page: 'pages/thanks' },
  { page: 'staff/activity-edit' },
  { page: 'staff/activity-edit', query: { id: ids(20, 0) }, part: 'made' },
  { page: 'staff/activities' },
  { page: 'staff/arrivals', query: { id: ids(20, 0) } },
  { page: 'staff/arrivals', query: { id: ids(20, 1) }, taps: ['还没到，533 个'], part: 'not-yet' },
  { page: 'staff/signed-up', query: { id: ids(20, 0) } },
  { page: 'staff/signed-up', query: { id: ids(20, 0) }, taps: ['看电话'], part: 'phones' },
  { page: 'staff/live-code', query: { id: ids(20, 0) } },
];

module.exports = { answers, visits };
