import { hasCap, isWithinRange } from '../../cloudfunctions/values/awards';

const NONE = {
  ...{ personDay: null, personMonth: null, personYear: null },
  ...{ householdDay: null, householdMonth: null, householdYear: null },
};

describe('an item', () => {
  it('is limited by any cap, and that of a society only by those of an account', () => {
    const told = (caps: Partial<typeof NONE> | Record<string, number>) =>
      (['resident', 'household', 'society'] as const).map((holder) => hasCap({ ...NONE, ...caps }, holder));
    expect(told({})).toEqual([false, false, false]);
    expect(told({ personYear: 12 })).toEqual([true, true, true]);
    expect(told({ householdMonth: 4 })).toEqual([true, true, false]);
  });

  it('lies within a range with both of its ends', () => {
    const range = { pointsMin: 2, pointsMax: 10 };
    expect([1, 2, 10, 11].map((points) => isWithinRange(points, range))).toEqual([false, true, true, false]);
  });
});
