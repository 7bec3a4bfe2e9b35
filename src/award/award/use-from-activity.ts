import { useState } from 'react';
import { addDays, businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { useWhole } from '../../api/use-whole';
import { clock } from '../../device/clock';
import { usePeopleByIds } from './by-ids';
import type { Items } from './use-items';

/** Who is thanked for an activity is thanked within the month. */
const DAYS_BACK = 30;
export type Come = 'signedUp' | 'arrived';

function useActivities(communityId: string | undefined) {
  const span = { fromDate: addDays(businessDate(clock()), -DAYS_BACK), days: DAYS_BACK + 2 };
  const { data, refusal, reload } = useWhole(
    'activity.list',
    communityId ? { unitId: communityId, ...span } : null,
    'activities',
  );
  return { activities: data?.filter(({ isCancelled }) => !isCancelled).reverse(), refusal, reload };
}

/** Whose names stand on its list, and who of them has a place. */
function useSignedUp(activityId: string | undefined) {
  const asked = activityId ? { activityId, masked: false, limit: PAGE_MAX } : null;
  const { data, refusal, reload } = useWhole('activity.signedUp', asked, 'people');
  const ids = data?.flatMap(({ residentId, state }) => (state === 'signedUp' ? residentId : []));
  return { ids, refusal, reload };
}

function useArrived(activityId: string | undefined) {
  const asked = activityId ? { activityId, masked: false } : null;
  const { data, refusal, reload } = useWhole('activity.attendance', asked, 'arrivals');
  return { ids: data && [...new Set(data.map(({ residentId }) => residentId))], refusal, reload };
}

/** Those who signed up for an activity, or were there. */
export function useFromActivity({ communityId, unitId }: Items, isAsked: boolean) {
  const [chosen, choose] = useState<string>();
  const [come, setCome] = useState<Come>('signedUp');
  const list = useActivities(isAsked ? communityId : undefined);
  const activityId = isAsked ? chosen : undefined;
  const signedUp = useSignedUp(come === 'signedUp' ? activityId : undefined);
  const arrived = useArrived(come === 'arrived' ? activityId : undefined);
  const { ids, refusal, reload } = come === 'signedUp' ? signedUp : arrived;
  const found = usePeopleByIds(unitId, ids);
  return {
    ...{ activityId: chosen, choose, come, setCome },
    /** The newest first. */
    ...{ activities: list.activities, activitiesRefusal: list.refusal, reloadActivities: list.reload },
    people: found.people,
    refusal: refusal ?? found.refusal,
    reload: refusal ? reload : found.reload,
    /** Signed up or came, and are not among those whom the caller looks after. */
    elsewhere: ids && found.people ? ids.length - found.people.length : 0,
  };
}
export type FromActivity = ReturnType<typeof useFromActivity>;
