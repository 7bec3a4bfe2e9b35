/** @jest-environment jsdom */
const fs = require('node:fs');
const path = require('node:path');
const { createTaroApp } = require('./taro-weapp');
const { createCloud, me } = require('./cloud');
const { receipt, publicKey } = require('../data/receipt.json');

const DIST = path.join(__dirname, '../../dist/weapp');
const { accountId, seq } = receipt.entry;
const entry = { ...receipt.entry, unitName: '浏河社区', correctedBySeq: null };
const told = {
  ...{ entry, hash: receipt.hash, receipt, dueAtMs: receipt.entry.postedAtMs, publicKey, number: '20261107-7K4M-Q2XD' },
  ...{ holder: { kind: 'resident', name: '李桂芳', masked: '李＊芳' }, rule: null, verifyUrl: 'https://bank.test/r' },
};
const answers = { 'household.me': me };
const cloud = createCloud(answers);
let app;

beforeAll(() => {
  require('miniprogram-simulate');
  app = createTaroApp(DIST, { wx: cloud.wx });
}, 60_000);
beforeEach(() => {
  cloud.calls.length = 0;
  Object.assign(answers, { 'ledger.receipt': told, 'ledger.verifyReceipt': { verdict: 'genuine' } });
});

/** The words of the page once it has checked. */
const openReceipt = async () => {
  const page = await app.open('pages/receipt/index', { account: accountId, seq: String(seq) });
  await page.settle(false, 400, 8_000);
  const words = page.text();
  page.close();
  return words;
};

describe('a receipt in WeChat, where nobody encodes text for us', () => {
  it('is checked on the phone, and then against what was published', async () => {
    expect(typeof TextEncoder).toBe('undefined');
    const words = await openReceipt();
    expect(words).toContain(receipt.entry.title);
    expect(words).toContain('是真的，没有被改动');
    expect(words).toContain('李桂芳');
    expect(words).toContain('20261107-7K4M-Q2XD');
    expect(words).not.toContain('谁也改不了');
    expect(cloud.of('ledger.verifyReceipt')[0].input).toEqual({ receipt });
  });

  it('is checked by the phone alone when nobody answers', async () => {
    answers['ledger.verifyReceipt'] = { ok: false, code: 'TOO_MANY' };
    expect(await openReceipt()).toContain('这台设备上核对过了');
  });

  it.each([
    ['altered', { ...receipt, entry: { ...receipt.entry, points: 500 } }],
    ['broken', { ...receipt, prevHash: 'no digits' }],
  ])('is shown, and said not to fit, when it is %s', async (_what, other) => {
    answers['ledger.receipt'] = { ...told, receipt: other };
    const words = await openReceipt();
    expect(words).toContain('和公布的校验码对不上');
    expect(words).toContain(receipt.entry.title);
    expect(cloud.of('ledger.verifyReceipt')).toEqual([]);
  });

  it('blames no receipt when the phone cannot reckon', async () => {
    const none = jest.spyOn(Uint8Array, 'from').mockImplementation(() => {
      throw new TypeError('not on this phone');
    });
    expect(await openReceipt()).toContain('是真的，没有被改动');
    answers['ledger.verifyReceipt'] = { ok: false, code: 'TOO_MANY' };
    expect(await openReceipt()).toContain('现在还没能核对');
    expect(none).toHaveBeenCalled();
    none.mockRestore();
  });
});

it('takes nothing to WeChat that encodes text by TextEncoder', () => {
  const files = fs.readdirSync(DIST, { recursive: true }).filter((file) => file.endsWith('.js'));
  const using = files.filter((file) => /\bText(En|De)coder\b/.test(fs.readFileSync(path.join(DIST, file), 'utf8')));
  expect(using).toEqual([]);
});
