import { randomUUID } from 'node:crypto';
import { cookieName } from '../../../cloudfunctions/host/caller';
import { findPrincipal } from '../../../cloudfunctions/host/rooms';
import { startSession } from '../../../cloudfunctions/host/sessions';
import type { CallerIdentity } from '../../../cloudfunctions/kit/principal';
import type { Answer } from '../../../cloudfunctions/kit/refusal';
import type { World } from '../../../cloudfunctions/kit/world';
import type { WriteName } from '../../../src/api';
import { createClient } from '../../../src/api/client';
import { overHttp } from '../../../src/api/over-http';
import { createPending, type Sent } from '../../../src/api/pending';
import { addPersona } from '../../host/served';
import type { Wire } from './wire';

/** The session by which the caller is known over HTTP; null makes a newcomer. */
export async function sessionOf(world: World, who: CallerIdentity | null): Promise<string> {
  const known = who && (await findPrincipal(world, who));
  const identityId = known?.identityId ?? randomUUID();
  if (!known) await addPersona(world, identityId, identityId);
  const { token } = await startSession(world, identityId);
  return `${cookieName(false)}=${token}`;
}

export interface Caller {
  /** Taps until there is an answer: yes, or a no. */
  insist(name: string, input: object): Promise<{ answer: Answer; taps: number }>;
  /** Writes without an answer, as the device remembers them. */
  pending(): readonly Sent[];
}
const TAPS_MAX = 5;

/** The app's own client on a device at the other end of the wire. It never waits: the wire tells it when time is up. */
export function openCaller({ clock }: Pick<World, 'clock'>, wire: Wire, cookie: string): Caller {
  let kept: readonly Sent[] = [];
  const limit = () => {
    const ended = new AbortController();
    wire.onSilence = () => ended.abort();
    return { signal: ended.signal, clear: () => {} };
  };
  const withCookie: typeof fetch = (url, init) => fetch(url, { ...init, headers: { ...init?.headers, cookie } });
  const { write } = createClient({
    send: overHttp(`${wire.url}/api`, limit, withCookie),
    pause: () => Promise.resolve(),
    clock,
    pending: createPending({ read: () => kept, write: (value) => (kept = value) }, async () => randomUUID(), clock),
  });
  return {
    pending: () => kept,
    insist: async (name, input) => {
      for (let taps = 1; ; taps++) {
        const answer = (await write(name as WriteName, input as never)) as Answer;
        const isUnknown = !answer.ok && ['UNREACHABLE', 'FAULT'].includes(answer.code);
        if (!isUnknown || taps === TAPS_MAX) return { answer, taps };
      }
    },
  };
}
