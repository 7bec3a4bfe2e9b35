import { figuresByUnit, figuresOf, monthsUpTo, untilKept, withRest } from '../../cloudfunctions/oversight/rules';

describe('the months that are counted', () => {
  it('end on their last day, the present one today', () => {
    expect(monthsUpTo('2028-03-05', 0, 3)).toEqual([
      { key: '2028-01', from: '2028-01-01', until: '2028-01-31' },
      { key: '2028-02', from: '2028-02-01', until: '2028-02-29' },
      { key: '2028-03', from: '2028-03-01', until: '2028-03-05' },
    ]);
  });

  it('go back over the turn of a year', () => {
    expect(monthsUpTo('2027-01-31', 1, 2).map(({ key }) => key)).toEqual(['2026-11', '2026-12']);
    expect(monthsUpTo('2026-11-30', 35, 1)).toEqual([{ key: '2023-12', from: '2023-12-01', until: '2023-12-31' }]);
  });
});

describe('what was counted', () => {
  const months = monthsUpTo('2026-11-30', 0, 2);
  const nothing = { homesOnRoster: 0, peopleOnRoster: 0, homesWithPoints: 0, peopleWithPoints: 0, personTimes: 0 };
  const counted = [
    { ...nothing, unitId: 'a', month: '2026-10', homesOnRoster: 3 },
    { ...nothing, unitId: 'a', month: '2026-11', homesOnRoster: 2, homesWithPoints: 1 },
    { ...nothing, unitId: 'b', month: '2026-10', personTimes: 7 },
    { ...nothing, unitId: 'b', month: '2026-11', homesOnRoster: 2 },
  ];

  it('stands in its month, and adds up over the communities', () => {
    expect(figuresOf(counted, months)).toMatchObject([
      { month: '2026-10', until: '2026-10-31', households: { withPoints: 0, onRoster: 3 }, personTimes: 7 },
      { month: '2026-11', until: '2026-11-30', households: { withPoints: 1, onRoster: 4 }, personTimes: 0 },
    ]);
  });

  it('is told of each community by itself', () => {
    const of = figuresByUnit(counted, months);
    expect(of('b').map(({ households }) => households.onRoster)).toEqual([0, 2]);
    expect(of('nowhere').map(({ personTimes }) => personTimes)).toEqual([0, 0]);
  });

  it('ends where it was counted to, where it was not yet on the day that was asked for', () => {
    const told = untilKept(months, [{ month: '2026-11', until: '2026-11-29' }]);
    expect(told.map(({ from, until }) => [from, until])).toEqual([
      ['2026-10-01', '2026-10-31'],
      ['2026-11-01', '2026-11-29'],
    ]);
  });
});

it('tells the rest of the categories as one', () => {
  const of = (category: string, personTimes: number) => ({ category, personTimes, points: personTimes * 2 });
  const told = withRest([of('环境', 5), of('互助', 3), of('学习', 2), of('其他', 1)], 2);
  expect(told.categories.map(({ category }) => category)).toEqual(['环境', '互助']);
  expect(told.otherCategories).toEqual({ count: 2, personTimes: 3, points: 6 });
});
