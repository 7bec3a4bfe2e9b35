import type { Handler } from './handler';
import { newId } from './ids';
import { type Answer, type Refusals, refuse } from './refusal';
import { type FindPrincipal, type Incoming, type Serve, serve } from './serve';
import type { World } from './world';

/** A room as its ways in see it: a name, its actions, and what these refuse with beyond what lower rooms do. */
export interface Room {
  readonly name: string;
  readonly actions: readonly Handler[];
  readonly refusals: Refusals;
}

export type Dispatch = (verb: string, incoming: Incoming) => Promise<Answer>;

/** Opens a room onto a world. The same dispatch stands behind a cloud function and behind the host's HTTP path. */
export function openRoom(room: Room, world: World, findPrincipal: FindPrincipal): Dispatch {
  const served = new Map<string, Serve>(
    room.actions.map((handler) => [
      handler.action.name.slice(room.name.length + 1),
      serve(world, findPrincipal, handler),
    ]),
  );
  return async (verb, incoming) => {
    const answer = served.get(verb);
    return answer ? answer(incoming) : { ...refuse('ACTION_NOT_FOUND', { room: room.name }), traceId: newId(world) };
  };
}
