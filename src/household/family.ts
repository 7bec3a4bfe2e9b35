import { useMe } from '../session';
import { type FamilyMember, servedBy } from './served-by';

export function useFamily(): readonly FamilyMember[] {
  const { me } = useMe();
  return me ? servedBy(me) : [];
}
