import { MINUTE_MS } from '../../../cloudfunctions/values/dates';
import type { WaitingKind } from '../../../cloudfunctions/values/waiting';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { useNoteWaiting } from '../../app-facts';
import { useItems } from '../../award/award/use-items';
import { useLateSheets } from './late-sheets';

const OFTEN_SHOWN = 4;
const AGAIN_MS = MINUTE_MS;

/** How many of each kind, none where the caller decides none. */
function countsOf(waiting: DataOf<'oversight.waiting'> | undefined): Record<WaitingKind, number> | undefined {
  if (!waiting) return undefined;
  const counts = { application: 0, correction: 0, award: 0, household: 0, merge: 0, slip: 0 };
  for (const { kind, count } of waiting.kinds) counts[kind] = count;
  return counts;
}

/** The side menu says how many. */
function useCounts(waiting: DataOf<'oversight.waiting'> | undefined): void {
  const counts = countsOf(waiting);
  useNoteWaiting('applications', counts?.application);
  useNoteWaiting('corrections', counts?.correction);
  useNoteWaiting('second', counts && counts.award + counts.household + counts.merge);
  useNoteWaiting('shelf', counts?.slip);
}

/** Everything a day's work begins with. */
export function useWorkbench() {
  const items = useItems();
  const { communityId, unitId } = items;
  const today = communityId ? { unitId: communityId, days: 1 } : null;
  const activities = useWhole('activity.list', today, 'activities', AGAIN_MS);
  const lateSheets = useLateSheets(communityId, activities.first?.today);
  const waiting = useRead('oversight.waiting', unitId ? { unitId } : null, AGAIN_MS);
  useCounts(waiting.data);

  const others = items.items.filter((item) => !items.often.includes(item));
  return {
    ...items,
    activities: activities.data?.filter(({ isCancelled }) => !isCancelled),
    activitiesRefusal: activities.refusal,
    reloadActivities: activities.reload,
    lateSheets,
    waiting,
    /** What was given lately; a newcomer's list is filled up from the catalogue. */
    handy: [...items.often, ...others].slice(0, OFTEN_SHOWN),
  };
}
export type Workbench = ReturnType<typeof useWorkbench>;
