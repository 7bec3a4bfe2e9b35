import type { InputOf } from '../../kit/action';
import { lockMutex } from '../../kit/attempt';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { brokenReference } from '../../kit/transaction';
import { type Role, STAFF, SUPERVISORS } from '../../values/roles';
import * as contract from '../contract/roles';
import { roleChanged } from '../events';
import { decideGrant, grantingRole } from '../rules';
import { reachUnit, refuseEnded } from '../services/reach';
import {
  addGrants,
  closeLapsedGrant,
  endGrant,
  type GrantRow,
  grantOf,
  grantsBelow,
  homeOf,
  type NewGrant,
  overlappingGrant,
} from '../store/grants';
import { providersOf, societyOf } from '../store/partners';
import { type UnitRow, unitOf } from '../store/units';

const READERS: readonly Role[] = [...STAFF, ...SUPERVISORS];

/** The grant alone: it stays in the table when it is ended, and its unit's path may be longer than a cursor. */
const BY_GRANT = { roleId: Id };

async function roles(call: Call<RoleHolder>, input: InputOf<typeof contract.roles>) {
  const after = readCursor(BY_GRANT, input.cursor);
  if (isRefusal(after)) return after;
  const unit = await reachUnit(call, input.unitId, READERS);
  if (isRefusal(unit)) return unit;
  const { limit } = input;
  const found = await grantsBelow(call.db, {
    unitPath: unit.path,
    today: call.today,
    afterId: after?.roleId,
    limit: limit + 1,
  });
  const { page, nextCursor } = cutPage(BY_GRANT, found, limit);
  call.note({ targetKind: 'roles', targetId: unit.unitId, unitId: unit.unitId });
  return { roles: page.map(({ unitPath: _path, ...role }) => role), nextCursor };
}

async function grantRole(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.grantRole>) {
  const unit = await unitOf(call.db, input.unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const ended = refuseEnded(unit);
  if (ended) return ended;
  const { caller } = call;
  const validFrom = input.validFrom ?? call.today;
  const validUntil = input.validUntil ?? null;
  const named = await loadNamed(call, input);
  const by = decideGrant(caller, { ...input, ...named, unit, validFrom, validUntil, today: call.today });
  if (isRefusal(by)) return by;
  const home = await homeOf(call.db, input.residentId);
  if (home && !home.startsWith(by.unitPath)) return refuse('RESIDENT_NOT_FOUND'); // of elsewhere: the level above both gives it
  const row: NewGrant = {
    roleId: newId(call.world),
    residentId: input.residentId,
    role: input.role,
    unitId: unit.unitId,
    providerId: input.providerId ?? null,
    societyId: input.societyId ?? null,
    validFrom,
    validUntil,
    grantedBy: caller.residentId,
    grantedAtMs: call.nowMs,
  };
  return (await refuseUnlessAdded(call, row)) ?? publishChange(call, row, unit, by.role, 'granted');
}

async function loadNamed({ db }: Call, { providerId, societyId }: InputOf<typeof contract.grantRole>) {
  const providers = providerId ? await providersOf(db, [providerId]) : null;
  const society = societyId ? await societyOf(db, societyId) : null;
  return {
    provider: { isNamed: Boolean(providerId), unitPath: providers?.get(providerId ?? '')?.unitPath ?? null },
    society: { isNamed: Boolean(societyId), unitId: society?.unitId ?? null },
  };
}

/** Residents are the business of the room above: the foreign key knows whether there is such a person. */
async function refuseUnlessAdded(call: WriteCall, row: NewGrant) {
  try {
    await lockMutex(call.db, `role of ${row.residentId}`);
    const held = await overlappingGrant(call.db, row, call.today);
    if (held) return refuseHeld(held);
    await closeLapsedGrant(call.db, row, row.grantedBy as string, call.today);
    const added = await addGrants(call.db, [row]);
    return added.length === 0 ? refuse('ROLE_HELD_ALREADY') : null;
  } catch (fault) {
    if (brokenReference(fault) === 'role_grant_resident_id_fkey') return refuse('RESIDENT_NOT_FOUND');
    throw fault;
  }
}

const refuseHeld = ({ roleId, validFrom, validUntil }: GrantRow) =>
  refuse('ROLE_HELD_ALREADY', { roleId, validFrom, ...(validUntil && { validUntil }) });

async function revokeRole(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.revokeRole>) {
  const held = await grantOf(call.db, input.roleId);
  const unit = held && (await unitOf(call.db, held.unitId));
  if (!held || !unit) return refuse('ROLE_NOT_FOUND');
  const { caller } = call;
  const by = grantingRole(caller, held.role, unit.path);
  if (!by) return refuse('NOT_ALLOWED', { because: 'notAbove', role: held.role });
  const ended = await endGrant(call.db, held.roleId, caller.residentId, call.nowMs);
  return ended ? publishChange(call, held, unit, by.role, 'revoked') : refuse('ROLE_NOT_FOUND');
}

function publishChange(
  call: WriteCall,
  { roleId, residentId, role }: Pick<NewGrant, 'roleId' | 'residentId' | 'role'>,
  unit: UnitRow,
  under: Role,
  change: 'granted' | 'revoked',
) {
  const { unitId } = unit;
  call.note({ targetKind: 'role', targetId: roleId, unitId, role: under, detail: { residentId, role, change } });
  call.publish(roleChanged({ roleId, residentId, role, unitId, change }));
  return { roleId };
}

export const roleActions = [
  read(contract.roles, roles),
  write(contract.grantRole, grantRole),
  write(contract.revokeRole, revokeRole),
];
