import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LINK_PATH } from '../values/codes';

const YEAR_S = 31_536_000;
/** Home, which says that there is no such page. */
export const LOST = '/pages/home/index?lost=1';
/** Names with a hash of their content: what is behind them never changes. Packed ones stand beside them. */
const HASHED = /\.[0-9a-f]{8}\.[a-z0-9]+(\.(br|gz))?$/;

/** The built pages' folder, or null where only the API is served. */
export function findWeb(folder: string): string | null {
  return existsSync(path.join(folder, 'index.html')) ? folder : null;
}

/**
 * The pages as they were built, packed where the browser takes it (brotli or gzip, made at build). The actions' answers are never
 * packed: their length would tell what stands in them beside words of an attacker's choice (BREACH).
 */
export async function addWeb(app: FastifyInstance, folder: string): Promise<void> {
  const ahead = readAhead(folder);
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    preCompressed: true,
    setHeaders: (response, file) => {
      response.setHeader('cache-control', HASHED.test(file) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
      response.setHeader('vary', 'accept-encoding');
    },
  });
  app.decorateReply('sendPage', function (this: FastifyReply) {
    const link = ahead(this.request.url);
    if (link) this.header('link', link);
    return this.header('cache-control', 'no-cache').sendFile('index.html');
  });
  app.get('/', async (_request, reply) => reply.sendPage()); // the plug-in takes it for a file without a name
}

declare module 'fastify' {
  interface FastifyReply {
    /** The app, which shows the page that the address names. Only where pages are served. */
    sendPage(): FastifyReply;
  }
}

const PAGES_FILE = '.pages.json';
const isNames = (names: unknown): names is string[] =>
  Array.isArray(names) && names.every((name) => /^[\w./-]+$/.test(name));

/** By the address: which files the browser needs for that page besides those that index.html names, as a Link header. */
function readAhead(folder: string): (url: string) => string | undefined {
  const file = path.join(folder, PAGES_FILE);
  const known: Record<string, unknown> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const links = new Map(
    Object.entries(known).map(([page, names]) => [
      page,
      (isNames(names) ? names : [])
        .map((name) => `</${name}>; rel=preload; as=${name.endsWith('.css') ? 'style' : 'script'}`)
        .join(', '),
    ]),
  );
  return (url) => links.get(pageAt(url));
}

function pageAt(url: string): string {
  const [pathname = ''] = url.split('?');
  if (pathname === '/') return 'pages/home/index';
  return LINK_PATH.test(pathname) ? 'pages/scan/index' : pathname.slice(1);
}

/** Pages are drawn in the browser, also those that a QR code's link names (`/a/…`, `/v/…`): every such path is the app. */
export function isPage(request: FastifyRequest): boolean {
  const [pathname = ''] = request.url.split('?');
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return !/^\/(api|healthz|readyz)(\/|$)/.test(pathname) && !/\.[A-Za-z0-9]+$/.test(pathname);
}
