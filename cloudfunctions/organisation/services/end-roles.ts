import type { WriteCall } from '../../kit/handler';
import { roleChanged } from '../events';
import { endGrants } from '../store/founding';
import { grantsOf } from '../store/grants';

/** Ends every role that somebody holds or will, and tells of each. */
export async function endRolesOf(
  call: Pick<WriteCall, 'db' | 'today' | 'nowMs' | 'publish'>,
  residentId: string,
  byResidentId: string,
): Promise<void> {
  const held = await grantsOf(call.db, residentId, call.today);
  if (held.length === 0) return;
  await endGrants(
    call.db,
    held.map(({ roleId }) => roleId),
    byResidentId,
    call.nowMs,
  );
  for (const { roleId, role, unitId } of held)
    call.publish(roleChanged({ roleId, residentId, role, unitId, change: 'revoked' }));
}
