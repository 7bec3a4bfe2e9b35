import { type Me, useMe } from '../session';

export type FamilyMember = NonNullable<Me['household']>['members'][number];

/** Those whom this person may act for: children, and elders in their care. */
export function useFamily(): readonly FamilyMember[] {
  const { me } = useMe();
  const own = me?.resident?.residentId;
  return (me?.household?.members ?? []).filter((member) => member.mayActFor && member.residentId !== own);
}
