import { useEffect } from 'react';
import { MINUTE_MS } from '../../../cloudfunctions/values/dates';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { noteAppFacts, useAppFacts } from '../../app-facts';
import { useItems } from '../../award/award/use-award';
import { useLateSheets } from './late-sheets';

const OFTEN_SHOWN = 4;
const AGAIN_MS = MINUTE_MS;

/** Everything a day's work begins with. */
export function useWorkbench() {
  const items = useItems();
  const { communityId, unitId } = items;
  const today = communityId ? { unitId: communityId, days: 1 } : null;
  const activities = useWhole('activity.list', today, 'activities', AGAIN_MS);
  const lateSheets = useLateSheets(communityId, activities.first?.today);
  const applications = useRead('household.applicationsWaiting', unitId ? { unitId } : null, AGAIN_MS);
  const waiting = applications.data?.count;
  const { waiting: known } = useAppFacts();
  useEffect(() => {
    if (waiting !== undefined && known.applications !== waiting)
      noteAppFacts({ waiting: { ...known, applications: waiting } });
  }, [waiting, known]);

  const others = items.items.filter((item) => !items.often.includes(item));
  return {
    ...items,
    activities: activities.data?.filter(({ isCancelled }) => !isCancelled),
    activitiesRefusal: activities.refusal,
    reloadActivities: activities.reload,
    lateSheets,
    waiting,
    oldestMs: applications.data?.oldestAtMs,
    /** What was given lately; a newcomer's list is filled up from the catalogue. */
    handy: [...items.often, ...others].slice(0, OFTEN_SHOWN),
  };
}
export type Workbench = ReturnType<typeof useWorkbench>;
