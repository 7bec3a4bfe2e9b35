import {
  type AwardEvent,
  type AwardState,
  advance,
  ceilingKey,
  decideAwards,
  initialState,
} from '../../../cloudfunctions/award/rules';
import { NO_POINTS } from '../../../cloudfunctions/ledger/rules';
import { type Ceilings, NO_CEILINGS } from '../../../cloudfunctions/values/awards';
import { NO_CAPS } from '../commands';

const DIRECT = { needsReview: false, noticeDays: 0 };
const FULL = { needsReview: true, noticeDays: 5 };

describe('the state machine of an award', () => {
  it('leads from proposal through review and public notice to posting', () => {
    expect(advance('proposed', 'review', FULL)).toBe('reviewed');
    expect(advance('reviewed', 'openNotice', FULL)).toBe('inNotice');
    expect(advance('inNotice', 'post', FULL)).toBe('posted');
  });

  it('skips what the item’s settings skip', () => {
    expect(initialState(DIRECT)).toBe('posted');
    expect(initialState({ needsReview: false, noticeDays: 3 })).toBe('inNotice');
    expect(initialState({ needsReview: true, noticeDays: 0 })).toBe('proposed');
    expect(advance('reviewed', 'post', { needsReview: true, noticeDays: 0 })).toBe('posted');
  });

  it('lets nothing skip a public notice that the item asks for', () => {
    expect(advance('reviewed', 'post', FULL)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
    expect(advance('reviewed', 'openNotice', DIRECT)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
  });

  it('leaves what is posted, refused or withdrawn as it is', () => {
    const events: AwardEvent[] = ['review', 'refuse', 'openNotice', 'post', 'withdraw'];
    for (const state of ['posted', 'refused', 'withdrawn'] satisfies AwardState[])
      for (const event of events) expect(advance(state, event, FULL)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
  });
});

describe('deciding requests that share a commit', () => {
  const claim = {
    accountId: 'a',
    householdId: 'h',
    lineageId: 'i',
    points: 5,
    caps: { ...NO_CAPS, personDay: 1 },
    deedDate: '2026-11-23',
    source: 'give',
    isOwnHousehold: false,
    givenBy: 'g',
    givingLimits: null,
    ...DIRECT,
  };
  const known = {
    accounts: new Map([['a', { balance: NO_POINTS, head: { seq: 4 }, isClosed: false }]]),
    taken: new Set<string>(),
    counted: new Map<string, number>(),
  };
  const request = (sourceId: string) => ({ claims: [{ ...claim, sourceId }] });

  it('counts what an earlier one was given against the cap of a later one', () => {
    const decided = decideAwards(known, [request('1'), request('2')], () => ({ answer: null, stands: true }));
    expect(decided.map(({ decisions }) => decisions[0])).toMatchObject([
      { state: 'posted', entrySeq: 5 },
      { code: 'CAP_REACHED', cap: 'personDay', capTimes: 1 },
    ]);
  });

  it('does not count what an earlier one did not take in the end', () => {
    const [first] = [request('1')];
    const decided = decideAwards(known, [first, request('2')], (one) => ({ answer: null, stands: one !== first }));
    expect(decided[1]?.decisions[0]).toMatchObject({ state: 'posted', entrySeq: 5 });
  });

  describe('under a ceiling in points', () => {
    const under = (ceilings: Partial<Ceilings>, more: object = {}) => ({
      ...{ ...claim, caps: NO_CAPS, ceilings: { ...NO_CEILINGS, ...ceilings }, ...more },
    });
    const decideAll = (claims: readonly ReturnType<typeof under>[], on = known) =>
      decideAwards(
        on,
        claims.map((one, i) => ({ claims: [{ sourceId: String(i), ...one }] })),
        () => ({ answer: null, stands: true }),
      ).map(({ decisions }) => decisions[0]);

    it('one value is given whole or not at all, and what is left is told', () => {
      const monthly = under({ personMonth: 12 });
      expect(decideAll([monthly, monthly, monthly])).toMatchObject([
        { state: 'posted', points: 5 },
        { state: 'posted', points: 5 },
        { code: 'CEILING_REACHED', cap: 'personMonth', capTimes: null, ceilingPoints: 12, leftPoints: 2 },
      ]);
      expect(
        decideAll([under({ personMonth: 12 }, { deedDate: '2026-12-01' })], given('personMonth', 10)),
      ).toMatchObject([{ state: 'posted' }]);
    });

    it('points for time are given up to it, and then no more', () => {
      const hours = under({ personMonth: 12 }, { points: 8, isByTime: true });
      expect(decideAll([hours, hours, hours])).toMatchObject([
        { state: 'posted', points: 8, after: { lifetime: 8 } },
        { state: 'posted', points: 4, after: { lifetime: 12, available: 12 } },
        { code: 'CEILING_REACHED', leftPoints: 0 },
      ]);
    });

    it('the household counts together, and an activity by itself', () => {
      const other = { accountId: 'b', sourceId: 'walk' };
      const known2 = {
        ...known,
        accounts: new Map([...known.accounts, ['b', { balance: NO_POINTS, head: { seq: 0 }, isClosed: false }]]),
      };
      const walk = under({ householdActivity: 8 }, { sourceId: 'walk' });
      expect(decideAll([walk, { ...walk, ...other }, { ...walk, ...other, sourceId: 'talk' }], known2)).toMatchObject([
        { state: 'posted' },
        { code: 'CEILING_REACHED', cap: 'householdActivity', leftPoints: 3 },
        { state: 'posted' },
      ]);
    });

    const given = (kind: 'personMonth', points: number) => ({
      ...known,
      counted: new Map([[ceilingKey({ ...claim, sourceId: '' }, kind) as string, points]]),
    });
    it('what was given before counts, in its own window', () => {
      expect(decideAll([under({ personMonth: 12 })], given('personMonth', 10))).toMatchObject([{ leftPoints: 2 }]);
      expect(decideAll([under({ personMonth: 12 })], given('personMonth', 15))).toMatchObject([{ leftPoints: 0 }]);
    });
  });

  it('stops a giver at what the community lets one person give in a day, to all and to one household, and in a month', () => {
    const caps = NO_CAPS;
    const decideAll = (givingLimits: object, ...claims: object[]) => {
      const requests = claims.map((one, i) => ({
        claims: [
          {
            ...claim,
            caps,
            givingLimits: { givenADay: 100, givenToOneADay: 100, givenAMonth: null, ...givingLimits },
            sourceId: String(i),
            ...one,
          },
        ],
      }));
      return decideAwards(known, requests as never, () => ({ answer: null, stands: true })).map(
        ({ decisions }) => decisions[0],
      );
    };
    const limited = (name: string, points: number) => ({ code: 'GIVER_LIMIT_REACHED', limit: { name, points } });
    expect(decideAll({ givenADay: 12 }, {}, { householdId: 'i' }, { householdId: 'j' })).toMatchObject([
      { state: 'posted' },
      { state: 'posted' },
      limited('givenADay', 12),
    ]);
    expect(decideAll({ givenToOneADay: 9 }, {}, {}, { householdId: 'i' }, { givenBy: 'other' })).toMatchObject([
      { state: 'posted' },
      limited('givenToOneADay', 9),
      { state: 'posted' },
      { state: 'posted' },
    ]);
    const signed = { givenADay: null, givenToOneADay: null, givenAMonth: 9 };
    expect(decideAll(signed, {}, { householdId: 'i' }, { givenBy: 'other' })).toMatchObject([
      { state: 'posted' },
      { code: 'GIVER_LIMIT_REACHED', limit: { name: 'givenAMonth', points: 9, leftPoints: 4 } },
      { state: 'posted' },
    ]);
  });

  it('gives no award to the own household, to a closed account, or where a review is asked for', () => {
    const closed = { ...known, accounts: new Map([['a', { balance: NO_POINTS, head: { seq: 0 }, isClosed: true }]]) };
    const decideOne = (one: object, on = known) =>
      decideAwards(on, [{ claims: [{ ...claim, sourceId: '1', ...one }] }], () => ({ answer: null, stands: true }))[0]
        ?.decisions[0];
    expect(decideOne({ isOwnHousehold: true })).toMatchObject({ code: 'OWN_HOUSEHOLD' });
    expect(decideOne({}, closed)).toMatchObject({ code: 'ACCOUNT_CLOSED' });
    expect(decideOne({ needsReview: true })).toMatchObject({ code: 'NEEDS_REVIEW' });
  });
});
