import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { newId } from '../kit/ids';
import { refuse } from '../kit/refusal';
import type { World } from '../kit/world';
import { sendRefusal, statusOf } from './answer';

type Unread = 'REQUEST_NOT_UNDERSTOOD' | 'HEADERS_TOO_LARGE' | 'REQUEST_TOO_SLOW';
const BY_FAULT: Readonly<Record<string, Unread>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TOO_SLOW',
};

/** What Node's parser gives up on never becomes a request: it is answered on the bare connection, in the shape of every refusal. */
export function answerUnread(world: World, fault: NodeJS.ErrnoException, socket: Duplex): void {
  if (fault.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(bareAnswer(world, BY_FAULT[fault.code ?? ''] ?? 'REQUEST_NOT_UNDERSTOOD'));
}

function bareAnswer(world: World, code: Unread): string {
  const body = JSON.stringify({ ...refuse(code), traceId: newId(world) });
  const status = statusOf(code);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}

/** What Node would refuse by itself, with an empty body or none. */
export function answerWhatNodeWould(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', async ({ raw, headers }, reply) => {
    if (raw.httpVersion === '1.1' && !headers.host) return sendRefusal(reply, world, refuse('REQUEST_NOT_UNDERSTOOD'));
  });
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.server.on('connect', (_request, socket) => socket.end(bareAnswer(world, 'REQUEST_NOT_UNDERSTOOD')));
}
