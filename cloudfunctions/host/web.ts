import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const YEAR_S = 31_536_000;
/** Names with a hash of their content: what is behind them never changes. */
const HASHED = /\.[0-9a-f]{8}\.[a-z0-9]+$/;

/** The built pages' folder, or null where only the API is served. */
export function findWeb(folder: string): string | null {
  return existsSync(path.join(folder, 'index.html')) ? folder : null;
}

export async function addWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (response, file) => {
      response.setHeader('cache-control', HASHED.test(file) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
    },
  });
  app.get('/', async (_request, reply) => sendPage(reply)); // the plug-in takes it for a file without a name
}

/** Pages are drawn in the browser, also those that a QR code's link names (`/a/…`, `/v/…`): every such path is the app. */
export function isPage(request: FastifyRequest): boolean {
  const [pathname = ''] = request.url.split('?');
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return !/^\/(api|healthz|readyz)(\/|$)/.test(pathname) && !/\.[A-Za-z0-9]+$/.test(pathname);
}

export function sendPage(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').sendFile('index.html');
}
