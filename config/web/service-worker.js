/**
 * The pages without the network. What is kept is the app's code and nothing else: no answer of the server ever passes through
 * here. config/web/finish.mjs writes it into dist/h5 with the files of that build, and a version that is the hash of them all.
 */
const VERSION = '__VERSION__';
const FILES = __FILES__;

const NAME = `pages-${VERSION}`;
const HASHED = /\.[0-9a-f]{8}\.[a-z]+$/;

/** All or nothing: one file that does not come, and the version before stays. */
async function keepAll() {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: HASHED.test(file) ? 'default' : 'reload' })));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)));
}

/** A window that was opened with the version before still needs its files. */
async function takeOverIfAlone() {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length <= 1) await self.skipWaiting();
}

/** From this version's files alone, so that a page never meets another version's. */
async function answer(file, request) {
  const cache = await caches.open(NAME);
  return (await cache.match(file)) ?? fetch(request);
}

/** Which of the kept files answers; none where the server has to. */
function fileFor({ method, mode, url }) {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return undefined;
  if (mode !== 'navigate') return FILES.includes(pathname) ? pathname : undefined;
  const isServers = /^\/(api|healthz|readyz)(\/|$)/.test(pathname) || /\.[A-Za-z0-9]+$/.test(pathname);
  return isServers ? undefined : '/';
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOverIfAlone());
});
self.addEventListener('fetch', (event) => {
  const file = fileFor(event.request);
  if (file) event.respondWith(answer(file, event.request));
});
