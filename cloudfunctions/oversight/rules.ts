import { addDays, addMonths } from '../values/dates';

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

/** So many of a community were on the roster at the end of the months from `fromAt` on, up to before `untilAt`. */
export interface Term {
  readonly unitId: string;
  readonly fromAt: number;
  readonly untilAt: number;
  readonly count: number;
}
/** What was counted of a community in a month, by its place among the months. */
export interface Tally {
  readonly unitId: string;
  readonly at: number;
  readonly count: number;
}
/** All that was counted of some communities in some months. */
export interface Counts {
  readonly homesOnRoster: readonly Term[];
  readonly peopleOnRoster: readonly Term[];
  readonly homesWithPoints: readonly Tally[];
  readonly peopleWithPoints: readonly Tally[];
  readonly personTimes: readonly Tally[];
}

const sumOf = (rows: readonly { readonly count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
const onRoster = (terms: readonly Term[], at: number) =>
  sumOf(terms.filter(({ fromAt, untilAt }) => fromAt <= at && at < untilAt));
const inMonth = (tallies: readonly Tally[], at: number) => sumOf(tallies.filter((tally) => tally.at === at));

/** Month by month; of all communities that were counted. */
export const figuresOf = (counts: Counts, months: readonly Month[]) =>
  months.map(({ key, until }, at) => ({
    ...{ month: key, until },
    households: { withPoints: inMonth(counts.homesWithPoints, at), onRoster: onRoster(counts.homesOnRoster, at) },
    people: { withPoints: inMonth(counts.peopleWithPoints, at), onRoster: onRoster(counts.peopleOnRoster, at) },
    personTimes: inMonth(counts.personTimes, at),
  }));
export type Figures = ReturnType<typeof figuresOf>;

function byUnit<Row extends { readonly unitId: string }>(rows: readonly Row[]): (unitId: string) => readonly Row[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.unitId, [...(found.get(row.unitId) ?? []), row]);
  return (unitId) => found.get(unitId) ?? [];
}

/** The same for each community by itself. */
export function figuresByUnit(counts: Counts, months: readonly Month[]): (unitId: string) => Figures {
  const of = {
    homesOnRoster: byUnit(counts.homesOnRoster),
    peopleOnRoster: byUnit(counts.peopleOnRoster),
    homesWithPoints: byUnit(counts.homesWithPoints),
    peopleWithPoints: byUnit(counts.peopleWithPoints),
    personTimes: byUnit(counts.personTimes),
  };
  return (unitId) =>
    figuresOf(
      {
        homesOnRoster: of.homesOnRoster(unitId),
        peopleOnRoster: of.peopleOnRoster(unitId),
        homesWithPoints: of.homesWithPoints(unitId),
        peopleWithPoints: of.peopleWithPoints(unitId),
        personTimes: of.personTimes(unitId),
      },
      months,
    );
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
