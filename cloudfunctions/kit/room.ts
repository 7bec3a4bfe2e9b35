import type { Bound } from './handler';
import { newId } from './ids';
import { type Answer, type Refusals, refuse } from './refusal';
import { type FindPrincipal, type Incoming, type Serve, serve } from './serve';
import type { World } from './world';

/** A room as its ways in see it: a name, its actions, and what these refuse with beyond what lower rooms do. */
export interface Room {
  readonly name: string;
  readonly actions: readonly Bound[];
  readonly refusals: Refusals;
}

export type Door = (verb: string, incoming: Incoming) => Promise<Answer>;

/** Opens a room onto a world. The same door stands behind a cloud function and behind the host's HTTP path. */
export function openRoom(room: Room, world: World, findPrincipal: FindPrincipal): Door {
  const served = new Map<string, Serve>(
    room.actions.map((bound) => [bound.action.name.slice(room.name.length + 1), serve(world, findPrincipal, bound)]),
  );
  return async (verb, incoming) => {
    const answer = served.get(verb);
    return answer ? answer(incoming) : { ...refuse('ACTION_NOT_FOUND', { room: room.name }), traceId: newId(world) };
  };
}
