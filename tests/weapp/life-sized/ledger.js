const { generateKeyPairSync, sign } = require('node:crypto');
const { balance, DAY_MS, dayFromNow, ids, many, nameOf, NOW, pageOf, pick } = require('./made-up');
const { COMMUNITY, ofHousehold } = require('./people');
const { receipt, publicKey } = require('../../data/receipt.json');

const KINDS = ['credit', 'credit', 'credit', 'hold', 'redeem', 'credit', 'correction'];
const ENTRIES = 400;
/** Newest first, two every three days: some thirteen months. */
const entry = (n) => {
  const seq = ENTRIES - n;
  const kind = seq === 1 ? 'credit' : pick(KINDS, n);
  return {
    accountId: ids(2, 0),
    seq,
    kind,
    points: 5,
    title: kind === 'hold' || kind === 'redeem' ? `免费体检（第 ${seq} 笔）` : `参加清洁家园活动（第 ${seq} 笔）`,
    source: { credit: 'checkIn', hold: 'voucher', redeem: 'voucher', correction: 'correction' }[kind],
    deedDate: dayFromNow(-n),
    postedAtMs: NOW - n * DAY_MS,
    unitName: '浏河社区',
    correctsSeq: kind === 'correction' ? seq - 1 : null,
    correctedBySeq: null,
  };
};
const entries = many(ENTRIES, entry);
const monthsOf = (page) =>
  [...new Set(page.map(({ deedDate }) => deedDate.slice(0, 7)))].map((month) => ({
    month,
    credited: 90,
    redeemed: 20,
    corrected: 5,
    held: 20,
    released: 0,
  }));

const corrections = many(100, (n) => ({
  correctionId: ids(30, n),
  entry: { ...entries[n], kind: 'credit', source: 'give', correctsSeq: null },
  holder: {
    kind: 'resident',
    id: ids(2, n),
    name: nameOf(n),
    householdId: ids(3, n),
    householdHead: nameOf(n),
  },
  proposedByName: nameOf(n + 1),
  reason: pick(['postedTwice', 'wrongPerson', 'wrongItem', 'didNotHappen'], n),
  proposedBy: ids(2, n),
  proposedAtMs: NOW - n * DAY_MS,
}));

const leftOut = (count) =>
  many(Math.min(count, 300), (i) => ({
    ...{ kind: 'resident', id: ids(2, i), name: nameOf(i), capTimes: 4, leftPoints: null },
    ...{ refusal: pick(['CAP_REACHED', 'OWN_HOUSEHOLD', 'COUNTED_ALREADY', 'ACCOUNT_CLOSED'], i) },
    cap: i % 4 ? null : pick(['personDay', 'personMonth', 'householdYear'], i / 4),
  }));
const waitingAwards = many(100, (n) => ({
  waitingId: ids(31, n),
  itemName: `参加清洁家园活动（第 ${n} 件）`,
  policyDocumentNumber: '浏居发〔2026〕6号',
  ...{ points: 200, pointsAlone: 100, limitOf: n % 2 ? 'each' : 'together', itemVersion: 3, giverLeftPoints: 12_000 },
  ...{ deedDate: dayFromNow(0), isOwn: n % 10 === 0, isFamily: n % 7 === 1 },
  words: many(n % 20, (i) => ({
    byName: nameOf(i),
    atMs: NOW - i * 60_000,
    words: '这四十位是哪几天去的？谁看见的？',
  })),
  ...{ givenBy: ids(2, n), givenByName: nameOf(n), givenAtMs: NOW - n * DAY_MS },
  evidence: '现场照片在网格员手机里',
  holders: many(300, (i) => ({ kind: 'resident', id: ids(2, i), name: nameOf(i), householdNumber: `LH${i}` })),
  leftOut: leftOut(n * 3),
}));
const decidedAwards = many(200, (n) => ({
  ...{ waitingId: ids(32, n), title: `参加清洁家园活动（第 ${n} 件）`, points: 200, holders: 186 },
  ...{ deedDate: dayFromNow(-n), givenByName: nameOf(n), givenAtMs: NOW - n * DAY_MS, isOwn: n % 3 === 0 },
  ...{ state: pick(['signed', 'turnedDown', 'withdrawn'], n), because: n % 3 === 1 ? '没有这回事' : null },
  ...{ decidedByName: nameOf(n + 1), decidedAtMs: NOW - n * DAY_MS + 3_600_000 },
  words: many(n % 20, (i) => ({ byName: nameOf(i), atMs: NOW - i * 60_000, words: '这几位是哪天去的？' })),
  leftOut: leftOut(n % 40),
}));
const record = (n) => ({
  ...{ residentId: ids(2, n), name: nameOf(n), age: 70, address: `浏河路${n + 1}号2单元803` },
  ...{ householdNumber: `LH${String(n).padStart(4, '0')}`, phoneTail: String(1_000 + n), isBound: n % 2 === 0 },
});
const merges = many(60, (n) => ({
  ...{ mergeId: ids(61, n), kind: n % 5 ? 'merge' : 'part', survivor: record(n), merged: record(n + 100) },
  ...{ reason: 'showedPaper', proposedByName: nameOf(n + 7), isOwn: n % 4 === 0, proposedAtMs: NOW - n * 3_600_000 },
}));
const secondLooks = many(100, (n) => ({
  ...{ householdId: ids(3, n), householdNumber: `LH${n}`, memberNames: many(5, (i) => nameOf(n + i)) },
  ...{ registeredByName: nameOf(n), registeredAtMs: NOW - n * DAY_MS, askedByName: nameOf(n + 1), askedAtMs: NOW },
  mayLook: n % 10 > 0,
  given: many(5, (i) => ({ givenByName: nameOf(i), points: 50, count: 10 })),
}));

const checkpoints = many(365, (n) => ({ ...receipt.checkpoint, unitId: COMMUNITY, day: dayFromNow(-n - 1) }));

const { unitId: _c, leafCount: _l, ...signed } = receipt.checkpoint;
const nights = many(365, (n) => ({ ...signed, count: 56, day: dayFromNow(-n - 1) }));

/** By three keys, as many as a page holds, each good: so that a device reckons as much as it ever has to. */
const signers = many(3, (n) => ({ name: `村务监督委员会第 ${n} 组`, ...generateKeyPairSync('ed25519') }));
const rawOf = (key) => key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const countersignature = (n) => {
  const { name, publicKey: key, privateKey } = signers[n % 3];
  const { unitId, day, hash } = checkpoints[Math.floor(n / 3)];
  const text = JSON.stringify(['behaviour-bank countersignature v1', unitId, day, hash, NOW]);
  const signature = sign(null, Buffer.from(text), privateKey).toString('hex');
  return { unitId, day, hash, signedAtMs: NOW, signature, name, publicKey: rawOf(key) };
};

const { sourceId: _s, unitId: _u, itemId: _i, itemVersion: _v, ...told } = receipt.entry;

/** Eight hundred of one day, in four goes. */
const givenToday = many(800, (n) => ({
  deedId: `deed ${Math.floor(n / 200)}`,
  title: '为独居老人送餐',
  evidence: '送到家门口，老人签了字，单子在网格员那里',
  holder: { kind: 'resident', id: ids(2, n), name: nameOf(n) },
  householdNumber: `LH${String(n).padStart(4, '0')}`,
  points: 5,
  entrySeq: 7,
  deedDate: dayFromNow(0),
  postedAtMs: NOW - n * 1_000,
  state: n % 9 ? 'stands' : 'correctionWaiting',
  withdrawUntilMs: n % 9 ? NOW + 3_000_000 : null,
}));

const answers = {
  'ledger.balance': () => ({
    holderId: ids(2, 0),
    holderKind: 'resident',
    balance: balance(1_413, 20, 300),
    household: ofHousehold,
    months: many(36, (n) => ({ month: dayFromNow(-30 * (36 - n)).slice(0, 7), credited: 20 + n })),
  }),
  'ledger.passbook': (input) => {
    const { page, nextCursor } = pageOf(entries, input, 30);
    return { entries: page, months: monthsOf(page), nextCursor };
  },
  'ledger.corrections': (input) => {
    const { page, nextCursor } = pageOf(corrections, input, 20);
    return { corrections: page, nextCursor };
  },
  'ledger.receipt': () => ({
    entry: { ...entries[0], ...told, correctedBySeq: null },
    hash: receipt.hash,
    receipt,
    dueAtMs: receipt.entry.postedAtMs,
    publicKey,
    ...{ number: '20261107-7K4M-Q2XD', verifyUrl: 'https://bank.test/pages/receipt-verify/index' },
    holder: { kind: 'resident', name: nameOf(0), masked: `${nameOf(0)[0]}＊＊` },
    rule: { name: '清洁家园', version: 3, points: 5, countedPer: '次', documentNumber: '浏居发〔2026〕6 号' },
  }),
  'ledger.holder': () => ({
    ...{ holderId: ids(2, 0), kind: 'resident', name: nameOf(0), communityName: '浏河社区', communityPhone: null },
    household: { number: 'LH0142', unitName: '浏河第三网格' },
  }),
  'ledger.nights': (input) => {
    const { page, nextCursor } = pageOf(nights, input, 31);
    return { heads: page, publicKey, keyId: receipt.checkpoint.keyId, nextCursor };
  },
  'ledger.verifyReceipt': () => ({ verdict: 'genuine' }),
  'ledger.checkpoints': (input) => {
    const { page, nextCursor } = pageOf(checkpoints, input, 31);
    return { checkpoints: page, publicKey, keyId: receipt.checkpoint.keyId, nextCursor };
  },
  'ledger.countersignatures': ({ day, limit = 31 }) => {
    const signed = many(limit, countersignature);
    return {
      countersignatures: signed.filter((one) => !day || one.day === day),
      countersigners: many(10, (n) => ({
        ...{
          countersignerId: ids(33, n),
          name: `村务监督委员会第 ${n} 组`,
          publicKey: rawOf(signers[n % 3].publicKey),
        },
        ...{ state: pick(['inForce', 'waiting', 'ending'], n), sinceMs: NOW, saidByMe: n % 2 === 0 },
      })),
      nextCursor: null,
    };
  },
  'award.recent': () => ({
    itemIds: many(12, (n) => ids(21, n)),
    residentIds: many(12, (n) => ids(2, n)),
    regularIds: many(12, (n) => ids(2, n + 12)),
    today: { people: 128, points: 640 },
  }),
  'award.neighbours': ({ limit = 10 }) => ({
    thanks: many(limit, (n) => ({
      holderKind: 'resident',
      name: `${nameOf(n)[0]}＊＊`,
      deed: '为独居老人送餐',
      category: '邻里互助',
      deedDate: dayFromNow(0),
      postedAtMs: NOW - n * 60_000,
    })),
  }),
  'award.waiting': (input) => {
    const { page, nextCursor } = pageOf(waitingAwards, input, 20);
    return { awards: page, nextCursor };
  },
  'award.decided': (input) => {
    const { page, nextCursor } = pageOf(decidedAwards, input, 10);
    return { awards: page, nextCursor };
  },
  'household.merges': (input) => {
    const { page, nextCursor } = pageOf(merges, input, 20);
    return { merges: page, nextCursor };
  },
  'reward.secondLooks': (input) => {
    const { page, nextCursor } = pageOf(secondLooks, input, 20);
    return { looks: page, nextCursor };
  },
  'organisation.limits': () => ({
    limits: [
      ...['itemPointsAlone', 'awardPointsAlone', 'awardPointsAtOnce', 'givenADay', 'givenToOneADay'],
      ...['givenAMonth', 'newHouseholdDays'],
    ].map((name) => ({
      ...{ name, value: 100, bound: 1_000, isSet: false },
    })),
  }),
  'award.givenToday': (input) => {
    const { page, nextCursor } = pageOf(givenToday, input, 50);
    const sum = { deeds: 4, count: 800, points: 4_000 };
    const turnedDown = many(5, (n) => ({
      ...{
        title: '照看独居老人',
        points: 150,
        holders: 40,
        because: '这件事请先问过老人家里，说清楚是哪几天',
        decidedByName: nameOf(n),
      },
      decidedAtMs: NOW - n * DAY_MS,
    }));
    const asked = many(5, (n) => ({
      ...{ waitingId: ids(31, n), title: '照看独居老人', points: 150, holders: 40 },
      ...{ question: '这四十位是哪几天去的？', askedByName: nameOf(n), askedAtMs: NOW - n * 60_000 },
    }));
    return { day: dayFromNow(0), sum, turnedDown, asked, awards: page, nextCursor };
  },
  'award.preview': ({ holders }) => ({
    points: 5,
    waiting: null,
    signers: null,
    postedCount: Math.floor(holders.length * 0.9),
    postedPoints: Math.floor(holders.length * 0.9) * 5,
    giver: { limitPoints: 5_000, leftPoints: 4_000, month: { limitPoints: 30_000, leftPoints: 12_000 } },
    results: holders.map((holder, n) => ({
      holder,
      refusal: n % 10 ? null : 'CAP_REACHED',
      cap: n % 10 ? null : 'personDay',
      capTimes: n % 10 ? null : 1,
      leftPoints: null,
      nearest: { cap: 'householdMonth', times: n % 3, capTimes: 4 },
      householdLeft: 4 - (n % 3),
    })),
  }),
};

/** What a link holds behind its #. */
const packed = Buffer.from(JSON.stringify({ receipt, name: '周＊＊', rule: '清洁家园，每次 5 分' })).toString(
  'base64url',
);

/** Each page as somebody opens it, and what is tapped there to see all that it can show. */
const visits = [
  { page: 'pages/passbook' },
  { page: 'pages/receipt', query: { account: ids(2, 0), seq: '7' } },
  { page: 'pages/passbook-print' },
  { page: 'pages/nights' },
  { page: 'pages/receipt-verify', query: { r: packed } },
  { page: 'pages/countersign' },
  { page: 'staff/corrections' },
  { page: 'staff/given' },
  { page: 'staff/second' },
  { page: 'staff/second', taps: ['看签过的，问过什么'], part: 'decided' },
  { page: 'staff/second', taps: ['新登记的'], part: 'looks' },
  { page: 'staff/second', taps: ['登记两次'], part: 'merges' },
  { page: 'staff/limits' },
];

module.exports = { answers, visits };
