import type { PersonRow } from '../../household';
import type { Call } from '../../kit/handler';
import type { FoundBy } from '../../values/activities';
import { type Door, showAtDoor } from '../store/doors';

/**
 * Who of these is at another door at this moment, by resident. A card is one household's, a personal code one person's, and
 * neither is at two doors at once. Whom staff find by name they see before them: they answer for it, and that is the way
 * on for somebody whose card was passed along.
 */
export async function atAnotherDoor(
  { db, nowMs }: Call,
  activityId: string,
  people: readonly PersonRow[],
  how: FoundBy,
): Promise<ReadonlyMap<string, Door>> {
  if (how === 'name') return new Map();
  const shownFor = (person: PersonRow) => [
    person.residentId,
    ...(how === 'card' && person.householdId ? [person.householdId] : []),
  ];
  const doors = await showAtDoor(db, activityId, [...new Set(people.flatMap(shownFor))], nowMs);
  return new Map(
    people.flatMap((person) => {
      const door = shownFor(person).flatMap((shown) => doors.get(shown) ?? [])[0];
      return door ? [[person.residentId, door] as const] : [];
    }),
  );
}
