import { MINUTE_MS } from '../../../cloudfunctions/values/dates';
import type { WaitingKind } from '../../../cloudfunctions/values/waiting';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { useNoteWaiting } from '../../app-facts';
import { useItems } from '../../award/award/use-items';
import { isAdmin } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { useLateSheets } from './late-sheets';

const OFTEN_SHOWN = 4;
const AGAIN_MS = MINUTE_MS;

/** How many of each kind, none where the caller decides none. */
function countsOf(waiting: DataOf<'oversight.waiting'> | undefined): Record<WaitingKind, number> | undefined {
  if (!waiting) return undefined;
  const counts = { application: 0, correction: 0, award: 0, household: 0, slip: 0 };
  for (const { kind, count } of waiting.kinds) counts[kind] = count;
  return counts;
}

interface Asked {
  readonly data?: { readonly count: number } | undefined;
}

/** The side menu says how many: at a desk as one answer tells all, on a phone as each tells its own. */
function useCounts(waiting: DataOf<'oversight.waiting'> | undefined, applications: Asked, corrections: Asked): void {
  const counts = countsOf(waiting);
  useNoteWaiting('applications', applications.data?.count ?? counts?.application);
  useNoteWaiting('corrections', corrections.data?.count ?? counts?.correction);
  useNoteWaiting('second', counts && counts.award + counts.household);
  useNoteWaiting('shelf', counts?.slip);
}

/** Everything a day's work begins with. */
export function useWorkbench() {
  const items = useItems();
  const { communityId, me, unitId } = items;
  const today = communityId ? { unitId: communityId, days: 1 } : null;
  const activities = useWhole('activity.list', today, 'activities', AGAIN_MS);
  const lateSheets = useLateSheets(communityId, activities.first?.today);
  const wide = useWide();
  const atDesk = wide && unitId ? { unitId } : null;
  const waiting = useRead('oversight.waiting', atDesk, AGAIN_MS);
  const onPhone = !wide && unitId ? { unitId } : null;
  const applications = useRead('household.applicationsWaiting', onPhone, AGAIN_MS);
  const decides = me !== undefined && isAdmin(me);
  const corrections = useRead(
    'ledger.correctionsWaiting',
    decides && !wide && communityId ? { unitId: communityId } : null,
    AGAIN_MS,
  );
  useCounts(waiting.data, applications, corrections);

  const others = items.items.filter((item) => !items.often.includes(item));
  return {
    ...items,
    activities: activities.data?.filter(({ isCancelled }) => !isCancelled),
    activitiesRefusal: activities.refusal,
    reloadActivities: activities.reload,
    lateSheets,
    /** At a desk all that waits; on a phone what its tiles tell. */
    waiting,
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
