import { addDays, addMonths } from '../values/dates';
import { groupedBy } from '../values/grouped-by';

/** A month as it is counted: deeds of its days, and the roster of its last day; of the present month up to today. */
export interface Month {
  /** YYYY-MM */
  readonly key: string;
  readonly from: string;
  readonly until: string;
}

/** `count` months one after the other, the last of them `back` before the one in which `today` is. */
export function monthsUpTo(today: string, back: number, count: number): Month[] {
  return Array.from({ length: count }, (_, i) => {
    const key = addMonths(today.slice(0, 7), i + 1 - count - back);
    const end = addDays(`${addMonths(key, 1)}-01`, -1);
    return { key, from: `${key}-01`, until: end < today ? end : today };
  });
}

/** A month that is known to have been counted up to some day. */
export const monthOf = (key: string, until: string): Month => ({ key, from: `${key}-01`, until });

/** Each up to the day to which it was counted; one that was not, up to the one that was asked for. */
export function untilKept(
  months: readonly Month[],
  kept: readonly { readonly month: string; readonly until: string }[],
): Month[] {
  const untils = new Map(kept.map(({ month, until }) => [month, until]));
  return months.map((month) => monthOf(month.key, untils.get(month.key) ?? month.until));
}

/** What was counted of a community in a month. */
export interface Counted {
  readonly unitId: string;
  readonly month: string;
  readonly homesOnRoster: number;
  readonly peopleOnRoster: number;
  readonly homesWithPoints: number;
  readonly peopleWithPoints: number;
  readonly personTimes: number;
}

/** Month by month; of all communities that were counted. */
export const figuresOf = (counted: readonly Counted[], months: readonly Month[]) =>
  months.map(({ key, until }) => {
    const those = counted.filter(({ month }) => month === key);
    const sum = (of: (one: Counted) => number) => those.reduce((total, one) => total + of(one), 0);
    return {
      ...{ month: key, until, personTimes: sum((one) => one.personTimes) },
      households: { withPoints: sum((one) => one.homesWithPoints), onRoster: sum((one) => one.homesOnRoster) },
      people: { withPoints: sum((one) => one.peopleWithPoints), onRoster: sum((one) => one.peopleOnRoster) },
    };
  });
export type Figures = ReturnType<typeof figuresOf>;

/** The same for each community by itself. */
export function figuresByUnit(counted: readonly Counted[], months: readonly Month[]): (unitId: string) => Figures {
  const found = groupedBy(counted, ({ unitId }) => unitId);
  return (unitId) => figuresOf(found.get(unitId) ?? [], months);
}

export interface CategorySum {
  readonly category: string;
  readonly personTimes: number;
  readonly points: number;
}

/** The first `most` by themselves, the others as one. */
export function withRest(categories: readonly CategorySum[], most: number) {
  const rest = categories.slice(most);
  return {
    categories: [...categories.slice(0, most)],
    otherCategories: {
      count: rest.length,
      personTimes: rest.reduce((sum, { personTimes }) => sum + personTimes, 0),
      points: rest.reduce((sum, { points }) => sum + points, 0),
    },
  };
}
