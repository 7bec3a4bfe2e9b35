import type { Call } from '../../kit/handler';
import { type Refusal, refuse } from '../../kit/refusal';
import { grantingRole, grantsOf, rolesOf } from '../../organisation';
import type { Role } from '../../values/roles';

/**
 * Refuses when the resident holds a role, or will, that `openerId` could not end: who hands out what one binds with could keep
 * it, and have that role. The founder alone opens the way to themself, since nobody stands above.
 */
export async function refuseRoleAbove(
  call: Pick<Call, 'db' | 'today'>,
  residentId: string,
  openerId: string,
): Promise<Refusal<'NOT_ALLOWED'> | null> {
  if (openerId === residentId) return null;
  const held = await grantsOf(call.db, residentId, call.today);
  if (held.length === 0) return null;
  const opener = { roles: await rolesOf(call.db, openerId, call.today) };
  const above: Role | undefined = held.find(({ role, unitPath }) => !grantingRole(opener, role, unitPath))?.role;
  return above ? refuse('NOT_ALLOWED', { because: 'holdsRole', role: above }) : null;
}
