import { randomUUID } from 'node:crypto';
import { createLog } from '../../cloudfunctions/kit/log';
import { useDatabase } from '../support/database';
import { testWorld } from '../support/world';
import { openShelf } from './shelf';

const PHONE = '14012345678';
const NAME = '金丝雀';

function logTo() {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  return { log, lines, text: () => lines.join('') };
}

describe('what never reaches a log line', () => {
  it('are fields that could hold personal data or secrets, however deep', () => {
    const { log, text } = logTo();
    const person = { name: NAME, phone: PHONE, address: NAME, idTail: '123X', openid: 'o-secret' };
    log.info(person);
    log.info({ a: { b: { c: { d: { person } } } }, list: [[{ person }]] });
    log.info({
      token: 's3cret',
      partBase64: 's3cret',
      deep: { cookie: 's3cret', qr: 's3cret', a: { b: { c: { key: 's3cret' } } } },
    });
    expect(text()).not.toMatch(/金丝雀|14012345678|123X|o-secret|s3cret/);
  });

  it('are phone numbers in an error, its cause, a row that the database quotes, or the words themselves', () => {
    const { log, text, lines } = logTo();
    const cause = Object.assign(new Error(`no reply from ${PHONE}`), { address: NAME });
    const fault = Object.assign(new Error(`duplicate (${PHONE})`, { cause }), {
      code: '23505',
      constraint: 'personal_once',
      detail: `Key (phone)=(${PHONE}) of ${NAME} exists`,
      where: NAME,
    });
    log.error({ err: fault });
    log.error(fault);
    log.warn(`${PHONE} called`);
    log.info({ note: `call ${PHONE}` }, 'about %s', PHONE);
    expect(text()).not.toMatch(/金丝雀|14012345678/);
    expect(JSON.parse(lines[0] as string).err).toMatchObject({
      type: 'Error',
      message: 'duplicate (…)',
      errorCode: '23505',
      constraint: 'personal_once',
      stack: expect.stringContaining('log.test'),
      cause: { message: 'no reply from …' },
    });
  });

  it('are buffers and what refers to itself', () => {
    const { log, text } = logTo();
    const ring: { self?: object; bytes: Buffer } = { bytes: Buffer.from(PHONE) };
    ring.self = ring;
    log.info({ ring });
    expect(text()).toContain('…');
    expect(text()).not.toContain(String(PHONE.charCodeAt(0)).repeat(2));
  });
});

it('leaves ids, times and codes to be read', () => {
  const { log, lines } = logTo();
  const [traceId, atMs] = [randomUUID(), 1_795_395_600_000];
  log.info({ traceId, action: 'award.give', outcome: 'CAP_REACHED', ms: 12, atMs }, 'answered');
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    traceId,
    action: 'award.give',
    outcome: 'CAP_REACHED',
    ms: 12,
    atMs,
    msg: 'answered',
  });
});

describe('a request', () => {
  const database = useDatabase();

  it('writes one line with its trace, its outcome and its time, and nothing of what was sent', async () => {
    const { log, lines, text } = logTo();
    const ask = openShelf({ ...testWorld(database), log });
    const put = (label: string) => ask('put', { input: { label, size: 1 }, requestId: randomUUID() });
    await put(PHONE);
    await put('full');
    const fault = await put('broken');
    await ask('put', { input: { label: PHONE, wrong: PHONE }, requestId: randomUUID() });
    expect(text()).not.toContain(PHONE);
    const written = lines.map((line) => JSON.parse(line));
    expect(written.map((line) => line.outcome)).toEqual(['ok', 'SHELF_FULL', 'FAULT', 'INVALID_INPUT']);
    expect(written[2]).toMatchObject({
      level: 50,
      action: 'shelf.put',
      traceId: (fault as { traceId: string }).traceId,
      err: { message: 'the board broke' },
    });
    for (const line of written) expect(line.ms).toBeGreaterThanOrEqual(0);
  });
});
