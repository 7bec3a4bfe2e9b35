import type { DataOf } from '../../api';
import { useWhole } from '../../api/use-whole';
import { groupedBy } from '../../words/grouped-by';

export type Unit = DataOf<'organisation.tree'>['units'][number];
/** Communities that belong together: of one district or street. */
export interface Group {
  readonly key: string;
  readonly title: string;
  readonly communities: readonly Unit[];
}

/** What a supervisor looks after: the communities below their unit, by what stands above them. */
export function useUnits(unitId: string) {
  const { data, refusal, reload } = useWhole('organisation.tree', { underUnitId: unitId }, 'units');
  return { groups: data && groupsOf(data), refusal, reload };
}

function groupsOf(units: readonly Unit[]): Group[] {
  const all = units.filter(({ level }) => level === 'community');
  return [...groupedBy(all, ({ parentId }) => parentId ?? '')].map(([key, communities]) => ({
    key,
    title: units.find(({ unitId }) => unitId === key)?.name ?? '社区和村',
    communities,
  }));
}
