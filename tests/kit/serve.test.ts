import { randomUUID } from 'node:crypto';
import type { World } from '../../cloudfunctions/kit/world';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS, testWorld } from '../support/world';
import { type Ask, NEWCOMER, openShelf, RESIDENT, STAFF } from './shelf';

const database = useDatabase();
let world: World;
let ask: Ask;
beforeAll(() => {
  world = testWorld(database);
  ask = openShelf(world);
});

const box = (label: string) => ({ label, size: 3 });
const boxes = async (label: string) =>
  (await database.db.selectFrom('job_lease').selectAll().where('holder', '=', label).execute()).length;
const auditOf = (traceId: string) =>
  database.db.selectFrom('audit_log').selectAll().where('trace_id', '=', traceId).execute();
const lastAudit = () => database.db.selectFrom('audit_log').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();

describe('what comes in', () => {
  it.each([
    ['an unknown field', { input: { ...box('a'), points: 9 }, requestId: randomUUID() }, 'input.points'],
    [
      'an unknown field below',
      { input: { ...box('a'), near: { ...box('b'), fragile: true, role: 'x' } } },
      'input.near.role',
    ],
    ['an unknown field of the envelope', { input: box('a'), requestId: randomUUID(), openid: 'x' }, 'openid'],
    ['a wrong kind of value', { input: { label: 7, size: 3 }, requestId: randomUUID() }, 'input.label'],
    ['a fraction', { input: { label: 'a', size: 1.5 }, requestId: randomUUID() }, 'input.size'],
    ['a missing field', { input: { label: 'a' }, requestId: randomUUID() }, 'input.size'],
    ['no request id', { input: box('a') }, 'requestId'],
    ['a request id that can be guessed', { input: box('a'), requestId: '1' }, 'requestId'],
    ['no object', 'put it there', 'body'],
    ['nothing', undefined, 'body'],
    ['null for an input', { input: null, requestId: randomUUID() }, 'input'],
    ['a NUL in a text', { input: box('a\0'), requestId: randomUUID() }, 'input.label'],
    [
      'a NUL in a text below',
      { input: { ...box('a'), near: { ...box('b\0'), fragile: true } }, requestId: randomUUID() },
      'input.near.label',
    ],
  ])('refuses %s and names the field', async (_what, body, field) => {
    const before = await boxes('a');
    const answer = await ask('put', body);
    expect(answer).toMatchObject({ ok: false, code: 'INVALID_INPUT', detail: { fields: [field] } });
    expect(await boxes('a')).toBe(before);
  });

  it('names each of several unknown fields, the first ten of them', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`extra${i}`, i]));
    const answer = await ask('put', { input: { ...box('a'), ...many }, requestId: randomUUID() });
    expect(answer).toMatchObject({
      detail: {
        fields: Array.from({ length: 10 }, (_, i) => `input.extra${i}`),
        why: Array(10).fill('unknown field'),
      },
    });
  });

  it('takes no keys that stand on every object for fields', async () => {
    const body = JSON.parse(
      `{"input": {"label": "a", "size": 3, "constructor": {"x": 1}}, "requestId": "${randomUUID()}"}`,
    );
    expect(await ask('put', body)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('does not repeat in a refusal what was sent', async () => {
    const answer = await ask('put', { input: { label: { secret: '14000000001' }, size: '14000000002' } });
    expect(JSON.stringify(answer)).not.toMatch(/1400000000/);
  });

  it('answers a verb that the room has not with a trace to ask after', async () => {
    const answer = await ask('burn', { input: {} });
    expect(answer).toMatchObject({
      ok: false,
      code: 'ACTION_NOT_FOUND',
      traceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});

describe('who may', () => {
  const put = (identityId: string | null) => ask('put', { input: box('who'), requestId: randomUUID() }, identityId);
  it('lets nobody in who is not signed in or not known', async () => {
    expect(await put(null)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await put(randomUUID())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await boxes('who')).toBe(0);
  });

  it('lets a newcomer do what needs no binding, and says so where it does', async () => {
    expect(await put(NEWCOMER)).toMatchObject({ ok: true });
    const sealing = await ask('seal', { input: { label: 'who' }, requestId: randomUUID() }, NEWCOMER);
    expect(sealing).toMatchObject({ code: 'NOT_ALLOWED', detail: { because: 'notBound' } });
  });

  it('asks for the role where the contract does', async () => {
    await ask('put', { input: box('seen by staff'), requestId: randomUUID() });
    const look = (identityId: string) => ask('look', { input: { label: 'seen by staff' } }, identityId);
    expect(await look(RESIDENT)).toMatchObject({ code: 'NOT_ALLOWED', detail: { because: 'role' } });
    expect(await look(STAFF)).toMatchObject({ ok: true, data: { size: 3 } });
  });
});

describe('a write', () => {
  it('gives its answer again to the same request, whatever happened since', async () => {
    const body = { input: box('once'), requestId: randomUUID() };
    const first = await ask('put', body);
    expect(await ask('put', { ...body, input: { size: 3, fragile: false, label: 'once' } })).toEqual(first);
    expect(await boxes('once')).toBe(1);
  });

  it('undoes what a refused handler wrote, keeps the refusal and publishes nothing', async () => {
    const published = await database.db.selectFrom('outbox').selectAll().execute();
    const body = { input: box('full'), requestId: randomUUID() };
    const first = await ask('put', body);
    expect(first).toMatchObject({ ok: false, code: 'SHELF_FULL', detail: { size: 3 } });
    expect(await boxes('full')).toBe(0);
    expect(await database.db.selectFrom('outbox').selectAll().execute()).toEqual(published);
    const again = await ask('put', body);
    expect({ ...again, traceId: '' }).toEqual({ ...first, traceId: '' });
    const row = await database.db
      .selectFrom('request_log')
      .selectAll()
      .where('request_id', '=', body.requestId)
      .execute();
    expect(row).toMatchObject([{ answer: { ok: false, code: 'SHELF_FULL', detail: { size: 3 } } }]);
  });

  it.each(['broken', 'odd'])('keeps nothing of a fault (%s), so that the request may be tried again', async (label) => {
    const body = { input: box(label), requestId: randomUUID() };
    const first = await ask('put', body);
    expect(first).toMatchObject({ ok: false, code: 'FAULT', detail: {} });
    expect(JSON.stringify(first)).not.toContain('board');
    expect(await boxes(label)).toBe(0);
    const kept = database.db.selectFrom('request_log').selectAll().where('request_id', '=', body.requestId);
    expect(await kept.execute()).toEqual([]);
    expect((await ask('put', body)) as { traceId: string }).not.toEqual(first);
  });

  it('refuses an id that came before from somebody else or for another action', async () => {
    const body = { input: { label: 'mine', size: 1 }, requestId: randomUUID() };
    expect(await ask('put', body)).toMatchObject({ ok: true });
    expect(await ask('put', body, STAFF)).toMatchObject({ code: 'REQUEST_ID_REUSED' });
    const sealing = { input: { label: 'mine' }, requestId: body.requestId };
    expect(await ask('seal', sealing)).toMatchObject({ code: 'REQUEST_ID_REUSED' });
    expect(await boxes('mine')).toBe(1);
  });

  it('gives a secret with the first answer and every repetition, and keeps it nowhere', async () => {
    const body = { input: { label: 'sealed' }, requestId: randomUUID() };
    const first = (await ask('seal', body)) as { data: { boxId: string; secret: string } };
    expect(first.data.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await ask('seal', body)).toEqual(first);
    const kept = database.db.selectFrom('request_log').select('answer').where('request_id', '=', body.requestId);
    expect((await kept.executeTakeFirstOrThrow()).answer).toEqual({ boxId: first.data.boxId });
  });

  it('publishes its events in the same transaction', async () => {
    const answer = (await ask('put', { input: box('told'), requestId: randomUUID() })) as { data: { boxId: string } };
    const last = await database.db.selectFrom('outbox').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
    expect(last).toMatchObject({ topic: 'boxPut', payload: { boxId: answer.data.boxId } });
  });
});

describe('the audit log', () => {
  it('says who did what to what, when, how it ended, and from where without telling the address', async () => {
    const answer = await ask('put', { input: box('seen'), requestId: randomUUID() }, RESIDENT, '203.0.113.7');
    const row = await lastAudit();
    const { boxId } = (answer as { data: { boxId: string } }).data;
    expect(row).toMatchObject({
      at: new Date(TEST_NOW_MS),
      identity_id: RESIDENT,
      resident_id: RESIDENT,
      action: 'shelf.put',
      target_kind: 'box',
      target_id: boxId,
      outcome: 'ok',
      detail: { size: 3 },
    });
    expect(row.address_hash).toEqual(world.keys.hmac('address', '203.0.113.7').subarray(0, 12));
    expect(JSON.stringify(row)).not.toContain('203.0.113.7');
  });

  it('keeps refusals with their code, and a repetition adds no line', async () => {
    const body = { input: box('full'), requestId: randomUUID() };
    const first = (await ask('put', body)) as { traceId: string };
    const again = (await ask('put', body)) as { traceId: string };
    expect(await auditOf(first.traceId)).toMatchObject([{ outcome: 'SHELF_FULL', target_kind: 'box' }]);
    expect(await auditOf(again.traceId)).toEqual([]);
  });

  it('keeps a read only when it noted something, found or not', async () => {
    await ask('put', { input: box('read'), requestId: randomUUID() });
    const before = (await lastAudit()).id;
    await ask('look', { input: { label: 'read' } }, STAFF);
    expect((await lastAudit()).id).toBe(before);
    await ask('look', { input: { label: 'read', noted: true } }, STAFF);
    expect(await lastAudit()).toMatchObject({ action: 'shelf.look', target_id: 'read', outcome: 'ok' });
    await ask('look', { input: { label: 'nowhere', noted: true } }, STAFF);
    expect(await lastAudit()).toMatchObject({ target_id: 'nowhere', outcome: 'BOX_NOT_FOUND' });
  });
});
