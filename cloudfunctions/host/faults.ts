import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../kit/ids';
import type { RefusalDetail } from '../kit/refusal';
import type { World } from '../kit/world';
import { sendRefusal, type WayInRefusal } from './answer';
import { isPage, sendPage } from './web';

const BY_CODE: Readonly<Record<string, WayInRefusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'CONTENT_TYPE_NOT_JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_NOT_JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BODY_NOT_JSON',
};

/** What does not come as far as an action: refused in the same shape, without a word of what was sent. */
export function addRefusals(app: FastifyInstance, world: World, hasWeb: boolean): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(world, error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    hasWeb && isPage(request) ? sendPage(reply) : answerUnknownPath(app, world, request, reply),
  );
}

export function answerError(world: World, error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const refusal = refusalFor(error);
  if (refusal) return sendRefusal(reply, world, refusal, detailOf(refusal, request));
  const traceId = newId(world);
  world.log.error({ traceId, path: request.routeOptions?.url, err: error }, 'a request failed before its action');
  return reply.code(500).send({ ok: false, code: 'FAULT', detail: {}, traceId });
}

function refusalFor(error: FastifyError): WayInRefusal | null {
  const known = BY_CODE[error.code];
  if (known) return known;
  if (error instanceof SyntaxError) return 'BODY_NOT_JSON';
  const { statusCode = 500 } = error;
  return statusCode >= 400 && statusCode < 500 ? 'REQUEST_NOT_UNDERSTOOD' : null;
}

function detailOf(refusal: WayInRefusal, request: FastifyRequest): RefusalDetail {
  return refusal === 'BODY_TOO_LARGE' ? { limitBytes: request.routeOptions?.bodyLimit ?? 0 } : {};
}

function answerUnknownPath(app: FastifyInstance, world: World, request: FastifyRequest, reply: FastifyReply) {
  const path = request.url.split('?')[0] ?? '';
  const method = (['GET', 'POST', 'DELETE'] as const).find((other) => app.hasRoute({ method: other, url: path }));
  if (!method) return sendRefusal(reply, world, 'PATH_NOT_FOUND');
  reply.header('allow', method);
  return sendRefusal(reply, world, 'METHOD_NOT_ALLOWED', { use: method });
}
