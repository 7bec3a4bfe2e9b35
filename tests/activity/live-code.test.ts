import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  digitsAround,
  judgeDigits,
  judgeLiveCode,
  keyVersionAt,
  LIVE_CODE_EPOCH_MS,
  liveCode,
  liveDigits,
  parseLiveCode,
  readScanned,
  STEP_MS,
  stepAt,
} from '../../cloudfunctions/activity/rules';

interface Vector {
  readonly key: string;
  readonly shortId: string;
  readonly ms: number;
  readonly step: number;
  readonly code: string;
  readonly digits: string;
}
const vectors = JSON.parse(readFileSync('tests/data/live-code-vectors.json', 'utf8')) as Vector[];

const key = Buffer.alloc(32, 7);
const shortId = 'aB3_-xyZ';
const keys = { good: [key], former: [Buffer.alloc(32, 6)] };
const nowMs = Date.UTC(2026, 10, 23, 1, 0, 15);
const codeAt = (ms: number) => liveCode(key, shortId, stepAt(ms));
const judge = (text: string) => {
  const code = parseLiveCode(text);
  return code ? judgeLiveCode(keys, code, nowMs) : 'forged';
};

/** Written a second time, with Node's own HMAC and other means, so that the vectors do not come from what they test. */
function codeByHand(keyBytes: Buffer, id: string, step: number): { code: string; digits: string } {
  const stepBytes = Buffer.alloc(4);
  stepBytes.writeUInt32BE(step);
  const head = `1${id}${stepBytes.subarray(1).toString('base64').replaceAll('+', '-').replaceAll('/', '_')}`;
  const mac = createHmac('sha256', keyBytes).update(head, 'ascii').digest();
  const cut = mac.readUInt32BE((mac[31] as number) % 16) % 2 ** 31;
  const tag = mac.toString('base64').slice(0, 16).replaceAll('+', '-').replaceAll('/', '_');
  return { code: head + tag, digits: `${cut % 1_000_000}`.padStart(6, '0') };
}

it.each(vectors)('gives the published code and digits at $ms', (vector) => {
  const bytes = Buffer.from(vector.key, 'base64url');
  expect(stepAt(vector.ms)).toBe(vector.step);
  expect(liveCode(bytes, vector.shortId, vector.step)).toBe(vector.code);
  expect(liveDigits(bytes, vector.shortId, vector.step)).toBe(vector.digits);
});

it('agrees with a second implementation for any key, activity and step', () => {
  const id = fc.uint8Array({ minLength: 6, maxLength: 6 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => Buffer.from(array));
  fc.assert(
    fc.property(bytes, id, fc.integer({ min: 0, max: 2 ** 24 - 1 }), (keyBytes, anyId, step) => {
      const { code, digits } = codeByHand(keyBytes, anyId, step);
      expect(liveCode(keyBytes, anyId, step)).toBe(code);
      expect(liveDigits(keyBytes, anyId, step)).toBe(digits);
      expect(parseLiveCode(code)).toEqual({ shortId: anyId, step, text: code });
    }),
  );
});

it('counts steps of 30 seconds from the first of January 2026, UTC', () => {
  expect(stepAt(LIVE_CODE_EPOCH_MS)).toBe(0);
  expect(stepAt(LIVE_CODE_EPOCH_MS + STEP_MS - 1)).toBe(0);
  expect(stepAt(Date.parse('2026-01-01T08:01:00+08:00'))).toBe(2);
});

it('takes the code of this step, the one before and the one after', () => {
  for (const seconds of [-30, 0, 30]) expect(judge(codeAt(nowMs + seconds * 1000))).toBe('good');
});

it('knows a code of the last minutes as an old one, and one that is further off as that of a wrong clock', () => {
  expect(judge(codeAt(nowMs - 90_000))).toBe('old');
  expect(judge(codeAt(nowMs - 300_000))).toBe('old');
  for (const astrayMs of [-360_000, -86_400_000, 90_000, 8 * 3_600_000])
    expect(judge(codeAt(nowMs + astrayMs))).toBe('astray');
});

it('knows the code of a key that was renewed, and takes it no more', () => {
  const former = liveCode(Buffer.alloc(32, 6), shortId, stepAt(nowMs));
  expect(judge(former)).toBe('former');
  expect(judgeDigits(keys, shortId, liveDigits(Buffer.alloc(32, 6), shortId, stepAt(nowMs)), nowMs)).toBe('former');
});

it('counts the renewals that have come: the last day of a role is known before it is over', () => {
  expect([-1, 0, 29_999, 30_000].map((ms) => keyVersionAt([0, 30_000], ms))).toEqual([1, 2, 2, 3]);
});

it('finds the digits of a device in another time zone, or an hour and a half slow, and no others', () => {
  const hourMs = nowMs - (nowMs % 3_600_000);
  const drawn = digitsAround(key, shortId, hourMs);
  for (const astrayMs of [-5_400_000, 600_000, 8 * 3_600_000, -12 * 3_600_000])
    expect(drawn.has(liveDigits(key, shortId, stepAt(nowMs + astrayMs)))).toBe(true);
  expect(drawn.has(liveDigits(key, shortId, stepAt(nowMs + 20 * 3_600_000)))).toBe(false);
  expect(drawn.size).toBeLessThan(3_200); // a guess is hardly ever taken for one
});

it('takes none of 10,000 forged codes', () => {
  const random = fc.sample(fc.uint8Array({ minLength: 12, maxLength: 12 }), { numRuns: 10_000, seed: 20261123 });
  const head = codeAt(nowMs).slice(0, 13);
  const judged = random.map((tag) => judge(head + Buffer.from(tag).toString('base64url')));
  expect(new Set(judged)).toEqual(new Set(['forged']));
});

it('takes no code of which any single character was changed', () => {
  const code = codeAt(nowMs);
  for (let i = 0; i < code.length; i++)
    for (const letter of 'AQgw05-_') {
      if (letter !== code[i]) expect(judge(code.slice(0, i) + letter + code.slice(i + 1))).toBe('forged');
    }
});

it("takes no code made with another activity's key", () => {
  expect(judge(liveCode(Buffer.alloc(32, 8), shortId, stepAt(nowMs)))).toBe('forged');
});

it('knows typed digits as good, old or wrong', () => {
  const digitsAt = (ms: number) => liveDigits(key, shortId, stepAt(ms));
  expect(judgeDigits(keys, shortId, digitsAt(nowMs - 30_000), nowMs)).toBe('good');
  expect(judgeDigits(keys, shortId, digitsAt(nowMs - 90_000), nowMs)).toBe('old');
  expect(judgeDigits(keys, shortId, digitsAt(nowMs - 3_600_000), nowMs)).toBe('forged');
  expect(judgeDigits(keys, shortId, digitsAt(nowMs + 120_000), nowMs)).toBe('forged');
});

it('reads the bare code, its address, digits as people type them, and a poster', () => {
  const text = codeAt(nowMs);
  const code = parseLiveCode(text);
  expect(readScanned(text)).toEqual({ kind: 'live', code });
  expect(readScanned(`https://bank.example.org/a/${text}`)).toEqual({ kind: 'live', code });
  expect(readScanned('１２３ 456')).toEqual({ kind: 'digits', digits: '123456' });
  expect(readScanned(`https://bank.example.org/p/${shortId}`)).toEqual({ kind: 'poster', shortId });
  expect(readScanned(shortId)).toEqual({ kind: 'poster', shortId });
});

it.each(['', '12345', '1234567', 'https://bank.example.org/a/', `x${'A'.repeat(29)}`, `2${'A'.repeat(28)}`])(
  'does not understand %p',
  (text) => {
    expect(readScanned(text)).toEqual({ kind: 'unknown' });
  },
);
