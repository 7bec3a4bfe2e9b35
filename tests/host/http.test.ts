import { connect } from 'node:net';
import { DEMO_HEADER } from '../../cloudfunctions/values/demo';
import { useDatabase } from '../support/database';
import { PRODUCTION, type Served, serveParlour } from './served';

const database = useDatabase();
let host: Served;
beforeAll(async () => {
  host = await serveParlour(database);
});

const refusal = (code: string) => ({
  ok: false,
  code,
  detail: expect.any(Object),
  traceId: expect.stringMatching(/^.{36}$/),
});

it('answers an action under its room and verb', async () => {
  const response = await host.post('/api/parlour/echo', { input: { text: '你好' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch('application/json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({ ok: true, data: { said: '你好' } });
});

it.each([
  ['/api/parlour/who', {}, 401, 'NOT_SIGNED_IN'],
  ['/api/parlour/no', { input: { code: 'CARD_NOT_FOUND' } }, 404, 'CARD_NOT_FOUND'],
  ['/api/parlour/no', { input: { code: 'OUT_OF_STOCK' } }, 409, 'OUT_OF_STOCK'],
  ['/api/parlour/echo', { input: { text: 5 } }, 422, 'INVALID_INPUT'],
  ['/api/parlour/echo', { input: { text: 'a', role: 'cityAdmin' } }, 422, 'INVALID_INPUT'],
  ['/api/parlour/echo', { input: { text: 'a' }, openid: 'o' }, 422, 'INVALID_INPUT'],
  ['/api/parlour/echo', [], 422, 'INVALID_INPUT'],
  ['/api/parlour/fall', {}, 500, 'FAULT'],
])('answers %s with %j by the status of its refusal: %i %s', async (path, body, status, code) => {
  const response = await host.post(path, body);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual(refusal(code));
});

it('says when to try again', async () => {
  const response = await host.post('/api/parlour/no', { input: { code: 'TOO_MANY' } });
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(29);
  expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(31);
});

it.each([
  ['malformed JSON', '{"input":', 400, 'BODY_NOT_JSON'],
  ['no JSON at all', 'text=a', 400, 'BODY_NOT_JSON'],
  ['an empty body', '', 400, 'BODY_NOT_JSON'],
  ['half a character in a text', '{"input":{"text":"a\\ud800"}}', 422, 'INVALID_INPUT'],
  ['a NUL in a text', '{"input":{"text":"a\\u0000b"}}', 422, 'INVALID_INPUT'],
  ['ten thousand arrays in one another', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 422, 'INVALID_INPUT'],
  ['a little more than 100 kB', JSON.stringify({ input: { text: 'a'.repeat(102_400) } }), 413, 'BODY_TOO_LARGE'],
])('refuses %s', async (_what, body, status, code) => {
  const response = await host.post('/api/parlour/echo', body);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual(refusal(code));
});

it.each([
  ['{"input":{"text":"a"},"__proto__":{"x":1}}', '__proto__'],
  ['{"input":{"text":"a","near":[{"\\u005f_proto__":1}]}}', '__proto__'],
  ['{"constructor":{"prototype":{"x":1}}}', 'constructor'],
  ['{"input":{"text":{"length":{"toString":"x"}}}}', 'toString'],
  ['{"requestId":{"length":{"valueOf":1,"toString":1}}}', 'toString'],
])('refuses the key in %s by its name', async (body, key) => {
  const response = await host.post('/api/parlour/echo', body);
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    ...refusal('INVALID_INPUT'),
    detail: { fields: [key], why: ['refused wherever it stands'] },
  });
});

it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])(
  'refuses a body of the type %s',
  async (type) => {
    const response = await host.post('/api/parlour/echo', '{"input":{"text":"a"}}', { 'content-type': type });
    expect(response.status).toBe(415);
    expect(await response.json()).toEqual(refusal('CONTENT_TYPE_NOT_JSON'));
  },
);

/** A client that sends everything before it reads a word, as most do. */
function sendAllThenRead(head: string, body: Buffer): Promise<string> {
  const { hostname, port } = new URL(host.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const heard: Buffer[] = [];
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(heard).toString()));
    socket.pause();
    socket.write(`POST /api/parlour/echo HTTP/1.1\r\nhost: x\r\n${head}\r\n\r\n`);
    socket.write(body, () => socket.on('data', (data) => heard.push(data)).resume());
  });
}

it.each([
  ['too large a body', 'content-type: application/json', 413, 'BODY_TOO_LARGE'],
  ['a body of another type', 'content-type: text/plain', 415, 'CONTENT_TYPE_NOT_JSON'],
])('hears a client out before it refuses %s', async (_what, type, status, code) => {
  const body = Buffer.alloc(24_000_000, 'a');
  const heard = await sendAllThenRead(`${type}\r\ncontent-length: ${body.length}\r\nconnection: close`, body);
  expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(heard).toContain(code);
});

it('cuts off whoever has more to say than anybody needs', async () => {
  const endless = Buffer.alloc(64_000_000, 'a');
  const head = `content-type: application/json\r\ncontent-length: ${endless.length}`;
  await expect(sendAllThenRead(head, endless)).rejects.toThrow(/EPIPE|ECONNRESET/);
});

it('takes 99 kB, as a part of a file has, and refuses 110 kB', async () => {
  const large = await host.post('/api/parlour/hold', { input: { partBase64: 'a'.repeat(99_000) } });
  expect(await large.json()).toEqual({ ok: true, data: { said: '99000' } });
  const tooLarge = await host.post('/api/parlour/hold', { input: { partBase64: 'a'.repeat(110_000) } });
  expect(tooLarge.status).toBe(413);
  expect(await tooLarge.json()).toMatchObject({ code: 'BODY_TOO_LARGE', detail: { limitBytes: 102_400 } });
});

it.each([
  '/api',
  '/api/',
  '/api/parlour',
  '/api/parlour/dance',
  '/api/nowhere/echo',
  '/api/parlour/__proto__',
  '/api/*/echo',
  '/api/:room/echo',
  '/x.php',
])('answers the unknown path %s in the same shape', async (path) => {
  for (const method of ['GET', 'POST']) {
    const response = await fetch(host.url + path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual(refusal('PATH_NOT_FOUND'));
  }
});

it('answers a path that cannot be decoded', async () => {
  const response = await fetch(`${host.url}/api/%E0%A4%A/echo`, { method: 'POST' });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual(refusal('REQUEST_NOT_UNDERSTOOD'));
});

it('says by which method a path is asked', async () => {
  const response = await fetch(`${host.url}/api/parlour/echo`);
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST');
  expect(await response.json()).toEqual({ ...refusal('METHOD_NOT_ALLOWED'), detail: { use: 'POST' } });
});

it('ignores the gateway’s header unless it was started behind that gateway', async () => {
  const forged = { 'x-wx-openid': 'oForged' };
  expect((await host.post('/api/parlour/who', {}, forged)).status).toBe(401);
  const container = await serveParlour(database, { env: { TRUST_WX_HEADER: '1' } });
  const response = await container.post('/api/parlour/who', {}, forged);
  expect(await response.json()).toEqual({ ok: true, data: { said: 'openid oForged' } });
});

it('takes nobody’s word on a caller’s address, unless it is told of a proxy', async () => {
  const sent = Array.from({ length: 8 }, (_, i) => ({ 'x-forwarded-for': `10.0.0.${i}` }));
  const env = { RATE_LIMIT_FACTOR: '0.01' }; // six reads a minute
  const alone = await serveParlour(database, { env });
  const behind = await serveParlour(database, { env: { ...env, TRUST_PROXY: '127.0.0.1' } });
  const statuses = async (served: Served) => {
    const found = [];
    for (const headers of sent)
      found.push((await served.post('/api/parlour/echo', { input: { text: 'a' } }, headers)).status);
    return found;
  };
  expect(await statuses(alone)).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
  expect(await statuses(behind)).toEqual(Array(8).fill(200));
});

it('counts the calls of an action apart from those of another, and says when there is room again', async () => {
  const small = await serveParlour(database, { env: { RATE_LIMIT_FACTOR: '0.005' } }); // three reads a minute
  const ask = () => small.post('/api/parlour/echo', { input: { text: 'a' } });
  for (let i = 0; i < 3; i++) expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(await refused.json()).toEqual(refusal('TOO_MANY'));
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
  expect((await small.post('/api/parlour/hold', { input: { partBase64: 'a' } })).status).toBe(200);
});

it('sends the headers that keep a page to itself', async () => {
  const { headers } = await fetch(`${host.url}/healthz`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("img-src 'self' data: blob:;");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('upgrade-insecure-requests');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('permissions-policy')).toContain('camera=(self)');
  expect(headers.get('strict-transport-security')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
});

it('tells browsers to come by TLS only in production', async () => {
  const production = await serveParlour(database, { env: PRODUCTION });
  expect((await fetch(`${production.url}/healthz`)).headers.get('strict-transport-security')).toMatch('max-age=');
});

it('says on every answer of the demo that all people are made up, and nowhere else', async () => {
  const said = async (url: string) =>
    (await fetch(`${url}/api/parlour/who`, { method: 'POST' })).headers.get(DEMO_HEADER);
  const real = await serveParlour(database, { isDemo: false });
  const production = await serveParlour(database, { env: PRODUCTION });
  expect([await said(host.url), await said(real.url), await said(production.url)]).toEqual(['1', null, null]);
});

it('says that it lives, and that its database answers', async () => {
  expect(await (await fetch(`${host.url}/healthz`)).json()).toMatchObject({ ok: true, product: 'behaviour-bank' });
  const ready = await fetch(`${host.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    {
      ok: true,
      stalledReaders: [],
      ledger: { clockIsBehind: false, countersignersSilent: 0, daysUnsigned: 0, signedIsGone: false },
    },
  ]);
});
