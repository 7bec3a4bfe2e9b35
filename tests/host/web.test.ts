import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get as ask, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { findWeb } from '../../cloudfunctions/host/web';
import { useDatabase } from '../support/database';
import { type Served, serveParlour } from './served';

const database = useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'web-'));
const pages = path.join(folder, 'h5');
let host: Served;

beforeAll(async () => {
  for (const name of ['js', 'static']) mkdirSync(path.join(pages, name), { recursive: true });
  writeFileSync(path.join(folder, 'secret'), 'not for the web');
  writeFileSync(path.join(pages, 'index.html'), '<div id="app"></div>');
  writeFileSync(path.join(pages, '.inputs'), 'a mark of the build');
  writeFileSync(path.join(pages, 'js/app.0a1b2c3d.js'), 'start()');
  writeFileSync(path.join(pages, 'js/app.0a1b2c3d.js.br'), brotliCompressSync('start()'));
  writeFileSync(path.join(pages, 'js/app.0a1b2c3d.js.gz'), gzipSync('start()'));
  writeFileSync(path.join(pages, 'index.html.br'), brotliCompressSync('<div id="app"></div>'));
  const ofPages = {
    'pages/scan/index': ['js/9.0a1b2c3d.js', 'css/9.0a1b2c3d.css'],
    'pages/home/index': ['js/8.0a1b2c3d.js'],
  };
  writeFileSync(path.join(pages, '.pages.json'), JSON.stringify(ofPages));
  writeFileSync(path.join(pages, 'static/icon.svg'), '<svg/>');
  host = await serveParlour(database, { web: findWeb(pages) });
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = async (url: string, method = 'GET') => {
  const response = await fetch(host.url + url, { method, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

it.each([
  '/',
  '/pages/home/index',
  '/pages/scan/index?q=https%3A%2F%2Fbank.test%2Fa%2FAQ',
  '/staff/workbench/index',
  '/a/AQIDBAUGBwgJCgsMDQ4PEBESExQVF',
  '/p/Ab-_1234',
  '/v/some-voucher-token',
  '/c/some-card-token',
  '/r/some-receipt',
  '/i/some-invite',
])('opens the app at %s', async (url) => {
  const page = await get(url);
  expect(page.status).toBe(200);
  expect(page.text).toBe('<div id="app"></div>');
  expect(page.headers.get('content-type')).toMatch('text/html');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
});

it('lets a browser keep what is named by its content for ever, and ask again for the rest', async () => {
  const script = await get('/js/app.0a1b2c3d.js');
  expect([script.status, script.text]).toEqual([200, 'start()']);
  expect(script.headers.get('content-type')).toMatch('javascript');
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await get('/static/icon.svg')).headers.get('cache-control')).toBe('no-cache');
});

/** As it comes over the wire: fetch would unpack it. */
const raw = (url: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
    ask(host.url + url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }),
      );
    }).on('error', reject);
  });

describe('packed files', () => {
  const script = '/js/app.0a1b2c3d.js';

  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
  ])('come as %s to a browser that takes it, with the type of what is in them', async (encoding, accepted, unpack) => {
    const answer = await raw(script, { 'accept-encoding': accepted });
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(answer.headers['content-type']).toMatch('javascript');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(unpack(answer.bytes).toString()).toBe('start()');
  });

  it('stay unpacked for who takes none, and the cache on the way is told that it differs', async () => {
    for (const accepted of ['identity', 'br;q=0, gzip;q=0']) {
      const answer = await raw(script, { 'accept-encoding': accepted });
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.headers.vary).toBe('accept-encoding');
      expect(answer.bytes.toString()).toBe('start()');
    }
  });

  it('have a mark of their own each, by which nothing is sent twice', async () => {
    const marks = new Set<string>();
    for (const accepted of ['br', 'gzip', 'identity']) {
      const { headers } = await raw(script, { 'accept-encoding': accepted });
      marks.add(headers.etag ?? '');
      const again = await raw(script, { 'accept-encoding': accepted, 'if-none-match': headers.etag ?? '' });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
    expect(marks.size).toBe(3);
  });

  it('give a part of what is sent, when a part is asked for', async () => {
    const whole = await raw(script, { 'accept-encoding': 'br' });
    const part = await raw(script, { 'accept-encoding': 'br', range: 'bytes=2-5' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 2-5/${whole.bytes.length}`);
    expect(part.bytes).toEqual(whole.bytes.subarray(2, 6));
  });

  it('are the page too, which is asked for anew each time', async () => {
    const page = await raw('/pages/home/index', { 'accept-encoding': 'br' });
    expect(page.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-cache' });
    expect(page.headers['content-type']).toMatch('text/html');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(brotliDecompressSync(page.bytes).toString()).toBe('<div id="app"></div>');
  });

  it('are never an answer of an action, whose length would tell what stands in it', async () => {
    for (const url of ['/api/openapi.json', '/api/nowhere', '/healthz'])
      expect((await raw(url, { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBeUndefined();
  });
});

it.each(['/a/%', '/pages/%E6%B4/index'])(
  'leads home from an address that is cut off in the middle of a sign: %s',
  async (url) => {
    const answer = await get(url);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/pages/home/index?lost=1']);
  },
);

it('names with the page the files that it will need, so that they come at the same time', async () => {
  const scan = '</js/9.0a1b2c3d.js>; rel=preload; as=script, </css/9.0a1b2c3d.css>; rel=preload; as=style';
  expect((await get('/a/AQIDBAUGBwgJCgsMDQ4PEBESExQVF')).headers.get('link')).toBe(scan);
  expect((await get('/pages/scan/index?q=x')).headers.get('link')).toBe(scan);
  expect((await get('/')).headers.get('link')).toBe('</js/8.0a1b2c3d.js>; rel=preload; as=script');
  expect((await get('/pages/nowhere/index')).headers.get('link')).toBeNull();
});

it.each(['/js/app.ffffffff.js', '/favicon.ico', '/api/nowhere', '/api', '/.inputs', '/.pages.json', '/static/.hidden'])(
  'does not answer %s with a page',
  async (url) => {
    const answer = await get(url);
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, code: 'PATH_NOT_FOUND' });
  },
);

it.each(['/../secret', '/..%2fsecret', '/%2e%2e/secret', '/js/..%5c..%5c..%5csecret', '/js/%00', '//etc/passwd'])(
  'gives nothing from outside its folder for %s',
  async (url) => {
    const answer = await get(url);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain('not for the web');
    expect(answer.text).not.toContain('root:');
  },
);

it('answers HEAD as GET without the page, and no other method with one', async () => {
  expect(await get('/', 'HEAD')).toMatchObject({ status: 200, text: '' });
  expect((await get('/pages/home/index', 'POST')).status).toBe(404);
});

it('serves the interface alone where no pages were built', async () => {
  expect(findWeb(path.join(folder, 'nothing'))).toBeNull();
  const bare = await serveParlour(database);
  expect((await fetch(`${bare.url}/`)).status).toBe(404);
  expect((await fetch(`${bare.url}/healthz`)).status).toBe(200);
});
