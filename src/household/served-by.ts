import type { Me } from '../session';

export type FamilyMember = NonNullable<Me['household']>['members'][number];

export interface Family {
  readonly resident: Me['resident'];
  readonly household: Pick<NonNullable<Me['household']>, 'members'> | null;
  readonly wards?: Me['wards'];
}

/** Those whom somebody may act for beside themself: children, elders in their care, and wards who live elsewhere. */
export function servedBy({ resident, household, wards = [] }: Family): FamilyMember[] {
  const atHome = (household?.members ?? []).filter(
    (member) => member.mayActFor && member.residentId !== resident?.residentId,
  );
  return [...atHome, ...wards.map((ward) => ({ ...ward, relation: '由你监护' }))];
}
