import { STAFF_CLOSES_AFTER_DAYS, STAFF_CLOSES_AFTER_MS } from '../../../cloudfunctions/values/activities';
import { addDays, businessDate } from '../../../cloudfunctions/values/dates';
import type { Activity } from '../../activity/use-week';
import { useWhole } from '../../api/use-whole';
import { clock } from '../../device/clock';

/** What was over before today and whose sheet may still be typed in, the latest first. */
function stillOpen(activities: readonly Activity[], today: string, nowMs: number): Activity[] {
  return activities
    .filter(
      ({ isCancelled, endsAtMs }) =>
        !isCancelled && businessDate(endsAtMs - 1) < today && endsAtMs + STAFF_CLOSES_AFTER_MS > nowMs,
    )
    .sort((a, b) => b.endsAtMs - a.endsAtMs);
}

/** Activities of the last days; `today` is the server's, unknown at first. */
export function useLateSheets(unitId: string | undefined, today: string | undefined) {
  const question =
    unitId && today
      ? { unitId, fromDate: addDays(today, -STAFF_CLOSES_AFTER_DAYS), days: STAFF_CLOSES_AFTER_DAYS }
      : null;
  const { data, refusal, reload } = useWhole('activity.list', question, 'activities');
  const activities = data && today ? stillOpen(data, today, clock()) : undefined;
  return { activities, today: today ?? '', refusal, reload };
}
export type Late = ReturnType<typeof useLateSheets>;
