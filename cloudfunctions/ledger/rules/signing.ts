import { addDays } from '../../values/dates';

interface UnitDay {
  readonly unitId: string;
  readonly day: string;
}

/** What stands at the moment at which somebody is to sign. */
export interface SigningState {
  /** The last day that is over. */
  readonly lastDay: string;
  /** Days with entries and without a checkpoint, oldest first. */
  readonly waiting: readonly UnitDay[];
  /** The newest head's day, in the database. */
  readonly headDay: string | null;
  /** The newest head's day by what is kept outside of the database. */
  readonly publishedDay: string | null;
  /** The oldest checkpoint's day that no head covers. */
  readonly uncoveredDay: string | null;
}

export interface SigningPlan {
  /** By the night's job: last night's, of communities whose every earlier day is signed. */
  readonly inTime: readonly UnitDay[];
  /** By a person's word alone. */
  readonly late: readonly UnitDay[];
  /** Were signed, by what was published, and are gone: by a person's word alone, who says that a backup was put back. */
  readonly lost: readonly UnitDay[];
  /** Were signed, by a head that still stands, and are gone: by nobody. Somebody was at the tables. */
  readonly removed: readonly UnitDay[];
  /** Last night's head: due now; missing for longer, so that it waits for a person's word; published and gone; or there. */
  readonly head: 'due' | 'late' | 'lost' | 'signed';
}

const upTo = (day: string, end: string | null) => end !== null && day <= end;

/**
 * A day is signed in the night after it and at no other time: what is missing later was left out, or taken away, and a
 * machine cannot tell which.
 */
export function planSigning(state: SigningState): SigningPlan {
  const { lastDay, waiting, headDay, publishedDay } = state;
  const removed = waiting.filter(({ day }) => upTo(day, headDay));
  const lost = waiting.filter(({ day }) => !upTo(day, headDay) && upTo(day, publishedDay));
  const open = waiting.filter(({ day }) => !upTo(day, headDay) && !upTo(day, publishedDay));
  const held = new Set([...removed, ...lost, ...open.filter(({ day }) => day < lastDay)].map(({ unitId }) => unitId));
  const inTime = open.filter(({ unitId, day }) => day === lastDay && !held.has(unitId));
  const late = open.filter(({ day }) => day < lastDay);
  return { inTime, late, lost, removed, head: planHead(state) };
}

function planHead({ lastDay, headDay, publishedDay, uncoveredDay, waiting }: SigningState): SigningPlan['head'] {
  if (upTo(lastDay, headDay)) return 'signed';
  if (publishedDay !== null && !upTo(publishedDay, headDay)) return 'lost';
  const [oldest] = [uncoveredDay, waiting[0]?.day].filter((day) => typeof day === 'string').sort();
  const begins = headDay ? addDays(headDay, 1) : oldest;
  if (begins === undefined) return 'signed'; // nothing was ever entered
  return begins < lastDay ? 'late' : 'due';
}
