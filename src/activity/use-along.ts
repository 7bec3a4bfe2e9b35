import { useState } from 'react';
import type { DataOf } from '../api';
import { useWrite } from '../api/use-write';
import { useToggle } from '../components/checkbox/use-toggle';
import { useBegun } from '../components/leaving/use-begun';
import { useFamily } from '../household/family';
import { broughtTo, keepBrought } from '../session/checked-in';

type Brought = DataOf<'activity.bringAlong'>;

/** Who of the family came along: asked once the points are safe, and only of those who have somebody to bring. */
export function useAlong(activityId: string | undefined, onBrought?: (brought: Brought) => void) {
  const family = useFamily();
  const { ticked, toggle } = useToggle<string>();
  const [brought, setBrought] = useState<{ activityId: string; along: Brought['along'] }>();
  const { run, busy, refusal } = useWrite('activity.bringAlong');
  const isDone = brought !== undefined && brought.activityId === activityId;
  const chosen = activityId && !isDone ? ticked.filter((id) => family.some(({ residentId }) => residentId === id)) : [];
  const earlier = broughtTo(activityId);
  const begun = useBegun(chosen.length > 0 ? `勾了 ${chosen.length} 位家人，还没有替他们签到。` : undefined);
  const bring = async () => {
    if (!activityId) return;
    const answer = await run({ activityId, alongIds: [...chosen] });
    if (!answer) return;
    keepBrought(activityId, chosen);
    setBrought({ activityId, along: answer.along });
    onBrought?.(answer);
  };
  return {
    ...{ family, chosen, toggle, bring, busy, refusal },
    /** Who is asked about: whoever was brought before, from another page or at an earlier scan, is not. */
    offered: family.filter(({ residentId }) => !earlier.includes(residentId)),
    /** Undefined until they were brought. */
    along: isDone ? brought.along : undefined,
    leave: begun.leave,
  };
}
export type Along = ReturnType<typeof useAlong>;
