const { balance, DAY_MS, ids, many, nameOf, NOW, pageOf, pick } = require('./made-up');

const COMMUNITY = ids(1, 1);
const PEOPLE = 1_000;
const MEMBERS = 8;

const member = (n) => ({
  residentId: ids(2, n),
  name: nameOf(n),
  relation: n === 0 ? '户主' : '子女',
  sex: n % 2 ? 'male' : 'female',
  age: 72 - n,
  isHead: n === 0,
  isAssisted: n > 5,
  isBound: n <= 5,
  namesShown: true,
  agreedToPool: n < 4,
  lendingWaitsFor: n === 5 ? 'self' : null,
  namesWaitFor: n === 5 ? 'self' : null,
  mayActFor: n !== 1,
});
const members = many(MEMBERS, member);

const role = (n, kind, more = {}) => ({
  roleId: ids(3, n),
  role: kind,
  unitId: COMMUNITY,
  unitName: '浏河社区',
  communityId: COMMUNITY,
  providerId: null,
  providerName: null,
  societyId: null,
  societyName: null,
  ...more,
});

/** Head of a large household who holds every kind of role, so that every page opens for them. */
const everybody = {
  identityId: ids(4, 1),
  isDemo: true,
  resident: { residentId: ids(2, 0), name: nameOf(0), age: 72, sex: 'female', namesShown: true, namesWaitFor: null },
  household: {
    householdId: ids(5, 0),
    number: 'LH0008',
    address: '浏河路8号3号楼2单元803',
    communityId: COMMUNITY,
    communityName: '浏河社区',
    unitName: '第一网格',
    headId: ids(2, 0),
    headPhone: '14000000008',
    poolAgreed: true,
    members,
    gridWorker: { name: '王敏', phone: '14000000001' },
  },
  wards: many(3, (n) => ({ ...member(n + 20), age: 9, isHead: false })),
  roles: [
    role(0, 'communityAdmin'),
    role(1, 'providerClerk', { providerId: ids(6, 0), providerName: '浏河社区卫生服务中心' }),
    role(2, 'districtSupervisor', { unitId: ids(7, 0), unitName: '掇刀区', communityId: null }),
  ],
  application: null,
};
const newcomer = { ...everybody, resident: null, household: null, wards: [], roles: [], application: null };

const person = (n) => ({
  residentId: ids(2, n),
  name: nameOf(n),
  age: 20 + (n % 70),
  sex: n % 2 ? 'male' : 'female',
  householdId: ids(5, Math.floor(n / 3)),
  householdNumber: `LH${String(Math.floor(n / 3)).padStart(4, '0')}`,
  address: `浏河路${(n % 90) + 1}号${(n % 12) + 1}号楼2单元${(n % 9) + 1}03`,
  unitName: `第${pick('一二三四五六七八', n)}网格`,
  relation: '户主',
  isHead: n % 3 === 0,
  headName: nameOf(n - (n % 3)),
  isAssisted: n % 9 === 0,
  isBound: n % 2 === 0,
  lends: n % 2 === 1,
});
const people = many(PEOPLE, person);

const registered = people.map((one, n) => ({
  ...one,
  points: { lifetime: 40 + n, available: 20 + n },
  newest: n % 3 ? { deedDate: '2026-11-05', title: '清洁家园' } : null,
  phoneTail: String(1_000 + n),
}));

const homes = many(340, (n) => ({
  householdId: ids(5, n),
  number: `LH${String(n).padStart(4, '0')}`,
  address: `浏河路${n + 1}号${(n % 12) + 1}号楼2单元803`,
  unitName: `第${pick('一二三四五六七八', n)}网格`,
  headName: nameOf(n * 3),
  memberCount: 1 + (n % 5),
  boundCount: n % 3,
  hasCard: n % 2 === 0,
  poolAgreed: n % 4 === 0,
}));

const match = (n) => ({
  residentId: ids(2, n),
  name: nameOf(n),
  householdId: ids(5, n),
  householdNumber: `LH${String(n).padStart(4, '0')}`,
  address: `浏河路${n + 1}号`,
  age: 64,
  agrees: ['name', 'phone', 'address'],
});
const applications = many(100, (n) => ({
  applicationId: ids(8, n),
  name: nameOf(n),
  phone: `1400000${String(n).padStart(4, '0')}`,
  address: `浏河路${n + 1}号${(n % 12) + 1}号楼2单元803`,
  age: 64,
  createdAtMs: NOW - n * DAY_MS,
  matches: many(5, match),
}));

const changes = many(60, (n) => ({
  changeId: ids(9, n),
  kind: n % 2 ? 'moved' : 'corrected',
  residentId: ids(2, n),
  name: nameOf(n),
  guardianName: '',
  fields: n % 2 ? [] : ['name', 'bornOn', 'phone'],
  bornBefore: n % 2 ? null : '1950-12-31',
  bornAfter: n % 2 ? null : '1950-03-08',
  from: { householdId: ids(5, n), number: `LH${String(n).padStart(4, '0')}`, communityName: '浏河社区' },
  to: n % 2 ? { householdId: ids(5, 0), number: 'LH0008', communityName: '浏河社区' } : null,
  reason: 'showedPaper',
  listName: null,
  units: null,
  byName: '王敏',
  atMs: NOW - n * DAY_MS,
}));

const leadsTo = { what: 'family', holderId: ids(5, 0) };
const news = many(120, (n) => ({
  ...{ newsId: ids(63, n), atMs: NOW - n * 3_600_000, isNew: n < 99, leadsTo },
  ...(n % 3
    ? { change: changes[n % 60], binding: null }
    : { change: null, binding: { kind: n % 2 ? 'bound' : 'unbound', name: nameOf(n), byName: nameOf(n + 7) } }),
}));
const comingUp = many(5, (n) => ({
  ...{ residentId: ids(2, n), name: nameOf(n), isSelf: n === 0, isNew: n < 3 },
  ...{ what: pick(['asked14', 'own18', 'guardianEnds'], n), on: `2026-12-0${n + 1}`, leadsTo },
}));

const ofHousehold = {
  householdId: ids(5, 0),
  total: balance(1_812, 20),
  own: balance(320),
  members: members.map(({ residentId }, n) => ({ residentId, balance: balance(141 + n, n) })),
};

const answers = {
  'household.me': () => everybody,
  'household.get': () => ({
    householdId: ids(5, 0),
    number: 'LH0008',
    address: '浏河路8号3号楼2单元803',
    phone: '14000000008',
    unitId: ids(7, 5),
    unitName: '第一网格',
    communityId: COMMUNITY,
    communityName: '浏河社区',
    headId: ids(2, 0),
    poolAgreed: true,
    card: { version: 2, issuedAtMs: NOW - 40 * DAY_MS },
    members,
  }),
  'household.personalCode': () => ({ qr: 'https://example.invalid/p/AbCdEf', expiresAtMs: NOW + 300_000 }),
  'household.find': (input) => {
    if (input.residentIds)
      return {
        people: people.filter(({ residentId }) => input.residentIds.includes(residentId)),
        count: 1,
        nextCursor: null,
      };
    const { page, nextCursor } = pageOf(people, input, 30);
    return { people: page, count: people.length, nextCursor };
  },
  'ledger.people': (input) => {
    const { page, nextCursor } = pageOf(registered, input, 30);
    return { people: page, count: registered.length, nextCursor };
  },
  'household.list': (input) => {
    const { page, nextCursor } = pageOf(homes, input, 30);
    return { households: page, count: homes.length, nextCursor };
  },
  'household.person': () => ({
    ...{ residentId: ids(2, 0), name: nameOf(0), sex: 'female', bornOn: '1954-12-31', bornPrecision: 'year' },
    ...{ phone: '14000000008', diedOn: null, householdId: ids(5, 0), relation: '户主', isHead: true, isBound: true },
    merged: many(3, (n) => ({ residentId: ids(2, n + 1), name: nameOf(n + 1), isDrawnOn: n === 0 })),
    guardians: many(3, (n) => ({
      ...{ guardianshipId: ids(62, n), guardianId: ids(2, n + 40), name: nameOf(n + 40), paper: 'ruling' },
      ...{ paperOn: '2026-10-08', until: n ? null : '2027-10-07', isSole: n === 0 },
      ...{ recordedByName: nameOf(n + 7), recordedAtMs: NOW - n * DAY_MS },
    })),
  }),
  'household.history': (input) => {
    const { page, nextCursor } = pageOf(changes, input, 10);
    return { changes: page, nextCursor };
  },
  'household.news': (input) => {
    const { page, nextCursor } = pageOf(news, input, 20);
    return { unseen: 99, comingUp, news: page, upToMs: NOW, nextCursor };
  },
  'household.seeNews': () => ({ seen: true }),
  'household.names': ({ residentIds }) => ({
    names: residentIds.map((residentId, n) => ({ residentId, name: nameOf(n) })),
  }),
  'household.applications': (input) => {
    const { page, nextCursor } = pageOf(applications, input, 20);
    return { applications: page, nextCursor };
  },
  'household.issueCard': () => ({
    version: 3,
    qr: 'https://example.invalid/h/AbCdEfGhIjKlMnOp',
    number: '1234567890',
    headName: nameOf(0),
    householdNumber: 'LH0008',
    communityName: '浏河社区',
  }),
};

/** Each page as somebody opens it, and what is tapped there to see all that it can show. */
const visits = [
  { page: 'pages/home' },
  { page: 'pages/bind', as: 'newcomer' },
  { page: 'pages/household' },
  { page: 'pages/inbox' },
  { page: 'pages/ward', query: { id: ids(2, 20) } },
  { page: 'pages/me' },
  { page: 'pages/settings' },
  { page: 'staff/applications' },
  { page: 'staff/card-print', query: { household: ids(5, 0) } },
  { page: 'staff/card-print', query: { many: '1' }, part: 'many' },
  { page: 'staff/desk', query: { resident: ids(2, 0) } },
  { page: 'staff/household', query: { id: ids(5, 0) } },
  { page: 'staff/people' },
  { page: 'staff/people', taps: ['按户看'], part: 'homes' },
  { page: 'staff/person', query: { id: ids(2, 0) } },
  { page: 'staff/roster' },
  { page: 'staff/workbench' },
];

module.exports = { answers, visits, everybody, newcomer, ofHousehold, COMMUNITY };
