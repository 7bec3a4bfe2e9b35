import type { FastifyReply } from 'fastify';
import { newId } from '../kit/ids';
import type { Answer, Refusal, RefusalDetail } from '../kit/refusal';
import type { World } from '../kit/world';
import type { wayInRefusals } from './refusals';

/** Of refusals that come from the way in and not from an action. */
const WAY_IN_STATUS = {
  BODY_NOT_JSON: 400,
  REQUEST_NOT_UNDERSTOOD: 400,
  ORIGIN_NOT_ALLOWED: 403,
  SIGNED_IN_AS_OTHER: 409,
  PATH_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TOO_SLOW: 408,
  BODY_TOO_LARGE: 413,
  CONTENT_TYPE_NOT_JSON: 415,
  HEADERS_TOO_LARGE: 431,
} as const satisfies Record<keyof typeof wayInRefusals, number>;

/** The status of every code that an answer may have; codes of the domain are 409 unless they say otherwise here. */
export function statusOf(code: string): number {
  if (Object.hasOwn(WAY_IN_STATUS, code)) return WAY_IN_STATUS[code as keyof typeof WAY_IN_STATUS];
  if (code === 'FAULT') return 500;
  if (code === 'INVALID_INPUT') return 422;
  if (code === 'NOT_SIGNED_IN') return 401;
  if (code === 'NOT_ALLOWED') return 403;
  if (code === 'TOO_MANY') return 429;
  if (code === 'CLOCK_BEHIND') return 503;
  return code.endsWith('_NOT_FOUND') ? 404 : 409;
}

export function sendAnswer(reply: FastifyReply, answer: Answer, nowMs: number): FastifyReply {
  reply.header('cache-control', 'no-store');
  if (answer.ok) return reply.send(answer);
  const wait = secondsToWait(answer.detail, nowMs);
  if (answer.code === 'TOO_MANY' && wait !== undefined) reply.header('retry-after', wait);
  return reply.code(statusOf(answer.code)).send(answer);
}

/** A refusal by the way in, in the same shape as an action's. */
export function sendRefusal(reply: FastifyReply, world: World, refusal: Refusal): FastifyReply {
  return sendAnswer(reply, { ...refusal, traceId: newId(world) }, world.clock());
}

function secondsToWait(detail: RefusalDetail, nowMs: number): number | undefined {
  const { retryAtMs } = detail;
  return typeof retryAtMs === 'number' ? Math.max(1, Math.ceil((retryAtMs - nowMs) / 1000)) : undefined;
}
