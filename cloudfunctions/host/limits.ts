import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Action } from '../kit/action';
import { CALL_WINDOW_MS, CALLS_PER_MINUTE } from '../kit/call-limit';
import type { Clock } from '../kit/clock';
import { type Refusal, refuse } from '../kit/refusal';

/** Per minute. A person who taps as fast as they can stays below; so does a community behind one address. */
export const PER_MINUTE = { ...CALLS_PER_MINUTE, signIn: 60, address: 6_000 } as const;

/** Null while there is room; else TOO_MANY with the moment from which it may be tried again. */
export type Limit = (request: FastifyRequest, who: string | null) => Promise<Refusal<'TOO_MANY'> | null>;

export interface Limits {
  ofAction(action: Action): Limit;
  readonly ofSignIn: Limit;
  readonly ofAddress: Limit;
}

/** `factor` multiplies every figure; 0 lets everything through. Needs the rate-limit plug-in to be registered. */
export function limitsOf(app: FastifyInstance, factor: number, clock: Clock): Limits {
  const made = (kind: keyof typeof PER_MINUTE) =>
    factor === 0 ? noLimit : limit(app, Math.max(1, Math.round(PER_MINUTE[kind] * factor)), clock);
  return { ofAction: (action) => made(action.effect), ofSignIn: made('signIn'), ofAddress: made('address') };
}

const noLimit: Limit = async () => null;

/** Counted by person, or by address where nobody is signed in: each such limit has a count of its own. */
function limit(app: FastifyInstance, max: number, clock: Clock): Limit {
  const keys = new WeakMap<FastifyRequest, string>();
  const keyGenerator = (request: FastifyRequest) => keys.get(request) ?? request.ip;
  const check = app.createRateLimit({ max, timeWindow: CALL_WINDOW_MS, keyGenerator });
  return async (request, who) => {
    if (who) keys.set(request, who);
    const found = await check(request);
    if (found.isAllowed || !found.isExceeded) return null;
    return refuse('TOO_MANY', { retryAtMs: clock() + found.ttl });
  };
}
