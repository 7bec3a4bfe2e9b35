import { type AttemptLimit, countOrRefuse, tooMany } from '../../kit/attempt';
import { CALL_WINDOW_MS, CALLS_PER_MINUTE, limitFactorIn } from '../../kit/call-limit';
import type { CallerIdentity } from '../../kit/principal';
import type { Refusal } from '../../kit/refusal';
import type { Dispatch, Room } from '../../kit/room';
import type { World } from '../../kit/world';

type Count = (limit: AttemptLimit, nowMs: number) => Promise<Refusal<'TOO_MANY'> | null>;

/**
 * A room's dispatch as a function shows it: so many calls a minute per person and action, then TOO_MANY, with the host's
 * figures and its setting. Writes are counted in the database, for all instances together. Reads are counted in this
 * instance alone: they are many and cheap, and an instance answers one call at a time, so whoever is spread over a few
 * instances reads a few times as much.
 */
export function limitCalls(room: Room, dispatch: Dispatch, world: World, env: NodeJS.ProcessEnv): Dispatch {
  const factor = limitFactorIn(env);
  if (factor === 0) return dispatch;
  const effects = new Map(room.actions.map(({ action }) => [action.name, action.effect]));
  const inDatabase: Count = (limit, nowMs) => countOrRefuse(world.database, limit, nowMs);
  const count = { read: countingHere(), write: inDatabase };
  return async (verb, incoming) => {
    const name = `${room.name}.${verb}`;
    const effect = effects.get(name);
    if (!effect || !incoming.identity) return dispatch(verb, incoming);
    const max = Math.max(1, Math.round(CALLS_PER_MINUTE[effect] * factor));
    const limit = { key: `call ${name} ${pseudonym(world, incoming.identity)}`, max, windowMs: CALL_WINDOW_MS };
    return dispatch(verb, { ...incoming, crowded: count[effect](limit, world.clock()) });
  };
}

/** Forgets a minute's callers when the next one begins. */
function countingHere(): Count {
  let minute = 0;
  const counts = new Map<string, number>();
  return async (limit, nowMs) => {
    const current = Math.floor(nowMs / limit.windowMs);
    if (current !== minute) counts.clear();
    minute = current;
    const calls = (counts.get(limit.key) ?? 0) + 1;
    counts.set(limit.key, calls);
    return calls > limit.max ? tooMany(limit, nowMs) : null;
  };
}

/** An openid stands nowhere as it is. */
function pseudonym({ keys }: World, identity: CallerIdentity): string {
  const subject = identity.kind === 'wechat' ? identity.openid : identity.identityId;
  return keys.hmac('lookup', 'call', subject).toString('base64url');
}
