import fc from 'fast-check';
import {
  ageForRules,
  decideDraws,
  decideIssue,
  expiryMs,
  type Holder,
  isStockBack,
  mayLapse,
  monthLeft,
  nextPeriodOn,
  obstacles,
  orderSources,
  periodKey,
  refuseUnlessIssued,
  type Source,
  type Standing,
  stateAt,
  type Terms,
} from '../../cloudfunctions/reward/rules';
import { momentOf, startOfDayMs } from '../../cloudfunctions/values/dates';
import { seeded } from '../support/seeded';

const person = (id: string): Holder => ({ kind: 'resident', id });
const source = (id: string, available: number): Source => ({ holder: person(id), available });
const household: Holder = { kind: 'household', id: 'home' };

describe('who pays for a reward', () => {
  it('takes the own account first, then the members in the order given', () => {
    expect(decideDraws(120, [source('me', 50), source('mother', 40), source('son', 90)])).toEqual({
      ok: true,
      draws: [
        { accountId: 'me', holderKind: 'resident', points: 50 },
        { accountId: 'mother', holderKind: 'resident', points: 40 },
        { accountId: 'son', holderKind: 'resident', points: 30 },
      ],
    });
  });

  it('leaves the others alone when the own account has enough, and empty accounts out', () => {
    expect(decideDraws(10, [source('me', 10), source('mother', 40)])).toMatchObject({ draws: [{ accountId: 'me' }] });
    expect(decideDraws(10, [source('me', 0), source('mother', 40)])).toMatchObject({
      draws: [{ accountId: 'mother', points: 10 }],
    });
  });

  it('says how many points are missing', () => {
    expect(decideDraws(100, [source('me', 60), source('mother', 25)])).toMatchObject({
      ok: false,
      code: 'POINTS_INSUFFICIENT',
      detail: { missing: 15 },
    });
  });

  it('draws exactly the cost, never more than is free, whatever the accounts hold', () => {
    const accounts = fc.array(fc.nat(500), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), accounts, (cost, available) => {
        const decided = decideDraws(
          cost,
          available.map((points, i) => source(`a${i}`, points)),
        );
        const total = available.reduce((sum, points) => sum + points, 0);
        expect(decided.ok).toBe(total >= cost);
        if (!decided.ok) return;
        expect(decided.draws.reduce((sum, draw) => sum + draw.points, 0)).toBe(cost);
        for (const { accountId, points } of decided.draws) {
          expect(points).toBeGreaterThan(0);
          expect(points).toBeLessThanOrEqual(available[Number(accountId.slice(1))] ?? 0);
        }
      }),
      seeded(),
    );
  });

  it('puts the household account last, and only where somebody pools and the head agreed', () => {
    const consenting = [person('mother'), person('son'), household];
    expect(orderSources(person('me'), [], consenting)).toEqual([person('me')]);
    expect(orderSources(person('me'), ['son', 'mother'], consenting)).toEqual([
      person('me'),
      person('son'),
      person('mother'),
      household,
    ]);
    expect(orderSources(person('me'), ['home', 'son'], consenting)).toEqual([person('me'), person('son'), household]);
    expect(orderSources(person('me'), ['son'], [person('son')])).toEqual([person('me'), person('son')]);
  });

  it('asks nobody twice, and the holder never from the pool', () => {
    expect(orderSources(person('me'), ['son', 'me', 'son'], [person('son')])).toEqual([person('me'), person('son')]);
  });

  it('refuses the points of somebody who did not agree', () => {
    expect(orderSources(person('me'), ['aunt'], [person('son')])).toMatchObject({
      code: 'POOL_NOT_AGREED',
      detail: { holderId: 'aunt' },
    });
    expect(orderSources(person('me'), ['home'], [person('son')])).toMatchObject({ code: 'POOL_NOT_AGREED' });
  });
});

const terms: Terms & { validDays: number; choices: string[] } = {
  kind: 'healthCheck',
  unitPath: '/city/district/street/oak/',
  cost: 100,
  unitCostCents: 8_000,
  holderKind: 'resident',
  ageMin: 60,
  ageMax: null,
  ruralOnly: false,
  leastLifetime: 0,
  period: 'year',
  limitHolder: 1,
  limitHousehold: 2,
  validDays: 60,
  choices: [],
};
const standing: Standing = {
  holder: person('me'),
  bornOn: '1954-05-01',
  isBornYearOnly: false,
  communityPath: '/city/district/street/oak/',
  isRural: false,
  lifetime: 150,
  available: 150,
  poolAvailable: 0,
  takenByHolder: 0,
  takenByHousehold: 0,
  stockLeft: 5,
  shelfLeft: null,
  redemption: { nowMs: momentOf('2026-11-23', '12:00'), windows: [], monthLeft: monthLeft([]) },
};
const today = '2026-11-23';
const found = (changed: Partial<Terms>, stands: Partial<Standing> = {}) =>
  obstacles({ ...terms, ...changed }, { ...standing, ...stands }, today);

describe('who may have a reward', () => {
  it('finds nothing in the way of somebody who meets every condition', () => {
    expect(found({})).toEqual([]);
  });

  it('counts age on the business day: sixty today is old enough, sixty tomorrow is not', () => {
    expect(found({}, { bornOn: '1966-11-23' })).toEqual([]);
    expect(found({}, { bornOn: '1966-11-24' })).toEqual(['TOO_YOUNG']);
    expect(found({ ageMin: null, ageMax: 60 }, { bornOn: '1965-11-23' })).toEqual(['TOO_OLD']);
    expect(found({ ageMin: null, ageMax: 60 }, { bornOn: '1965-11-24' })).toEqual([]);
  });

  it('takes 31 December where only the year of birth is known', () => {
    expect(ageForRules({ bornOn: '1966-01-01', isBornYearOnly: true }, today)).toBe(59);
    expect(found({}, { bornOn: '1966-01-01', isBornYearOnly: true })).toEqual(['TOO_YOUNG']);
    expect(found({}, { bornOn: '1965-12-31', isBornYearOnly: true })).toEqual([]);
  });

  it('asks for a birth date only where age matters', () => {
    expect(found({}, { bornOn: null })).toEqual(['BIRTH_DATE_UNKNOWN']);
    expect(found({ ageMin: null }, { bornOn: null })).toEqual([]);
  });

  it('gives after-school care to children only, whatever ages were written', () => {
    const care = { kind: 'afterSchool', ageMin: null, ageMax: null } as const;
    expect(found(care, { bornOn: '2008-11-24' })).toEqual([]);
    expect(found(care, { bornOn: '2008-11-23' })).toEqual(['TOO_OLD']);
    expect(found({ ...care, ageMax: 90 }, { bornOn: '2000-01-01' })).toEqual(['TOO_OLD']);
    expect(found(care, { bornOn: null })).toEqual(['BIRTH_DATE_UNKNOWN']);
  });

  it('gives agricultural support to rural households', () => {
    const support = { kind: 'agriculture', holderKind: 'household', ageMin: null } as const;
    expect(found(support, { holder: household, isRural: true })).toEqual([]);
    expect(found(support, { holder: household })).toEqual(['ONLY_RURAL']);
    expect(found(support, { isRural: true })).toEqual(['HOLDER_KIND_DIFFERS']);
    expect(found({ ruralOnly: true })).toEqual(['ONLY_RURAL']);
  });

  it("offers what the holder's own community or a unit above it offers, and nobody else's", () => {
    expect(found({ unitPath: '/city/' })).toEqual([]);
    expect(found({ unitPath: '/city/district/street/elm/' })).toEqual(['OTHER_COMMUNITY']);
    expect(found({}, { communityPath: '/city/district/street/' })).toEqual(['OTHER_COMMUNITY']);
    expect(found({ unitPath: '/city/' }, { communityPath: null })).toEqual(['OTHER_COMMUNITY']);
  });

  it('asks for the least lifetime points, however many are free or pooled', () => {
    expect(found({ leastLifetime: 151 }, { poolAvailable: 900 })).toEqual(['LIFETIME_TOO_LOW']);
    expect(found({ leastLifetime: 150 })).toEqual([]);
  });

  it('keeps the limits per holder and per household, and the stock', () => {
    expect(found({}, { takenByHolder: 1, takenByHousehold: 1 })).toEqual(['LIMIT_REACHED']);
    expect(found({}, { takenByHousehold: 2 })).toEqual(['HOUSEHOLD_LIMIT_REACHED']);
    expect(found({ limitHousehold: null }, { takenByHousehold: 9 })).toEqual([]);
    expect(found({}, { stockLeft: 0 })).toEqual(['OUT_OF_STOCK']);
  });

  it('finds points short only where pooling would not help either', () => {
    expect(found({}, { available: 60, poolAvailable: 40 })).toEqual([]);
    expect(found({}, { available: 60, poolAvailable: 39 })).toEqual(['POINTS_INSUFFICIENT']);
  });

  it('refuses redeeming with the first of the obstacles that lists show', () => {
    const arbitrary = fc.record({
      bornOn: fc.constantFrom(null, '1950-01-01', '2015-06-01'),
      communityPath: fc.constantFrom(null, standing.communityPath, '/city/other/'),
      isRural: fc.boolean(),
      lifetime: fc.nat(200),
      available: fc.nat(200),
      takenByHolder: fc.nat(2),
      takenByHousehold: fc.nat(3),
      stockLeft: fc.nat(1),
      shelfLeft: fc.constantFrom(null, 0, 1),
      holder: fc.constantFrom(person('me'), household),
    });
    fc.assert(
      fc.property(arbitrary, fc.boolean(), (changed, ruralOnly) => {
        const stands = { ...standing, ...changed };
        const wanted = { ...terms, ruralOnly, leastLifetime: 50 };
        const [first] = obstacles(wanted, stands, today);
        const sources = [{ holder: stands.holder, available: stands.available }];
        const decided = decideIssue({
          terms: wanted,
          standing: stands,
          sources,
          choice: undefined,
          quantity: 1,
          today,
        });
        expect(decided.ok ? undefined : decided.code).toBe(first);
      }),
      seeded(),
    );
  });
});

describe('an either-or reward', () => {
  const decide = (choices: string[], choice?: string) =>
    decideIssue({
      terms: { ...terms, choices },
      standing,
      sources: [source('me', 150)],
      choice,
      quantity: 1,
      today,
    });
  it('is one of its choices', () => {
    expect(decide(['健身卡', '购书卡'], '购书卡')).toMatchObject({ ok: true, choice: '购书卡' });
    expect(decide(['健身卡', '购书卡'])).toMatchObject({
      code: 'CHOICE_NEEDED',
      detail: { choices: ['健身卡', '购书卡'] },
    });
    expect(decide(['健身卡', '购书卡'], '现金')).toMatchObject({ code: 'CHOICE_NEEDED' });
  });
  it('differs from a reward without choices, which takes none', () => {
    expect(decide([])).toMatchObject({ ok: true, choice: null });
    expect(decide([], '购书卡')).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('periods and validity, in Asia/Shanghai', () => {
  it('names the period of a business date', () => {
    expect(periodKey('year', today)).toBe('2026');
    expect(periodKey('quarter', today)).toBe('2026-Q4');
    expect(periodKey('quarter', '2026-03-31')).toBe('2026-Q1');
    expect(periodKey('quarter', '2026-04-01')).toBe('2026-Q2');
    expect(periodKey('month', '2026-01-31')).toBe('2026-01');
  });
  it('knows when there is stock again', () => {
    expect(nextPeriodOn('month', '2026-12-31')).toBe('2027-01-01');
    expect(nextPeriodOn('quarter', today)).toBe('2027-01-01');
    expect(nextPeriodOn('quarter', '2026-02-10')).toBe('2026-04-01');
    expect(nextPeriodOn('year', '2026-01-01')).toBe('2027-01-01');
  });
  it('lets a voucher be used until its last business day is over', () => {
    expect(expiryMs('2026-11-23', 1)).toBe(startOfDayMs('2026-11-25') - 1);
    expect(expiryMs('2026-12-31', 60)).toBe(startOfDayMs('2027-03-02') - 1);
  });
  it('gives stock back only within its period', () => {
    expect(isStockBack('year', '2026', today)).toBe(true);
    expect(isStockBack('year', '2025', today)).toBe(false);
    expect(isStockBack('month', '2026-10', today)).toBe(false);
  });
});

describe('the life of a voucher', () => {
  const issued = { state: 'issued', expiresAtMs: 1000, redeemedAtMs: null, endedAtMs: null } as const;
  it('may be used until it expires, the last millisecond included', () => {
    expect(refuseUnlessIssued(issued, 1000)).toBeNull();
    expect(mayLapse(issued, 1000)).toBe(false);
    expect(stateAt(issued, 1000)).toBe('issued');
  });
  it('is refused as lapsed once expired, even before the points went back', () => {
    expect(refuseUnlessIssued(issued, 1001)).toMatchObject({ code: 'VOUCHER_LAPSED', detail: { expiresAtMs: 1000 } });
    expect(mayLapse(issued, 1001)).toBe(true);
    expect(stateAt(issued, 1001)).toBe('lapsed');
  });
  it('ends once: redeemed, cancelled and lapsed vouchers go nowhere', () => {
    const ends = { redeemed: 'VOUCHER_REDEEMED', cancelled: 'VOUCHER_CANCELLED', lapsed: 'VOUCHER_LAPSED' } as const;
    for (const [state, code] of Object.entries(ends)) {
      const voucher = { ...issued, state: state as keyof typeof ends, redeemedAtMs: 5, endedAtMs: 6 };
      expect(refuseUnlessIssued(voucher, 500)).toMatchObject({ code });
      expect(mayLapse(voucher, 5000)).toBe(false);
      expect(stateAt(voucher, 5000)).toBe(state);
    }
  });
});
