import fc from 'fast-check';
import { decideDraws, type Holder, orderSources } from '../../cloudfunctions/reward/rules';
import { missingTo, payersFor } from '../../cloudfunctions/values/pooling';
import { missingWith } from '../../src/reward/pooling';
import { seeded } from '../support/seeded';

const li: Holder = { kind: 'resident', id: 'li' };
const mother: Holder = { kind: 'resident', id: 'mother' };
const son: Holder = { kind: 'resident', id: 'son' };
const home: Holder = { kind: 'household', id: 'home' };

/** As a page is told of a reward of 100 points: 30 of one's own, and those who agreed. */
const seen = (available: number, pool: readonly (readonly [Holder, number])[]) => ({
  cost: 100,
  mine: {
    holder: li,
    available,
    missing: Math.max(0, 100 - available),
    poolAvailable: pool.reduce((sum, [, points]) => sum + points, 0),
    pool: pool.map(([holder, points]) => ({ holder, available: points })),
    obstacles: [],
    next: null,
    voucherId: null,
  },
});

describe('what is missing to a reward', () => {
  it('counts the points of those who are ticked', () => {
    expect(missingWith(seen(30, [[mother, 50]]), [])).toBe(70);
    expect(missingWith(seen(30, [[mother, 50]]), ['mother'])).toBe(20);
  });

  it('counts the household’s own account, ticked or joined by another one, as the server does', () => {
    const pool = [
      [mother, 30],
      [home, 40],
    ] as const;
    expect(missingWith(seen(30, pool), ['home'])).toBe(30);
    expect(missingWith(seen(30, pool), ['mother'])).toBe(0);
  });

  it('leaves out who did not agree, and never becomes less than nothing', () => {
    expect(missingWith(seen(30, [[mother, 50]]), ['aunt'])).toBe(70);
    expect(missingWith(seen(300, []), [])).toBe(0);
  });

  it('is nothing exactly when the server would accept', () => {
    const agreed = fc.uniqueArray(fc.constantFrom(mother, son, home), { selector: ({ id }) => id });
    const ticked = fc.uniqueArray(fc.constantFrom('mother', 'son', 'home'));
    fc.assert(
      fc.property(
        fc.nat(120),
        agreed,
        fc.array(fc.nat(60), { minLength: 3, maxLength: 3 }),
        ticked,
        (own, who, points, ids) => {
          const pool = who.map((holder, i) => [holder, points[i] ?? 0] as const);
          const asked = ids.filter((id) => who.some((one) => one.id === id));
          const free = new Map<string, number>([[li.id, own], ...pool.map(([{ id }, free]) => [id, free] as const)]);
          const order = orderSources(li, asked, who);
          if (!Array.isArray(order)) throw new Error('all who are asked have agreed');
          const drawn = decideDraws(
            100,
            (order as Holder[]).map((holder) => ({ holder, available: free.get(holder.id) ?? 0 })),
          );
          expect(missingWith(seen(own, pool), asked) === 0).toBe(drawn.ok);
        },
      ),
      seeded(),
    );
  });
});

it('asks nobody twice and puts the household last', () => {
  expect(payersFor(li, ['home', 'son', 'son', 'li'], [home, mother, son])).toEqual([li, son, home]);
  expect(missingTo(10, [-5, 4])).toBe(6);
});
