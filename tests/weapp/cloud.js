/** Asked by many pages, and seldom what a test is about. */
const USUAL = {
  'household.history': { changes: [], nextCursor: null },
  'household.news': { unseen: 0, comingUp: [], news: [], upToMs: null, nextCursor: null },
};

/** Stands where WeChat's cloud would: keeps what was called, answers from a table of `room.action`. */
function createCloud(answers) {
  const calls = [];
  const callFunction = jest.fn(async ({ name, data }) => {
    calls.push({ name, ...data });
    const answer = answers[`${name}.${data.action}`] ?? USUAL[`${name}.${data.action}`];
    if (!answer) return { result: { ok: false, code: 'ACTION_NOT_FOUND', detail: {}, traceId: 't' } };
    const given = typeof answer === 'function' ? answer(data.input) : answer;
    return { result: given.ok === false ? { detail: {}, traceId: 't', ...given } : { ok: true, data: given } };
  });
  return {
    wx: { cloud: { init: () => {}, callFunction } },
    calls,
    of: (name) => calls.filter((call) => `${call.name}.${call.action}` === name),
  };
}

const ids = (n) => `0190aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`;
const balance = (lifetime, held = 0, redeemed = 0) => ({
  lifetime,
  held,
  redeemed,
  available: lifetime - held - redeemed,
});
const member = (n, name, more = {}) => ({
  residentId: ids(n),
  name,
  relation: '户主',
  sex: 'female',
  age: 72,
  isHead: n === 1,
  isAssisted: false,
  isBound: true,
  agreedToPool: false,
  lendingWaitsFor: null,
  namesWaitFor: null,
  mayActFor: n === 1,
  ...more,
});

/** A resident of 72 in a household of two, as household.me tells it. */
const me = {
  identityId: ids(90),
  isDemo: true,
  resident: { residentId: ids(1), name: '李桂芳', age: 72, sex: 'female', namesShown: false, namesWaitFor: null },
  household: {
    householdId: ids(10),
    number: 'LH0008',
    address: '浏河路8号',
    communityId: ids(20),
    communityName: '浏河社区',
    unitName: '第一网格',
    headId: ids(1),
    headPhone: null,
    poolAgreed: false,
    members: [member(1, '李桂芳'), member(2, '张德才', { relation: '配偶', isHead: false })],
    gridWorker: { name: '王敏', phone: '14000000001' },
  },
  wards: [],
  roles: [],
  application: null,
};
const role = (kind, more = {}) => ({
  roleId: ids(70),
  role: kind,
  unitId: ids(20),
  unitName: '浏河社区',
  communityId: ids(20),
  providerId: null,
  providerName: null,
  societyId: null,
  societyName: null,
  ...more,
});

module.exports = { createCloud, ids, balance, me, role };
