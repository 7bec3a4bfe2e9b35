import { namesOf } from '../../household';
import type { Call } from '../../kit/handler';
import { CHANGES_TOLD } from '../contract/changes';
import { type ChangeRow, changesOf, type Named } from '../store/changes';

/** Whoever names, renames or ends one of a unit comes one behind the other, so that no two are called the same. */
export const namesOfKinds = (unitId: string) => `rewardKind:${unitId}`;
export const namesOfGoods = (unitId: string) => `goods:${unitId}`;

/** What was changed about some, as contracts show it. */
export async function changesTold(call: Call, named: Named, ids: readonly string[]) {
  const rowsOf = await changesOf(call.db, named, ids);
  const people = ids.flatMap(rowsOf).map(({ changedBy }) => changedBy);
  const names = await namesOf(call.world, call.db, [...new Set(people)]);
  const told = ({ changedBy, ...change }: ChangeRow) => ({ ...change, byName: names.get(changedBy) ?? '' });
  return (id: string) => rowsOf(id).slice(-CHANGES_TOLD).map(told);
}
