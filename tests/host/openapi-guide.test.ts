import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { liveCode, liveDigits, readScanned, STEP_MS, stepAt } from '../../cloudfunctions/activity/rules';
import { BODY_LIMIT_BYTES } from '../../cloudfunctions/host/api';
import { GUIDE } from '../../cloudfunctions/host/openapi/guide';
import { createKeys } from '../../cloudfunctions/kit/keys';
import {
  chain,
  type DayEntry,
  dayLeaves,
  FIRST_CHECKPOINT_HASH,
  FIRST_HEAD,
  makeCheckpoint,
  makeReceipt,
  pathAmong,
  type Receipt,
} from '../../cloudfunctions/ledger/rules';

/** What a stranger makes of the guide's words, with Node's own means and nothing of ours. */
const sectionOf = (title: string) => GUIDE.slice(GUIDE.indexOf(`## ${title}`)).split('\n## ')[0] ?? '';
const said = (section: string, pattern: RegExp) => pattern.exec(section)?.[1] ?? '';

describe('the rotating code, by the words of the guide', () => {
  const text = sectionOf('The rotating check-in code');

  /** The steps 2 to 7, in their order. */
  function byTheWords(key: string, shortId: string, nowMs: number, epochMs: number, stepMs: number) {
    const n = Math.floor((nowMs - epochMs) / stepMs);
    const head = `1${shortId}${Buffer.from([n >> 16, n >> 8, n]).toString('base64url')}`;
    const mac = createHmac('sha256', Buffer.from(key, 'base64url')).update(head, 'ascii').digest();
    const code = head + mac.subarray(0, 12).toString('base64url');
    const o = (mac[31] as number) & 15;
    const number = mac.readUInt32BE(o) & 0x7fffffff;
    return { n, head, code, digits: String(number % 1_000_000).padStart(6, '0') };
  }
  const example = {
    key: said(text, /`key` = `([\w-]+)`/),
    shortId: said(text, /`shortId` = `([\w-]+)`/),
    nowMs: Number(said(text, /now = (\d+)/)),
    epochMs: Number(said(text, /`epochMs` = (\d+)/)),
    stepMs: Number(said(text, /`stepMs` = (\d+)/)),
  };

  it('gives the worked example', () => {
    const { key, shortId, nowMs, epochMs, stepMs } = example;
    const made = byTheWords(key, shortId, nowMs, epochMs, stepMs);
    expect(text).toContain(`n = ${made.n}, head = \`${made.head}\`, code = \`${made.code}\``);
    expect(text).toContain(`digits = \`${made.digits}\``);
  });

  it('gives the published vectors, the example among them, and what the server takes', () => {
    const vectors = JSON.parse(readFileSync('tests/data/live-code-vectors.json', 'utf8'));
    for (const { key, shortId, ms, code, digits } of vectors) {
      expect(byTheWords(key, shortId, ms, example.epochMs, example.stepMs)).toMatchObject({ code, digits });
      const bytes = Buffer.from(key, 'base64url');
      expect([liveCode(bytes, shortId, stepAt(ms)), liveDigits(bytes, shortId, stepAt(ms))]).toEqual([code, digits]);
      for (const scanned of [code, `https://elsewhere.test/a/${code}`])
        expect(readScanned(scanned)).toMatchObject({ kind: 'live', code: { text: code } });
      expect(readScanned(`${digits.slice(0, 3)} ${digits.slice(3)}`)).toEqual({ kind: 'digits', digits });
    }
    expect(vectors).toContainEqual(expect.objectContaining({ key: example.key, ms: example.nowMs }));
    expect(example.stepMs).toBe(STEP_MS);
  });
});

const sha256 = (...parts: readonly (Buffer | string)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const bytes = (hex: string) => Buffer.from(hex, 'hex');

/** The steps 1, 5, 6 and 7; a list of those that fail. */
function failingSteps(receipt: Receipt, publicKey: string): number[] {
  const { entry: e, checkpoint: c } = receipt;
  const fields = [e.accountId, e.seq, e.kind, e.points, e.title, e.source, e.sourceId, e.unitId, e.itemId];
  const rest = [e.itemVersion, e.deedDate, e.postedAtMs, e.correctsSeq];
  const hash = sha256(bytes(receipt.prevHash), JSON.stringify(['behaviour-bank entry v1', ...fields, ...rest]));
  let node = sha256(bytes('00'), bytes(receipt.hash));
  for (const { side, hash: sibling } of receipt.path)
    node = side === 'left' ? sha256(bytes('01'), bytes(sibling), node) : sha256(bytes('01'), node, bytes(sibling));
  const signed = JSON.stringify(['behaviour-bank checkpoint v1', c.unitId, c.day, c.leafCount, c.root, c.prevHash]);
  const spki = Buffer.concat([bytes(said(sectionOf('Receipts'), /SPKI in DER it is `([0-9a-f]+)`/)), bytes(publicKey)]);
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const passed: readonly [step: number, passed: boolean][] = [
    [1, hash.toString('hex') === receipt.hash],
    [5, node.toString('hex') === c.root && c.unitId === e.unitId],
    [6, sha256(signed).toString('hex') === c.hash],
    [7, verify(null, Buffer.from(signed), key, bytes(c.signature)) && c.keyId === publicKey.slice(0, 16)],
  ];
  return passed.flatMap(([step, isPassed]) => (isPassed ? [] : [step]));
}

describe('a receipt, by the words of the guide', () => {
  const keys = createKeys(Buffer.alloc(32, 7));
  const publicKey = keys.signingPublicKey.toString('hex');
  const unitId = '019aa000-0000-7000-8000-000000000001';
  const accounts = [2, 3, 4].map((n) => `019aa000-0000-7000-8000-00000000000${n}`);
  const booked = accounts.flatMap((accountId, i) => {
    const titles = ['清洁家园 "早"\n', '\u2028 a\\b', 'ü 🏮'].slice(i);
    const drafts = titles.map((title, k) => ({
      ...{ accountId, kind: 'credit' as const, points: k + 1, title, source: 'give' as const, sourceId: `s${k}` },
      ...{ unitId, itemId: null, itemVersion: k === 0 ? null : 1, deedDate: '2026-11-23' },
      ...{ postedAtMs: 1_795_406_400_000 + k, correctsSeq: null },
    }));
    return chain(FIRST_HEAD, drafts).entries;
  });
  /** The second of the first account was posted elsewhere: no leaf of this day, and yet under its head. */
  const ofTheDay = booked.filter(({ accountId, seq }) => accountId !== accounts[0] || seq !== 2);
  const heads: DayEntry[] = accounts.map(
    (accountId) => booked.findLast((one) => one.accountId === accountId) as DayEntry,
  );
  const leaves = dayLeaves(ofTheDay, heads);
  const day = { unitId, day: '2026-11-23', leaves, prevHash: FIRST_CHECKPOINT_HASH };
  const checkpoint = makeCheckpoint(day, keys);
  const receipts = ofTheDay.map(({ prevHash, hash, ...entry }) =>
    makeReceipt(entry, { prevHash, hash }, pathAmong(leaves, { ...entry, hash }), checkpoint),
  );

  it('passes for every entry of a day, and fails at the step that was altered', () => {
    for (const receipt of receipts) expect(failingSteps(receipt, publicKey)).toEqual([]);
    const [receipt] = receipts as [Receipt];
    const altered = (change: Partial<Receipt>) => failingSteps({ ...receipt, ...change }, publicKey);
    expect(altered({ entry: { ...receipt.entry, points: 9 } })).toEqual([1]);
    expect(altered({ path: receipt.path.slice(1) })).toEqual([5]);
    expect(altered({ checkpoint: { ...checkpoint, leafCount: 1 } })).toEqual([6, 7]);
  });

  it('finds the root of all leaves, made anew as steps 3 and 4 say', () => {
    const data = accounts.flatMap((accountId) => {
      const own = ofTheDay.filter((one) => one.accountId === accountId).sort((a, b) => a.seq - b.seq);
      const head = booked.filter((one) => one.accountId === accountId).at(-1);
      const last = JSON.stringify(['head', accountId, head?.seq, head?.hash.toString('hex')]);
      return [...own.map(({ hash }) => hash), Buffer.from(last)];
    });
    expect(data).toHaveLength(checkpoint.leafCount);
    let row = data.map((leaf) => sha256(bytes('00'), leaf));
    while (row.length > 1)
      row = row.flatMap((left, i) => {
        const right = row[i + 1];
        if (i % 2 === 1) return [];
        return [right ? sha256(bytes('01'), left, right) : left];
      });
    expect(row[0]?.toString('hex')).toBe(checkpoint.root);
  });

  it('hangs each entry on the one before it, as step 2 says', () => {
    for (const { accountId, seq, prevHash } of booked) {
      const before = booked.find((one) => one.accountId === accountId && one.seq === seq - 1);
      expect(prevHash).toEqual(before?.hash ?? Buffer.alloc(32));
    }
  });

  it('has a worked example that is right', () => {
    const text = sectionOf('Receipts');
    const example = said(text, /the entry `(\[.*\])`/);
    expect(JSON.stringify(JSON.parse(example))).toBe(example);
    expect(said(text, /has the hash\s+`([0-9a-f]{64})`/)).toBe(sha256(Buffer.alloc(32), example).toString('hex'));
    const [, accountId, seq, kind, points, title, source, sourceId, ...more] = JSON.parse(example);
    const [of, itemId, itemVersion, deedDate, postedAtMs, correctsSeq] = more;
    const draft = { accountId, kind, points, title, source, sourceId, unitId: of, itemId, itemVersion, deedDate };
    const [entry] = chain(FIRST_HEAD, [{ ...draft, postedAtMs, correctsSeq }]).entries;
    expect([entry?.seq, entry?.hash.toString('hex')]).toEqual([seq, said(text, /has the hash\s+`([0-9a-f]{64})`/)]);
  });
});

it('tells the limits that the host keeps', () => {
  const text = sectionOf('Limits');
  expect(text).toContain(`A body is ${BODY_LIMIT_BYTES / 1024} kB at most, `);
  expect(text).toContain('600 calls of each reading and 120 of each writing action per person');
});
