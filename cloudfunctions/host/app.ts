import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import type { Room } from '../kit/room';
import type { FindPrincipal } from '../kit/serve';
import type { World } from '../kit/world';
import { GATEWAY_HEADER, identityFromGateway } from '../platform/local/gateway-identity';
import { addApi, BODY_LIMIT_BYTES } from './api';
import { callerFinder } from './caller';
import { finishBeforeClosing } from './closing';
import { addRefusals, answerError } from './faults';
import { addSecurityHeaders, sayItIsTheDemo } from './headers';
import { addHealth, installationMark } from './health';
import { addJsonBodies } from './json-body';
import { limitsOf } from './limits';
import { answerUnread, answerWhatNodeWould } from './misread';
import { addOpenApi } from './openapi/route';
import { addDemoSignIn, addSignOut } from './session-routes';
import type { Settings } from './settings';
import { trustOf, warnOfUntrustedProxy } from './trust-proxy';
import { addWeb, isPage, LOST } from './web';

export interface HostOptions {
  readonly world: World;
  readonly rooms: readonly Room[];
  readonly findPrincipal: FindPrincipal;
  readonly settings: Settings;
  /** Whether this database holds the demo; in production it is not looked at. */
  readonly isDemo: boolean;
  /** The built pages, or null. */
  readonly web: string | null;
}

/** All rooms over HTTP, ready to listen or to be injected with requests. */
export async function createApp(options: HostOptions): Promise<FastifyInstance> {
  const { world, settings, rooms, findPrincipal, web } = options;
  const app = fastify({
    logger: false, // the kit logs every action, once
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: trustOf(settings.trustProxy),
    requestTimeout: 30_000,
    return503OnClosing: false,
    http: { requireHostHeader: false }, // answered here, in the shape of every refusal
    clientErrorHandler: (fault, socket) => answerUnread(world, fault, socket),
    frameworkErrors: (error, request, reply) =>
      web && error.code === 'FST_ERR_BAD_URL' && isPage(request)
        ? reply.redirect(LOST) // a link cut off in the middle of a sign, which a person opened
        : answerError(world, error, request, reply),
  });
  answerWhatNodeWould(app, world);
  addJsonBodies(app);
  finishBeforeClosing(app);
  if (!settings.trustGatewayHeader)
    app.addHook('onRequest', async ({ headers }) => {
      delete headers[GATEWAY_HEADER];
    });
  if (settings.isProduction) warnOfUntrustedProxy(app, world.log);
  await addSecurityHeaders(app, settings.isProduction);
  const hasDemo = options.isDemo && !settings.isProduction;
  if (hasDemo) sayItIsTheDemo(app);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  addRefusals(app, world, web !== null);
  if (web) await addWeb(app, web);

  const limits = limitsOf(app, settings.limitFactor, world.clock);
  const findCaller = callerFinder(world, settings, identityFromGateway(settings.trustGatewayHeader));
  addHealth(app, world, installationMark(world, settings.dataFolder));
  addApi(app, { world, rooms, findPrincipal, findCaller, limits, isProduction: settings.isProduction });
  addSignOut(app, { world, settings, limits });
  if (hasDemo) addDemoSignIn(app, { world, settings, limits });
  addOpenApi(app, { rooms, hasDemo, isProduction: settings.isProduction });
  return app;
}
