import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { useMe } from '../../session';
import { supervisorRole } from '../../session/work';

export type Unit = DataOf<'organisation.tree'>['units'][number];
/** Communities that belong together: of one district or street. */
export interface Group {
  readonly key: string;
  readonly title: string;
  readonly communities: readonly Unit[];
}

/** What a supervisor looks after: the communities below their unit, by what stands above them. */
export function useUnits() {
  const { me, refusal, reload } = useMe();
  const role = me && supervisorRole(me);
  const tree = useRead('organisation.tree', role ? { underUnitId: role.unitId } : null);
  return {
    me,
    role,
    groups: tree.data && groupsOf(tree.data.units),
    refusal: tree.refusal ?? (me ? undefined : refusal),
    reload: me ? tree.reload : reload,
  };
}

function groupsOf(units: readonly Unit[]): Group[] {
  const groups = new Map<string, Unit[]>();
  for (const unit of units)
    if (unit.level === 'community') groups.set(unit.parentId ?? '', [...(groups.get(unit.parentId ?? '') ?? []), unit]);
  return [...groups].map(([key, communities]) => ({
    key,
    title: units.find(({ unitId }) => unitId === key)?.name ?? '社区和村',
    communities,
  }));
}
