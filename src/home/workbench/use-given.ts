import { MINUTE_MS } from '../../../cloudfunctions/values/dates';
import { groupedBy } from '../../../cloudfunctions/values/grouped-by';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';

type Given = DataOf<'award.givenToday'>;
type Award = Given['awards'][number];

/** What was given in one go. */
export interface Deed {
  readonly deedId: string;
  readonly title: string;
  readonly points: number;
  readonly who: string;
  readonly atMs: number;
  /** Until when the first of it may be withdrawn; null when none any more. */
  readonly untilMs: number | null;
}

function toDeed(deedId: string, awards: readonly [Award, ...Award[]]): Deed {
  const [first] = awards;
  const untils = awards.flatMap(({ withdrawUntilMs }) => withdrawUntilMs ?? []);
  const name = `${first.holder.name || '已经注销的居民'}${first.holder.kind === 'household' ? '家' : ''}`;
  return {
    ...{ deedId, title: first.title, points: first.points, atMs: first.postedAtMs },
    who: awards.length > 1 ? `${name}等 ${awards.length} 位` : name,
    untilMs: untils.length > 0 ? Math.min(...untils) : null,
  };
}

/** What the caller gave today, by deed; of a long day the newest. */
export function useGiven(unitId: string | undefined) {
  const { data, refusal, reload } = useRead('award.givenToday', unitId ? { unitId } : null, MINUTE_MS);
  const deeds = [...groupedBy(data?.awards ?? [], ({ deedId }) => deedId)].flatMap(([deedId, [first, ...rest]]) =>
    first ? [toDeed(deedId, [first, ...rest])] : [],
  );
  return { data: data && { deeds, sum: data.sum, hasMore: data.nextCursor !== null }, refusal, reload };
}
