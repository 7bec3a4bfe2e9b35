import { randomUUID } from 'node:crypto';
import { newId } from '../../cloudfunctions/kit/ids';
import type { Answer } from '../../cloudfunctions/kit/refusal';
import { openRoom, type Room } from '../../cloudfunctions/kit/room';
import type { FindPrincipal } from '../../cloudfunctions/kit/serve';
import type { World } from '../../cloudfunctions/kit/world';
import { addGrants, rolesOf } from '../../cloudfunctions/organisation/index';
import { businessDate } from '../../cloudfunctions/values/dates';
import type { Role } from '../../cloudfunctions/values/roles';
import { insertResident } from './rows';

/** For rooms that stand on the floor of households or below it: who signs in is the resident of that id, roles are real. */
const findResident: FindPrincipal = async (world, identity) => {
  if (identity.kind !== 'session') return null;
  const residentId = identity.identityId;
  const roles = await rolesOf(world.database.db, residentId, businessDate(world.clock()));
  return { identityId: residentId, residentId, householdId: null, communityId: null, roles };
};

/** Calls `verb` as that resident, or as nobody; a write gets a request id of its own unless one is given. */
export type CallAs = (
  residentId: string | null,
  verb: string,
  input: object,
  requestId?: string,
) => Promise<Answer<never>>;

export function openTestRoom(room: Room, world: World): CallAs {
  const door = openRoom(room, world, findResident);
  const writes = new Set(room.actions.filter((bound) => bound.kind !== 'read').map((bound) => bound.action.name));
  return async (residentId, verb, input, requestId = randomUUID()) => {
    const body = writes.has(`${room.name}.${verb}`) ? { input, requestId } : { input };
    const identity = residentId ? { kind: 'session' as const, identityId: residentId } : null;
    return (await door(verb, { body, identity })) as Answer<never>;
  };
}

/** A new resident who holds the role in the unit from the first day of the year on. */
export async function insertHolder(
  world: World,
  role: Role,
  unitId: string,
  more: { providerId?: string; societyId?: string } = {},
): Promise<string> {
  const residentId = await insertResident(world.database.db);
  const { providerId = null, societyId = null } = more;
  const dates = { validFrom: '2026-01-01', validUntil: null, grantedBy: null, grantedAtMs: 0 };
  const grant = { roleId: newId(world), residentId, role, unitId, providerId, societyId, ...dates };
  await addGrants(world.database.db, [grant]);
  return residentId;
}

/** The data of a success; a refusal fails the test with its code. */
export function dataOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.detail)} ${answer.traceId}`);
  return answer.data;
}

/** The code of a refusal, or 'ok'. */
export const codeOf = (answer: Answer): string => (answer.ok ? 'ok' : answer.code);
