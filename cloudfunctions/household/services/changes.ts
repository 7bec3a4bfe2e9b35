import type { Call } from '../../kit/handler';
import { type UnitChange, unitChangesById } from '../../organisation';
import type { ChangeRow } from '../store/changes';
import { householdsOf } from '../store/households';
import { namesOf, personalDataOf } from './personal/read';

const unitsOf = (change: UnitChange | undefined) =>
  change?.toName
    ? { kind: change.kind, name: change.name, toName: change.toName, fromOn: change.fromOn, because: change.because }
    : null;

/** Changes with the names and places that they are told by. */
export async function describeChanges(call: Call, page: readonly ChangeRow[]) {
  const ids = page.flatMap(({ residentId, guardianId, byResidentId }) =>
    [residentId ?? [], guardianId ?? [], byResidentId].flat(),
  );
  const lists = page.flatMap(({ importId }) => importId ?? []);
  const [names, listNames, unitChanges, households] = await Promise.all([
    namesOf(call.world, call.db, [...new Set(ids)]),
    personalDataOf(call.world, call.db, [...new Set(lists)], 'note'),
    unitChangesById(call.db, [...new Set(page.flatMap(({ unitChangeId }) => unitChangeId ?? []))]),
    householdsOf(call.db, [
      ...new Set(page.flatMap(({ householdId, toHouseholdId }) => [householdId ?? [], toHouseholdId ?? []].flat())),
    ]),
  ]);
  const place = (id: string | null) => {
    const household = households.get(id ?? '');
    return household
      ? { householdId: household.householdId, number: household.number, communityName: household.communityName }
      : null;
  };
  return page.map(
    ({ byResidentId, householdId, toHouseholdId, guardianId, importId, unitChangeId, fields, ...change }) => ({
      ...change,
      fields: [...fields],
      name: names.get(change.residentId ?? '') ?? '',
      guardianName: names.get(guardianId ?? '') ?? '',
      byName: names.get(byResidentId) ?? '',
      listName: listNames.get(importId ?? '')?.note ?? null,
      units: unitsOf(unitChanges.get(unitChangeId ?? '')),
      from: place(householdId),
      to: place(toHouseholdId),
    }),
  );
}
