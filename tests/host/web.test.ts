import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

it.each(['/js/app.ffffffff.js', '/favicon.ico', '/api/nowhere', '/api', '/.inputs', '/static/.hidden'])(
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
