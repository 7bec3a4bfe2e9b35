import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { defineAction, signedIn } from '../../cloudfunctions/kit/action';
import { read, write } from '../../cloudfunctions/kit/handler';
import type { Room } from '../../cloudfunctions/kit/room';
import type { FindPrincipal } from '../../cloudfunctions/kit/serve';
import { cloudFunction } from '../../cloudfunctions/platform';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS, testWorld } from '../support/world';

const database = useDatabase();
const look = defineAction({
  name: 'parlour.look',
  summary: 'Looks.',
  input: z.strictObject({}),
  output: z.strictObject({}),
  refusals: [],
  allow: [signedIn()],
  effect: 'read',
});
let done = 0;
const work = async () => {
  done += 1;
  return {};
};
const writeOf = (name: `parlour.${string}`) => write(defineAction({ ...look, name, effect: 'write' }), work);
const room: Room = {
  name: 'parlour',
  actions: [read(look, async () => ({})), writeOf('parlour.knock'), writeOf('parlour.ring')],
  refusals: {},
};
const findPrincipal: FindPrincipal = async () => ({
  ...{ identityId: randomUUID(), residentId: null, householdId: null, communityId: null, roles: [] },
});

let nowMs = TEST_NOW_MS;
beforeEach(() => {
  done = 0;
  nowMs += 3_600_000;
});
afterEach(() => {
  delete process.env.RATE_LIMIT_FACTOR;
});

const instance = () => cloudFunction(room, findPrincipal, () => testWorld(database, { clock: () => nowMs }));
const contextOf = (openid: string, more: Record<string, string> = {}) => ({
  request_id: 'r',
  environment: JSON.stringify({ WX_OPENID: openid, ...more }),
});
type Main = ReturnType<typeof instance>;
const call = (main: Main, action: string, openid = 'alice') =>
  main({ action, input: {}, ...(action !== 'look' && { requestId: randomUUID() }) }, contextOf(openid));
async function callTimes(mains: readonly Main[], times: number, action: string): Promise<string[]> {
  const codes: string[] = [];
  for (let i = 0; i < times; i++) {
    const answer = await call(mains[i % mains.length] as Main, action);
    codes.push(answer.ok ? 'ok' : answer.code);
  }
  return codes;
}
const count = (codes: readonly string[], code: string) => codes.filter((one) => one === code).length;

it('lets one person write 120 times a minute, over all instances, and does no work beyond', async () => {
  const mains = [instance(), instance()];
  const codes = await callTimes(mains, 130, 'knock');
  expect([count(codes, 'ok'), count(codes, 'TOO_MANY')]).toEqual([120, 10]);
  expect(done).toBe(120);
  expect(await call(instance(), 'knock')).toMatchObject({
    code: 'TOO_MANY',
    detail: { retryAtMs: nowMs + 60_000 },
    traceId: expect.any(String),
  });
});

it('counts every person, every action and every minute by itself', async () => {
  process.env.RATE_LIMIT_FACTOR = '0.001';
  const main = instance();
  for (const action of ['knock', 'look']) {
    expect(await callTimes([main], 2, action)).toEqual(['ok', 'TOO_MANY']);
    expect(await call(main, action, 'bob')).toMatchObject({ ok: true });
  }
  expect(await call(main, 'ring')).toMatchObject({ ok: true });
  nowMs += 60_000;
  for (const action of ['knock', 'look']) expect(await call(main, action)).toMatchObject({ ok: true });
});

it('lets one person read 600 times a minute at an instance, and keeps no count of it in the database', async () => {
  const codes = await callTimes([instance()], 601, 'look');
  expect([count(codes, 'ok'), codes.at(-1)]).toEqual([600, 'TOO_MANY']);
  const { rows } = await database.pool.query("select key from attempt where key like 'call parlour.look%'");
  expect(rows).toEqual([]);
});

it('counts writes that come all at once, and keeps no openid', async () => {
  const main = instance();
  const answers = await Promise.all(Array.from({ length: 125 }, () => call(main, 'ring', 'o-alice')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(120);
  const { rows } = await database.pool.query("select key from attempt where key like 'call parlour.ring%'");
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('o-alice');
});

it("takes the host's setting: 0 lets everything through, and what is no number is a fault", async () => {
  process.env.RATE_LIMIT_FACTOR = '0';
  expect(count(await callTimes([instance()], 130, 'knock'), 'ok')).toBe(130);
  process.env.RATE_LIMIT_FACTOR = 'many';
  expect(await call(instance(), 'knock')).toMatchObject({ code: 'FAULT' });
});

it('writes into the audit log from where the platform says that they came, whatever the event says', async () => {
  const main = instance();
  const from = async (context: Record<string, string>, event: object = {}): Promise<string | null> => {
    const sent = { action: 'ring', input: {}, requestId: randomUUID(), ...event };
    expect(await main(sent, contextOf(randomUUID(), context))).toMatchObject({ ok: true });
    const { rows } = await database.pool.query('select address_hash from audit_log order by id desc limit 1');
    return rows[0].address_hash?.toString('hex') ?? null;
  };
  const expected = testWorld(database).keys.hmac('address', '203.0.113.7').subarray(0, 12).toString('hex');
  expect(await from({ WX_CLIENTIP: '203.0.113.7' })).toBe(expected);
  expect(await from({ WX_CLIENTIP: '203.0.113.8' }, { WX_CLIENTIP: '203.0.113.7' })).not.toBe(expected);
  expect(await from({ WX_CLIENTIPV6: '203.0.113.7' })).toBe(expected);
  process.env.WX_CLIENTIP = '203.0.113.7';
  expect(await from({}, { WX_CLIENTIP: '203.0.113.7', address: '203.0.113.7' })).toBeNull();
});
