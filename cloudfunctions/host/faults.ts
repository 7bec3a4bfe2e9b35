import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../kit/ids';
import { refuse } from '../kit/refusal';
import type { World } from '../kit/world';
import { sendRefusal } from './answer';
import { hearOut } from './hear-out';
import { KeyRefused } from './json-body';
import { isPage } from './web';

type Misread = 'BODY_NOT_JSON' | 'REQUEST_NOT_UNDERSTOOD' | 'BODY_TOO_LARGE' | 'CONTENT_TYPE_NOT_JSON';
const BY_CODE: Readonly<Record<string, Misread>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'CONTENT_TYPE_NOT_JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_NOT_JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BODY_NOT_JSON',
};

/** What does not come as far as an action: refused in the same shape, without a word of what was sent. Before all routes. */
export function addRefusals(app: FastifyInstance, world: World, hasWeb: boolean): void {
  const methodOf = knownMethods(app);
  app.setErrorHandler(async (error: Error, request, reply) => {
    await hearOut(request.raw);
    return answerError(world, error, request, reply);
  });
  app.setNotFoundHandler((request, reply) =>
    hasWeb && isPage(request) ? reply.sendPage() : answerUnknownPath(world, methodOf, request, reply),
  );
}

export function answerError(world: World, error: Error, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof KeyRefused)
    return sendRefusal(
      reply,
      world,
      refuse('INVALID_INPUT', { fields: [error.key], why: ['refused wherever it stands'] }),
    );
  const code = codeFor(error);
  if (code === 'BODY_TOO_LARGE')
    return sendRefusal(reply, world, refuse(code, { limitBytes: request.routeOptions?.bodyLimit ?? 0 }));
  if (code) return sendRefusal(reply, world, refuse(code));
  const traceId = newId(world);
  world.log.error({ traceId, path: request.routeOptions?.url, err: error }, 'a request failed before its action');
  return reply.code(500).send({ ok: false, code: 'FAULT', detail: {}, traceId });
}

function codeFor(error: Error & Partial<FastifyError>): Misread | null {
  const { code = '', statusCode = 500 } = error;
  const known = BY_CODE[code];
  if (known) return known;
  if (error instanceof SyntaxError) return 'BODY_NOT_JSON';
  return statusCode >= 400 && statusCode < 500 ? 'REQUEST_NOT_UNDERSTOOD' : null;
}

type MethodOf = (path: string) => string | undefined;

/** The method by which a path may be asked. The router is not asked: it takes a path for a pattern, and falls over some. */
function knownMethods(app: FastifyInstance): MethodOf {
  const methods = new Map<string, string>();
  app.addHook('onRoute', ({ url, method }) => {
    const [first] = [method].flat().filter((one) => one !== 'HEAD');
    if (first) methods.set(url, first);
  });
  return (path) => methods.get(path);
}

function answerUnknownPath(world: World, methodOf: MethodOf, request: FastifyRequest, reply: FastifyReply) {
  const method = methodOf(request.url.split('?')[0] ?? '');
  if (!method) return sendRefusal(reply, world, refuse('PATH_NOT_FOUND'));
  reply.header('allow', method);
  return sendRefusal(reply, world, refuse('METHOD_NOT_ALLOWED', { use: method }));
}
