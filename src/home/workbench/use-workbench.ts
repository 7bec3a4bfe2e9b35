import { MINUTE_MS } from '../../../cloudfunctions/values/dates';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { useNoteWaiting } from '../../app-facts';
import { useItems } from '../../award/award/use-items';
import { isAdmin } from '../../session/work';
import { useLateSheets } from './late-sheets';

const OFTEN_SHOWN = 4;
const AGAIN_MS = MINUTE_MS;

/** Everything a day's work begins with. */
export function useWorkbench() {
  const items = useItems();
  const { communityId, me, unitId } = items;
  const today = communityId ? { unitId: communityId, days: 1 } : null;
  const activities = useWhole('activity.list', today, 'activities', AGAIN_MS);
  const lateSheets = useLateSheets(communityId, activities.first?.today);
  const applications = useRead('household.applicationsWaiting', unitId ? { unitId } : null, AGAIN_MS);
  const decides = me !== undefined && isAdmin(me);
  const corrections = useRead(
    'ledger.correctionsWaiting',
    decides && communityId ? { unitId: communityId } : null,
    AGAIN_MS,
  );
  useNoteWaiting('applications', applications.data?.count);
  useNoteWaiting('corrections', corrections.data?.count);

  const others = items.items.filter((item) => !items.often.includes(item));
  return {
    ...items,
    activities: activities.data?.filter(({ isCancelled }) => !isCancelled),
    activitiesRefusal: activities.refusal,
    reloadActivities: activities.reload,
    lateSheets,
    applications: applications.data,
    /** Whether the caller decides corrections. */
    decides,
    corrections: corrections.data,
    /** What was given lately; a newcomer's list is filled up from the catalogue. */
    handy: [...items.often, ...others].slice(0, OFTEN_SHOWN),
  };
}
export type Workbench = ReturnType<typeof useWorkbench>;
export type Waiting = NonNullable<Workbench['applications']>;
