import { useMemo, useState } from 'react';
import type { Role } from '../../../cloudfunctions/values/roles';
import { useWhole } from '../../api/use-whole';
import type { Me } from '../../session';
import { useWide } from '../../theme/use-wide';
import { sectionsOf } from './held';
import { byId, inOrder } from './places';
import { type Position, positionsOf } from './positions';
import { useKnownNames } from './use-known-names';

const SHOWN_AT_ONCE = 50;
type Chosen = Role | 'all';

/** Who holds which role under one of the caller's posts, as much of it as is shown. */
export function useTeam(position: Position | undefined) {
  const roles = useWhole('organisation.roles', position ? { unitId: position.unitId } : null, 'roles');
  const tree = useWhole('organisation.tree', position ? { underUnitId: position.unitId } : null, 'units');
  const [role, choose] = useState<Chosen>('all');
  const [asked, setMost] = useState(SHOWN_AT_ONCE);
  const most = useWide() ? Number.POSITIVE_INFINITY : asked; // a table is sorted and saved as a whole
  const { data: all } = roles;
  const units = useMemo(() => inOrder(tree.data ?? []), [tree.data]);
  const wanted = useMemo(() => all?.filter((one) => role === 'all' || one.role === role), [all, role]);
  const sections = useMemo(() => {
    if (!position || !wanted) return [];
    let left = most;
    return sectionsOf(wanted, units, position).flatMap(({ unit, held }) => {
      const shown = held.slice(0, Math.max(0, left));
      left -= shown.length;
      return shown.length > 0 ? [{ unit, held: shown }] : [];
    });
  }, [wanted, units, position, most]);
  const shown = sections.flatMap(({ held }) => held);
  const names = useKnownNames(shown);
  return {
    all,
    units,
    unitsById: useMemo(() => byId(units), [units]),
    /** Those whose names are known already. */
    sections: sections
      .map(({ unit, held }) => ({ unit, held: held.filter(names.knows) }))
      .filter(({ held }) => held.length > 0),
    names,
    role,
    choose,
    hasMore: shown.length < (wanted?.length ?? 0),
    more: () => setMost(asked + SHOWN_AT_ONCE),
    ready: all !== undefined && tree.data !== undefined && shown.every(names.knows),
    refusal: roles.refusal ?? tree.refusal ?? names.refusal,
    reload: async () => void (await Promise.all([roles.reload(), tree.reload(), names.reload()])),
  };
}
export type Team = ReturnType<typeof useTeam>;

/** Under which of their roles the caller appoints now; most have one. */
export function usePosition(me: Me) {
  const [chosen, choose] = useState<string>();
  const key = me.roles.map(({ roleId }) => roleId).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at every visit, and mostly the same roles
  const positions = useMemo(() => positionsOf(me), [key]);
  const position = positions.find(({ unitId }) => unitId === chosen) ?? positions[0];
  return { positions, position, choose };
}
