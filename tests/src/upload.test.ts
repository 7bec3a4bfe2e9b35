import { createHash } from 'node:crypto';
import { base64Of } from '../../src/api/base64';
import { type Sending, type SendPart, upload } from '../../src/api/upload';

const PART = 6;
const file = Uint8Array.from({ length: 20 }, (_, i) => 200 + i);
const fileHash = createHash('sha256').update(file).digest('hex');
const UNREACHABLE = { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' };

/** A server that keeps parts; a part of `loses` is not answered, `spoils` makes the first whole a wrong one. */
function serverOf({ loses = [] as number[], spoils = false, full = false } = {}) {
  const come = new Map<number, string>();
  const asked: string[] = [];
  const count = Math.ceil(file.length / PART);
  let isSpoilt = spoils;
  const missing = () => Array.from({ length: count }, (_, part) => part).filter((part) => !come.has(part));
  const send = async (name: string, input: { part?: number; partBase64?: string }) => {
    if (full) return { ok: false, code: 'UPLOADS_FULL', detail: {}, traceId: '' };
    const { part, partBase64 } = input;
    if (part === undefined || partBase64 === undefined) {
      asked.push(name);
      expect(input).toEqual({ kind: 'xlsx', fileHash, bytes: file.length });
      return { ok: true, data: { partBytes: PART, missing: missing(), forgottenAtMs: 0 } };
    }
    asked.push(`part ${part}`);
    if (loses.includes(part)) return UNREACHABLE;
    come.set(part, partBase64);
    if (missing().length > 0 || !isSpoilt) return { ok: true, data: { missing: missing().length } };
    isSpoilt = false;
    come.clear();
    return { ok: true, data: { missing: count } };
  };
  const whole = () => Buffer.concat([...come].sort(([a], [b]) => a - b).map(([, text]) => Buffer.from(text, 'base64')));
  return { send: send as unknown as SendPart, asked, whole };
}
const told: Sending[] = [];
const tell = (sending: Sending) => told.push(sending);
beforeEach(() => told.splice(0));

it('sends a file part by part and says how far it is', async () => {
  const { send, asked, whole } = serverOf();
  expect(await upload(send, 'xlsx', file, tell)).toEqual({ ok: true, fileHash });
  expect(asked).toEqual(['files.beginUpload', 'part 0', 'part 1', 'part 2', 'part 3']);
  expect(whole()).toEqual(Buffer.from(file));
  expect(told).toEqual([1, 2, 3, 4].map((part) => ({ part, of: 4 })));
});

it('asks once for a file that is there', async () => {
  const { send, asked } = serverOf();
  await upload(send, 'xlsx', file, tell);
  asked.splice(0);
  expect(await upload(send, 'xlsx', file, tell)).toEqual({ ok: true, fileHash });
  expect(asked).toEqual(['files.beginUpload']);
});

it('stops where the network is lost, and goes on from there', async () => {
  const loses = [2];
  const { send, asked, whole } = serverOf({ loses });
  expect(await upload(send, 'xlsx', file, tell)).toEqual(UNREACHABLE);
  loses.pop();
  asked.splice(0);
  told.splice(0);
  expect(await upload(send, 'xlsx', file, tell)).toEqual({ ok: true, fileHash });
  expect(asked).toEqual(['files.beginUpload', 'part 2', 'part 3']);
  expect(told).toEqual([
    { part: 3, of: 4 },
    { part: 4, of: 4 },
  ]);
  expect(whole()).toEqual(Buffer.from(file));
});

it('sends all again where what came was spoilt', async () => {
  const { send, asked, whole } = serverOf({ spoils: true });
  expect(await upload(send, 'xlsx', file, tell)).toEqual({ ok: true, fileHash });
  expect(asked.filter((one) => one === 'part 0')).toHaveLength(2);
  expect(whole()).toEqual(Buffer.from(file));
});

it('says why nothing can be sent', async () => {
  expect(await upload(serverOf({ full: true }).send, 'xlsx', file, tell)).toMatchObject({ code: 'UPLOADS_FULL' });
});

it('writes base64 as everybody does, at every length', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 73 + length) % 256);
    expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  }
});
