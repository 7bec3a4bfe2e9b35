import { denied, hasRight } from '../../household';
import type { Call } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { refuse } from '../../kit/refusal';
import { unitOf } from '../../organisation';

/** A community whose shelf the caller may keep, or look at. */
export async function reachShelf(call: Call<RoleHolder>, unitId: string, to: 'keepGoods' | 'watchGoods') {
  const unit = await unitOf(call.db, unitId);
  if (unit?.level !== 'community') return refuse('UNIT_NOT_FOUND', { level: 'community' });
  return hasRight(call, to, { unitPath: unit.path }) ? unit : denied(to);
}
