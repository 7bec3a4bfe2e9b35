import { useMe } from '.';
import { communityOf, workRole } from './work';

/** Where the caller works: the community whose items and activities count, and the unit whose people they look after. */
export function useWork() {
  const { me, refusal, reload } = useMe();
  const role = me && workRole(me);
  return { me, refusal, reload, communityId: me && communityOf(me), unitId: role?.unitId, role };
}
