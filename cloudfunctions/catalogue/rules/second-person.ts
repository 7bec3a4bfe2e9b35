/** Somebody who drafts or publishes an item; `leads`: admin of the community, or somebody of the level above. */
export interface Author {
  readonly residentId: string;
  readonly leads: boolean;
}

/**
 * Two people stand behind an item: who drafted it last, and who publishes it, one of them an admin or of the level above.
 * Up to `pointsAlone`, a setting of the community, an admin does without the second.
 */
export function lacksSecondPerson(points: number, pointsAlone: number, drafter: Author, publisher: Author): boolean {
  if (points <= pointsAlone) return !publisher.leads;
  return drafter.residentId === publisher.residentId || !(drafter.leads || publisher.leads);
}
