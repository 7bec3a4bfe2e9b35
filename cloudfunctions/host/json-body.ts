import type { FastifyInstance } from 'fastify';

/** Keys that would reach for what every object stands on. JSON may hold them, so each is refused by its name. */
type RefusedKey = '__proto__' | 'constructor';

export class KeyRefused extends Error {
  constructor(readonly key: RefusedKey) {
    super(`the key ${key} is refused`);
  }
}

/** Bodies are JSON and nothing else. Signing out needs none, also where a client calls nothing JSON. */
export function addJsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser(['application/json', 'text/plain']); // a stranger's form can send the latter without asking
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '' && request.method === 'DELETE') return done(null, undefined);
    parse(request, text, (fault, value) => done(fault && (keyRefusedIn(text) ?? fault), value));
  });
}

/** The fault of a text that was refused although it is JSON; null when it is none. */
function keyRefusedIn(text: string): KeyRefused | null {
  let left: unknown[];
  try {
    left = [JSON.parse(text)];
  } catch {
    return null;
  }
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) return new KeyRefused('__proto__');
    if (Object.hasOwn(value, 'constructor')) return new KeyRefused('constructor');
    for (const inside of Object.values(value)) left.push(inside);
  }
  return null;
}
