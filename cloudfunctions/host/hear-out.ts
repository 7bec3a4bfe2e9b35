import type { IncomingMessage } from 'node:http';

const HEARD_MAX_BYTES = 32 * 1024 * 1024;
const HEARD_MAX_MS = 10_000;

/**
 * Lets a client that is refused early write to its end, unheard: it would get a broken pipe in place of the answer, since
 * the connection closes with it. Whoever has more to say than anybody could need, or takes long over it, is cut off.
 */
export function hearOut(request: IncomingMessage): Promise<void> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (request.readableEnded || request.destroyed || announced > HEARD_MAX_BYTES) return Promise.resolve();
  return new Promise((resolve) => {
    let heardBytes = 0;
    const count = (chunk: Buffer) => {
      heardBytes += chunk.length;
      if (heardBytes > HEARD_MAX_BYTES) end();
    };
    const timer = setTimeout(end, HEARD_MAX_MS);
    function end() {
      clearTimeout(timer);
      request.off('data', count);
      resolve();
    }
    request.on('data', count).once('end', end).once('close', end).once('error', end);
  });
}
