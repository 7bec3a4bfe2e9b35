import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** What has been sent by now arrives within this. */
const LAST_CALL_MS = 500;

/**
 * What has begun is answered, and its connection ends with the answer instead of waiting for another request. Browsers open
 * connections ahead of what they will ask, and Node counts such a one as at work: those that ask nothing are ended.
 */
export function finishBeforeClosing(app: FastifyInstance): void {
  const quiet = new Set<Socket>();
  let isClosing = false;
  const lastCall = (socket: Socket) =>
    setTimeout(() => {
      if (quiet.has(socket)) socket.destroy();
    }, LAST_CALL_MS);

  app.server.on('connection', (socket: Socket) => {
    quiet.add(socket);
    socket.once('close', () => quiet.delete(socket));
    if (isClosing) lastCall(socket);
  });
  app.server.on('request', ({ socket }, response) => {
    quiet.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) quiet.add(socket);
    });
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    quiet.forEach(lastCall);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}
