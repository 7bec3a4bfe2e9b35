import { readFileSync } from 'node:fs';
import { liveCode, liveDigits, STEP_MS, stepAt } from '../../cloudfunctions/activity/rules';
import { fromBase64Url } from '../../cloudfunctions/values/live-code';
import { drawAt } from '../../src/activity/live-code/code';

interface Vector {
  readonly key: string;
  readonly shortId: string;
  readonly ms: number;
  readonly code: string;
  readonly digits: string;
}
const vectors = JSON.parse(readFileSync('tests/data/live-code-vectors.json', 'utf8')) as Vector[];
const EPOCH_MS = Date.UTC(2026, 0, 1);
const clockwork = (key: string, shortId: string) => ({
  key: fromBase64Url(key),
  shortId,
  epochMs: EPOCH_MS,
  stepMs: STEP_MS,
});

describe("the organiser's device", () => {
  it.each(vectors)('draws the code of $shortId at $ms as the vectors have it', ({ key, shortId, ms, code, digits }) => {
    expect(drawAt(clockwork(key, shortId), ms)).toMatchObject({ code, digits });
  });

  it('reads a key of any bytes as the server wrote it', () => {
    const bytes = Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 83 + 251) & 255));
    expect(Buffer.from(fromBase64Url(bytes.toString('base64url')))).toEqual(bytes);
  });

  it('agrees with the server at many moments of many activities', () => {
    for (let i = 0; i < 300; i++) {
      const key = Buffer.alloc(32, i * 7 + 3);
      const shortId = `aB3_-x${String(i % 100).padStart(2, '0')}`;
      const ms = EPOCH_MS + i * 1_234_567_891;
      const drawn = drawAt(clockwork(key.toString('base64url'), shortId), ms);
      expect(drawn.code).toBe(liveCode(key, shortId, stepAt(ms)));
      expect(drawn.digits).toBe(liveDigits(key, shortId, stepAt(ms)));
    }
  });

  it('counts the seconds down to one and begins again with a new code', () => {
    const { key, shortId } = vectors[0] as Vector;
    const at = (ms: number) => drawAt(clockwork(key, shortId), EPOCH_MS + ms);
    expect(at(0).secondsLeft).toBe(30);
    expect(at(STEP_MS - 1).secondsLeft).toBe(1);
    expect(at(STEP_MS).secondsLeft).toBe(30);
    expect(at(STEP_MS).code).not.toBe(at(STEP_MS - 1).code);
  });
});
