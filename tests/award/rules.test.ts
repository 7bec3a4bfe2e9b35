import {
  type AwardEvent,
  type AwardState,
  advance,
  decideAwards,
  initialState,
} from '../../cloudfunctions/award/rules';
import { NO_POINTS } from '../../cloudfunctions/ledger/rules';
import { NO_CAPS } from './commands';

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
