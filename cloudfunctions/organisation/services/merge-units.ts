import type { Call, WriteCall } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { ResidentCaller } from '../../kit/principal';
import type { Db } from '../../kit/transaction';
import { UNIT_NAME_MAX } from '../../values/limits';
import { roleChanged } from '../events';
import { renamedBeside } from '../rules';
import { endGrants } from '../store/founding';
import { addGrants, type GrantRow, grantsIn } from '../store/grants';
import { endUnit, handOver, namedIn, type Standing } from '../store/succession';
import type { UnitChangeRow } from '../store/unit-changes';
import type { UnitRow } from '../store/units';
import { keepUnitChanges } from './change-units';

type Both = { readonly unit: UnitRow; readonly into: UnitRow };

async function renamedOf(db: Db, what: Standing, { unit, into }: Both) {
  const coming = await namedIn(db, what, unit.unitId);
  const there = (await namedIn(db, what, into.unitId)).map(({ name }) => name);
  const before = new Map(coming.map(({ id, name }) => [id, name]));
  return renamedBeside(coming, there, unit.name, UNIT_NAME_MAX).map((one) => ({
    ...one,
    before: before.get(one.id) ?? '',
  }));
}

const isSame = (a: GrantRow, b: GrantRow) =>
  a.residentId === b.residentId &&
  a.role === b.role &&
  a.providerId === b.providerId &&
  a.societyId === b.societyId &&
  (a.validUntil === null || b.validFrom <= a.validUntil) &&
  (b.validUntil === null || a.validFrom <= b.validUntil);

/** What else comes of it when a unit is merged into another: whose role goes along, what of the ended one is renamed. */
export async function foreseeMerge({ db, today }: Pick<Call, 'db' | 'today'>, both: Both) {
  const { unit, into } = both;
  const held = await grantsIn(db, [unit.unitId, into.unitId], today);
  const ended = held.filter(({ unitId }) => unitId === unit.unitId);
  const there = held.filter(({ unitId }) => unitId === into.unitId);
  return {
    ended,
    /** Those who hold the same in the successor already need no second one. */
    carried: ended.filter((one) => !there.some((other) => isSame(one, other))),
    units: await renamedOf(db, 'org_unit', both),
    societies: await renamedOf(db, 'society', both),
    providers: await renamedOf(db, 'provider', both),
  };
}

/**
 * Under the units' locks: grids, societies, providers and roles go over to the successor, in which the unit stands from now
 * on. Roles go along, since the people whom somebody serves are in the successor from the same moment on; whoever is not
 * needed there any more is ended by name, as always.
 */
export async function mergeUnit(
  call: WriteCall<ResidentCaller>,
  {
    unit,
    into,
    households,
    fromOn,
    because,
  }: Both & Pick<UnitChangeRow, 'fromOn' | 'because'> & { households: number },
) {
  const foreseen = await foreseeMerge(call, { unit, into });
  const going = { from: unit.unitId, to: into.unitId };
  await handOver(call.db, 'org_unit', { ...going, renamed: foreseen.units });
  await handOver(call.db, 'society', { ...going, renamed: foreseen.societies });
  await handOver(call.db, 'provider', { ...going, renamed: foreseen.providers });
  await endUnit(call.db, unit, into, fromOn);
  await carryRoles(call, into.unitId, foreseen);
  const renamed = foreseen.units.map(({ id, before, name }) => ({
    ...{ kind: 'renamed' as const, unit: { unitId: id, name: before }, name, fromOn, because },
  }));
  const merged = { kind: 'merged' as const, unit, toUnitId: into.unitId, households, fromOn, because };
  const [changeId = ''] = await keepUnitChanges(call, [merged, ...renamed]);
  return { changeId, ...foreseen };
}

async function carryRoles(
  call: WriteCall<ResidentCaller>,
  unitId: string,
  { ended, carried }: { readonly ended: readonly GrantRow[]; readonly carried: readonly GrantRow[] },
): Promise<void> {
  const { db, nowMs, today, caller } = call;
  const endedIds = ended.map(({ roleId }) => roleId);
  await endGrants(db, endedIds, caller.residentId, nowMs);
  const rows = carried.map(({ residentId, role, providerId, societyId, validFrom, validUntil }) => ({
    ...{ roleId: newId(call.world), residentId, role, unitId, providerId, societyId, validUntil },
    ...{ validFrom: validFrom > today ? validFrom : today, grantedBy: caller.residentId, grantedAtMs: nowMs },
  }));
  if (rows.length > 0) await addGrants(db, rows);
  const told = [
    ...ended.map((one) => ({ ...one, change: 'revoked' as const })),
    ...rows.map((one) => ({ ...one, change: 'granted' as const })),
  ];
  for (const { roleId, residentId, role, unitId: where, change } of told)
    call.publish(roleChanged({ roleId, residentId, role, unitId: where, change }));
}
