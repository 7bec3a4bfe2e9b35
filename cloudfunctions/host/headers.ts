import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { DEMO_HEADER } from '../values/demo';

/** Fits the pages that we build: no script but our own files; styles also inline, because components bring their own. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    mediaSrc: ["'self'", 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

export function sayItIsTheDemo(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header(DEMO_HEADER, '1');
  });
}

export async function addSecurityHeaders(app: FastifyInstance, isProduction: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    // At home there is no TLS, and a browser that was told to want it would not come back.
    strictTransportSecurity: isProduction ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=()');
  });
}
