import { randomUUID } from 'node:crypto';
import { findPrincipal, rooms } from '../../../cloudfunctions/host/rooms';
import type { Handler } from '../../../cloudfunctions/kit/handler';
import type { CallerIdentity } from '../../../cloudfunctions/kit/principal';
import type { Answer } from '../../../cloudfunctions/kit/refusal';
import { type Serve, serve } from '../../../cloudfunctions/kit/serve';
import type { World } from '../../../cloudfunctions/kit/world';
import { holdToTold } from './told-detail';

/** Every action that the host answers, in the order of the floors. */
export const registry: readonly Handler[] = rooms.flatMap((room) => room.actions);
export const boundOf = (name: string): Handler => {
  const found = registry.find(({ action }) => action.name === name);
  if (!found) throw new Error(`there is no action ${name}`);
  return found;
};

export type Who = CallerIdentity | null;
export interface Desk {
  /** The whole body as it comes from outside. */
  send(who: Who, name: string, body: unknown): Promise<Answer>;
  ask(who: Who, name: string, input: unknown, requestId?: string): Promise<Answer>;
  /** The data of what must succeed. */
  must<T>(who: Who, name: string, input: unknown): Promise<T>;
}

/** All rooms behind one counter, as the host wires them. */
export function openDesk(world: World): Desk {
  const served = new Map<string, Serve>(
    registry.map((bound) => [bound.action.name, serve(world, findPrincipal, bound)]),
  );
  const send: Desk['send'] = async (identity, name, body) => {
    const serveIt = served.get(name);
    if (!serveIt) throw new Error(`there is no action ${name}`);
    const answer = await serveIt({ body, identity });
    holdToTold(answer);
    return answer;
  };
  const ask: Desk['ask'] = (who, name, input, requestId = randomUUID()) =>
    send(who, name, boundOf(name).action.effect === 'read' ? { input } : { input, requestId });
  return {
    send,
    ask,
    must: async <T>(who: Who, name: string, input: unknown) => {
      const answer = await ask(who, name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.detail)}`);
      return answer.data as T;
    },
  };
}
