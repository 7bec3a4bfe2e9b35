import { randomUUID } from 'node:crypto';
import { RENEWED_GRACE_MS } from '../../cloudfunctions/host/sessions';
import { addDays, businessDate } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { insertResident, insertUnits } from '../support/rows';
import { testWorld } from '../support/world';
import { addPersona, cookieOf, PRODUCTION, type Served, serveParlour } from './served';

const database = useDatabase();
const senior = randomUUID();
const staff = randomUUID();
let host: Served;
beforeAll(async () => {
  host = await serveParlour(database);
  await addPersona(host.world, 'senior', senior);
  await addPersona(host.world, 'staff', staff);
});

async function signIn(persona: string, headers: Record<string, string> = {}) {
  const response = await host.post('/api/session/demo', { persona }, headers);
  const { data } = (await response.json()) as { data: { token: string; expiresAtMs: number } };
  return { ...data, cookie: cookieOf(response), response };
}
const whoIs = async (headers: Record<string, string>) => {
  const response = await host.post('/api/parlour/who', {}, headers);
  const answer = (await response.json()) as { data?: { said: string }; code?: string };
  return answer.data?.said ?? answer.code;
};
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

it('lists the personas that the database holds', async () => {
  const { data } = await (await fetch(`${host.url}/api/session/personas`)).json();
  expect(data.personas.map(({ key }: { key: string }) => key)).toEqual(['senior', 'staff']);
  for (const persona of data.personas)
    expect(persona).toEqual({
      key: expect.any(String),
      title: expect.any(String),
      tryThis: expect.stringMatching(/。$/),
    });
});

it('signs in by cookie and by bearer token', async () => {
  const session = await signIn('senior');
  expect(session.response.status).toBe(200);
  expect(await whoIs({ cookie: session.cookie })).toBe(senior);
  expect(await whoIs(bearer(session.token))).toBe(senior);
  expect(session.expiresAtMs).toBeGreaterThan(host.world.clock() + 86_400_000);
});

it('gives a cookie that no script reads and no foreign page sends', async () => {
  const { response } = await signIn('senior');
  const cookie = response.headers.getSetCookie()[0] ?? '';
  expect(cookie).toMatch(/^session=/);
  for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag);
  expect(cookie).not.toContain('Secure');
});

it('says how long a browser keeps the cookie, whatever day its clock shows', async () => {
  const { response } = await signIn('senior');
  const cookie = response.headers.getSetCookie()[0] ?? '';
  expect(cookie).toMatch(/; Max-Age=2592000(;|$)/);
  expect(cookie).not.toContain('Expires');
});

it('keeps of a token only what it cannot be made from', async () => {
  const { token } = await signIn('senior');
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const { rows } = await database.ownerPool.query('select * from session');
  const kept = JSON.stringify(rows.map((row) => ({ ...row, token_hash: row.token_hash.toString('hex') })));
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
});

it('gives a new token at every sign-in and ends the one that came along', async () => {
  const first = await signIn('senior');
  const second = await signIn('staff', { cookie: first.cookie });
  expect(second.token).not.toBe(first.token);
  expect(await whoIs(bearer(first.token))).toBe('NOT_SIGNED_IN');
  expect(await whoIs(bearer(second.token))).toBe(staff);
});

it('never signs anybody in with a token that somebody else chose', async () => {
  const chosen = Buffer.alloc(32, 7).toString('base64url');
  const { token } = await signIn('senior', { cookie: `session=${chosen}` });
  expect(token).not.toBe(chosen);
  expect(await whoIs({ cookie: `session=${chosen}` })).toBe('NOT_SIGNED_IN');
});

it('does nothing for a page that was drawn for somebody else', async () => {
  const session = await signIn('staff');
  for (const proof of [{ cookie: session.cookie }, bearer(session.token)]) {
    expect(await whoIs({ ...proof, 'x-signed-in-as': senior })).toBe('SIGNED_IN_AS_OTHER');
    expect(await whoIs({ ...proof, 'x-signed-in-as': staff })).toBe(staff);
  }
  expect(await whoIs({ 'x-signed-in-as': staff })).toBe('NOT_SIGNED_IN');
});

it('signs out at once and for ever', async () => {
  const session = await signIn('senior');
  const out = await fetch(`${host.url}/api/session`, { method: 'DELETE', headers: { cookie: session.cookie } });
  expect(out.status).toBe(200);
  expect(out.headers.getSetCookie()[0]).toMatch(/^session=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
  expect(await whoIs({ cookie: session.cookie })).toBe('NOT_SIGNED_IN');
  expect(await whoIs(bearer(session.token))).toBe('NOT_SIGNED_IN');
  const again = await fetch(`${host.url}/api/session`, { method: 'DELETE', headers: { cookie: session.cookie } });
  expect(again.status).toBe(200);
});

it('signs out also with an empty body that calls itself JSON', async () => {
  const session = await signIn('senior');
  const headers = { cookie: session.cookie, 'content-type': 'application/json' };
  const out = await fetch(`${host.url}/api/session`, { method: 'DELETE', headers });
  expect([out.status, await out.json()]).toEqual([200, { ok: true, data: { signedIn: false } }]);
  expect(await whoIs({ cookie: session.cookie })).toBe('NOT_SIGNED_IN');
});

describe('when a role of theirs is given or ends', () => {
  const who = randomUUID();
  let nowMs = 0;
  let ageing: Served;
  let residentId: string;
  let grant: Record<'id' | 'unit', string>;
  beforeAll(async () => {
    nowMs = host.world.clock();
    ageing = await serveParlour(database, { world: testWorld(database, { clock: () => nowMs }) });
    const units = await insertUnits(database.db);
    residentId = await insertResident(database.db);
    grant = { id: randomUUID(), unit: units.communityId };
    await addPersona(ageing.world, 'householdHead', who);
    await database.ownerPool.query('update identity set resident_id = $2 where id = $1', [who, residentId]);
  });

  const enter = async () => cookieOf(await ageing.post('/api/session/demo', { persona: 'householdHead' }));
  const ask = (headers: Record<string, string>) => ageing.post('/api/parlour/who', {}, headers);
  const pass = (ms: number) => {
    nowMs += ms;
  };
  const give = () =>
    database.ownerPool.query(
      `insert into role_grant (id, resident_id, role, unit_id, valid_from, granted_at)
       values ($1, $2, 'gridWorker', $3, '2026-01-01', $4)`,
      [grant.id, residentId, grant.unit, new Date(nowMs)],
    );
  const end = () =>
    database.ownerPool.query('update role_grant set revoked_at = $2, revoked_by = resident_id where id = $1', [
      grant.id,
      new Date(nowMs),
    ]);

  it('exchanges the cookie once for all requests of the moment, and the old one ends two minutes later', async () => {
    const before = await enter();
    pass(1_000);
    await give();
    pass(1_000);
    const together = await Promise.all(Array.from({ length: 8 }, () => ask({ cookie: before })));
    expect(together.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const given = new Set(together.map(cookieOf));
    expect(given.size).toBe(1);
    const [after = ''] = given;
    expect(after).not.toBe(before);
    pass(RENEWED_GRACE_MS - 1);
    expect(cookieOf(await ask({ cookie: before }))).toBe(after); // its answer had been lost
    pass(1);
    expect((await ask({ cookie: before })).status).toBe(401);
    const goesOn = await ask({ cookie: after });
    expect([goesOn.status, goesOn.headers.getSetCookie()]).toEqual([200, []]);
    pass(1_000);
    await end();
    pass(1_000);
    const last = cookieOf(await ask({ cookie: after }));
    expect([before, after, '']).not.toContain(last);
    expect((await ask({ cookie: last })).status).toBe(200);
  });

  it('tells a program its next token, and leaves nobody in by the old one who has signed out by the new', async () => {
    grant.id = randomUUID();
    const token = (await enter()).split('=')[1] as string;
    pass(1_000);
    await give();
    pass(1_000);
    const next = (await ask(bearer(token))).headers.get('x-renewed-token') ?? '';
    expect(Buffer.from(next, 'base64url')).toHaveLength(32);
    const shown = await ask(bearer(next));
    expect([shown.status, shown.headers.get('x-renewed-token')]).toEqual([200, null]);
    await fetch(`${ageing.url}/api/session`, { method: 'DELETE', headers: bearer(next) });
    expect((await ask(bearer(token))).status).toBe(401);
  });

  it('exchanges it when the first day of a role comes, and no other neighbour’s', async () => {
    const { token } = await signIn('senior');
    expect((await ask(bearer(token))).headers.get('x-renewed-token')).toBeNull();
    const own = (await enter()).split('=')[1] as string;
    await database.ownerPool.query(
      `insert into role_grant (id, resident_id, role, unit_id, valid_from, granted_at)
       values ($1, $2, 'communityStaff', $3, $4, $5)`,
      [randomUUID(), residentId, grant.unit, addDays(businessDate(nowMs), 1), new Date(nowMs - 1_000)],
    );
    expect((await ask(bearer(own))).headers.get('x-renewed-token')).toBeNull();
    pass(86_400_000);
    expect((await ask(bearer(own))).headers.get('x-renewed-token')).not.toBeNull();
  });
});

it('forgets a token after thirty days', async () => {
  let nowMs = host.world.clock();
  const ageing = await serveParlour(database, { world: testWorld(database, { clock: () => nowMs }) });
  const answer = await (await ageing.post('/api/session/demo', { persona: 'senior' })).json();
  const ask = async () => (await ageing.post('/api/parlour/who', {}, bearer(answer.data.token))).status;
  expect(await ask()).toBe(200);
  nowMs = answer.data.expiresAtMs - 1;
  expect(await ask()).toBe(200);
  nowMs = answer.data.expiresAtMs;
  expect(await ask()).toBe(401);
});

it.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling of our site', { 'sec-fetch-site': 'same-site' }],
  ['another origin', { origin: 'https://evil.test' }],
  ['an origin that hides itself', { origin: 'null' }],
])('does not take the cookie from a page of %s', async (_whose, from) => {
  const session = await signIn('senior');
  expect(await whoIs({ cookie: session.cookie, ...from })).toBe('ORIGIN_NOT_ALLOWED');
  const signOut = await fetch(`${host.url}/api/session`, {
    method: 'DELETE',
    headers: { cookie: session.cookie, ...from },
  });
  expect(signOut.status).toBe(403);
  expect((await host.post('/api/session/demo', { persona: 'staff' }, from)).status).toBe(403);
  expect(await whoIs({ cookie: session.cookie, origin: host.url })).toBe(senior);
});

it('takes a bearer token from wherever it comes: nobody can make a browser send it', async () => {
  const { token } = await signIn('senior');
  expect(await whoIs({ ...bearer(token), origin: 'https://client.test' })).toBe(senior);
});

it.each(['', 'x', 'a'.repeat(43), 'a'.repeat(4000), "' or 1=1 --"])(
  'takes the token %j for nobody’s',
  async (token) => {
    expect(await whoIs(bearer(token))).toBe('NOT_SIGNED_IN');
    expect(await whoIs({ cookie: `session=${encodeURIComponent(token)}` })).toBe('NOT_SIGNED_IN');
  },
);

it('binds a kept request to whoever made it: replayed by another it is refused', async () => {
  const [mine, theirs] = [await signIn('senior'), await signIn('staff')];
  const body = { input: {}, requestId: randomUUID() };
  const first = await (await host.post('/api/parlour/knock', body, bearer(mine.token))).json();
  expect(await (await host.post('/api/parlour/knock', body, bearer(mine.token))).json()).toEqual(first);
  const replayed = await host.post('/api/parlour/knock', body, bearer(theirs.token));
  expect([replayed.status, (await replayed.json()).code]).toEqual([409, 'REQUEST_ID_REUSED']);
});

it.each<[body: unknown, field: string]>([
  [{}, 'persona'],
  [{ persona: 5 }, 'persona'],
  [{ persona: 'x'.repeat(50) }, 'persona'],
  [{ persona: 'senior', role: 'admin' }, 'role'],
  ['[]', 'body'],
])('refuses to sign in with %j and blames %s', async (body, field) => {
  const response = await host.post('/api/session/demo', body);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: 'INVALID_INPUT', detail: { fields: [field] } });
});

it.each(['nobody', '__proto__', 'district'])('knows no persona %s here', async (persona) => {
  const response = await host.post('/api/session/demo', { persona });
  expect([response.status, (await response.json()).code]).toEqual([404, 'PERSONA_NOT_FOUND']);
});

it('slows down who signs in over and over', async () => {
  const slow = await serveParlour(database, { env: { RATE_LIMIT_FACTOR: '0.05' } }); // three a minute
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await slow.post('/api/session/demo', { persona: 'senior' })).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
});

describe('in production', () => {
  let production: Served;
  beforeAll(async () => {
    production = await serveParlour(database, { env: PRODUCTION });
  });

  it('has no persona picker, even with the demo in the database', async () => {
    const unknown = await production.post('/api/parlour/dance', {});
    for (const response of [
      await fetch(`${production.url}/api/session/personas`),
      await production.post('/api/session/demo', { persona: 'senior' }),
    ]) {
      expect(response.status).toBe(404);
      expect({ ...(await response.json()), traceId: '' }).toEqual({
        ok: false,
        code: 'PATH_NOT_FOUND',
        detail: {},
        traceId: '',
      });
    }
    expect(unknown.status).toBe(404);
    expect(production.app.hasRoute({ method: 'POST', url: '/api/session/demo' })).toBe(false);
    const document = await (await fetch(`${production.url}/api/openapi.json`)).json();
    expect(Object.keys(document.paths)).not.toContain('/api/session/demo');
  });

  it('has a cookie for TLS and this host alone, and takes no other', async () => {
    const { token, cookie } = await signIn('senior');
    const statusWith = async (sent: string) => (await production.post('/api/parlour/who', {}, { cookie: sent })).status;
    expect(await statusWith(cookie)).toBe(401);
    expect(await statusWith(`__Host-session=${token}`)).toBe(200);
    const out = await fetch(`${production.url}/api/session`, {
      method: 'DELETE',
      headers: { cookie: `__Host-session=${token}` },
    });
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-session=.*Secure/);
    expect(await statusWith(`__Host-session=${token}`)).toBe(401);
  });
});
