import { randomUUID } from 'node:crypto';
import { activityRoom } from '../../cloudfunctions/activity/main';
import { awardRoom } from '../../cloudfunctions/award/main';
import { catalogueRoom } from '../../cloudfunctions/catalogue/main';
import { findPrincipal } from '../../cloudfunctions/household';
import { openRoom, type Room } from '../../cloudfunctions/kit/room';
import type { World } from '../../cloudfunctions/kit/world';
import { ledgerRoom } from '../../cloudfunctions/ledger/main';
import { rewardRoom } from '../../cloudfunctions/reward/main';
import type { Somebody } from '../household/neighbourhood';

const ROOMS: readonly Room[] = [activityRoom, awardRoom, catalogueRoom, ledgerRoom, rewardRoom];
const kinds = new Map(ROOMS.flatMap((room) => room.actions.map((bound) => [bound.action.name, bound.kind] as const)));

export interface Told {
  readonly ok: boolean;
  readonly code?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}
export type AskAny = (who: Somebody, name: string, input: object, requestId?: string) => Promise<Told>;

/** The doors of every room that moves points, called by the action's whole name. */
export function openDoors(world: World): AskAny {
  const doors = new Map(ROOMS.map((room) => [room.name, openRoom(room, world, findPrincipal)]));
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
