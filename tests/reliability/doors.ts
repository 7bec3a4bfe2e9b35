import { randomUUID } from 'node:crypto';
import { findPrincipal, rooms } from '../../cloudfunctions/host/rooms';
import { openRoom } from '../../cloudfunctions/kit/room';
import type { World } from '../../cloudfunctions/kit/world';
import type { Somebody } from '../household/neighbourhood';

const kinds = new Map(rooms.flatMap((room) => room.actions.map((bound) => [bound.action.name, bound.kind] as const)));

export interface Told {
  readonly ok: boolean;
  readonly code?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}
export type AskAny = (who: Somebody, name: string, input: object, requestId?: string) => Promise<Told>;

/** Every room's doors, called by the action's whole name. */
export function openDoors(world: World): AskAny {
  const doors = new Map(rooms.map((room) => [room.name, openRoom(room, world, findPrincipal)]));
  return async (who, name, input, requestId = randomUUID()) => {
    const [room = '', verb = ''] = name.split('.');
    const door = doors.get(room);
    if (!door) throw new Error(`no room ${room}`);
    const body = kinds.get(name) === 'read' ? { input } : { input, requestId };
    return (await door(verb, { body, identity: who.identity })) as Told;
  };
}

/** The field of a success's data; a refusal fails the test with its code. */
export function fieldOf<T>(told: Told, field: string): T {
  if (!told.ok) throw new Error(`refused: ${JSON.stringify(told)}`);
  return told.data?.[field] as T;
}
