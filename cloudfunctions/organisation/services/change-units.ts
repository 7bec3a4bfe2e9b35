import type { WriteCall } from '../../kit/handler';
import { newId } from '../../kit/ids';
import { type Principal, type ResidentCaller, reaches } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import { APPOINTERS } from '../../values/roles';
import { unitChanged } from '../events';
import { insertUnitChanges, type UnitChangeRow } from '../store/unit-changes';
import type { UnitRow } from '../store/units';

/** Who stands above a unit says what it is: a community's own people do of its grids and groups, and not of itself. */
export const refuseBelow = (caller: Principal, path: string): Refusal<'NOT_ALLOWED'> | null =>
  reaches(caller, APPOINTERS, path) ? null : refuse('NOT_ALLOWED', { because: 'outOfReach' });

type Change = Pick<UnitChangeRow, 'kind' | 'fromOn' | 'because'> & {
  readonly unit: Pick<UnitRow, 'unitId' | 'name'>;
  readonly name?: string;
  readonly toUnitId?: string;
  readonly households?: number;
};

/** The history of units, the audit log and the word to rooms above. Answers with the changes' ids, in their order. */
export async function keepUnitChanges(
  call: WriteCall<ResidentCaller>,
  changes: readonly Change[],
): Promise<readonly string[]> {
  const rows = changes.map(({ kind, fromOn, because, unit, name = null, toUnitId = null, households = null }) => ({
    ...{ changeId: newId(call.world), kind, fromOn, because, unitId: unit.unitId },
    ...{ name: unit.name, newName: name, toUnitId, households },
  }));
  await insertUnitChanges(call.db, rows, { residentId: call.caller.residentId, atMs: call.nowMs });
  for (const { changeId, kind, unitId, toUnitId } of rows) {
    call.note({
      targetKind: 'unit',
      targetId: unitId,
      unitId,
      detail: { changeId, kind, ...(toUnitId && { toUnitId }) },
    });
    call.publish(unitChanged({ changeId, kind, unitId, toUnitId }));
  }
  return rows.map(({ changeId }) => changeId);
}
