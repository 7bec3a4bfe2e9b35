import fc from 'fast-check';
import {
  applySignUp,
  decideSignUp,
  deedDateOf,
  type ListedPerson,
  refuseCheckIn,
  refuseTimes,
  signUpState,
} from '../../cloudfunctions/activity/rules';

const at = (text: string) => Date.parse(`${text}+08:00`);
const talk = { startsAtMs: at('2026-11-23T09:00'), endsAtMs: at('2026-11-23T11:00'), isCancelled: false };

describe('times', () => {
  it('opens half an hour before the beginning and closes half an hour after the end', () => {
    const codeAt = (text: string) => refuseCheckIn(talk, 'person', at(text))?.code ?? 'open';
    expect(codeAt('2026-11-23T08:29:59.999')).toBe('ACTIVITY_NOT_OPEN');
    expect(codeAt('2026-11-23T08:30')).toBe('open');
    expect(codeAt('2026-11-23T11:30')).toBe('open');
    expect(codeAt('2026-11-23T11:30:00.001')).toBe('ACTIVITY_OVER');
  });

  it('lets staff put in the printed sheet for a week, but not beforehand', () => {
    expect(refuseCheckIn(talk, 'staff', at('2026-11-30T11:00'))).toBeNull();
    expect(refuseCheckIn(talk, 'staff', at('2026-11-30T11:00:01'))?.code).toBe('ACTIVITY_OVER');
    expect(refuseCheckIn(talk, 'staff', at('2026-11-23T08:00'))?.code).toBe('ACTIVITY_NOT_OPEN');
  });

  it('says when it opens, and says first that it was cancelled', () => {
    expect(refuseCheckIn(talk, 'person', at('2026-11-22T09:00'))?.detail).toEqual({
      opensAtMs: at('2026-11-23T08:30'),
    });
    expect(refuseCheckIn({ ...talk, isCancelled: true }, 'person', at('2026-11-22T09:00'))?.code).toBe(
      'ACTIVITY_CANCELLED',
    );
  });

  it('wants an end after the beginning, at most 24 hours, and nothing older than a day', () => {
    const now = at('2026-11-23T09:00');
    const check = (startsAtMs: number, hours: number) =>
      refuseTimes({ startsAtMs, endsAtMs: startsAtMs + hours * 3_600_000 }, now)?.code ?? 'fine';
    expect(check(now, 0)).toBe('TIMES_REVERSED');
    expect(check(now, -1)).toBe('TIMES_REVERSED');
    expect(check(now, 24)).toBe('fine');
    expect(check(now, 24.01)).toBe('TOO_LONG');
    expect(check(at('2026-11-22T09:00'), 2)).toBe('fine');
    expect(check(at('2026-11-22T08:59'), 2)).toBe('IN_THE_PAST');
  });

  it('counts for the day of the beginning, in Shanghai, and never for a day to come', () => {
    expect(deedDateOf({ startsAtMs: at('2026-11-23T00:10'), endsAtMs: 0 }, at('2026-11-23T01:00'))).toBe('2026-11-23');
    expect(deedDateOf({ startsAtMs: at('2026-11-23T00:10'), endsAtMs: 0 }, at('2026-11-22T23:50'))).toBe('2026-11-22');
    expect(deedDateOf({ startsAtMs: at('2026-11-23T20:00'), endsAtMs: 0 }, at('2026-11-24T00:20'))).toBe('2026-11-23');
  });
});

describe('sign-up', () => {
  const come = (list: readonly ListedPerson[], id: string, coming: boolean, capacity: number | null = 2) =>
    applySignUp(list, id, decideSignUp(list, capacity, id, coming, 1000));
  const stateOf = (list: readonly ListedPerson[], id: string) => signUpState(list, id);

  it('gives places by the order in which people came, and lets the next one wait', () => {
    const list = ['a', 'b', 'c', 'd'].reduce<readonly ListedPerson[]>((all, id) => come(all, id, true), []);
    expect(['a', 'b', 'c', 'd'].map((id) => stateOf(list, id).state)).toEqual([
      'signedUp',
      'signedUp',
      'waiting',
      'waiting',
    ]);
    expect(stateOf(list, 'd')).toEqual({ state: 'waiting', signedUpCount: 2, waitingBefore: 1 });
  });

  it('moves up who waits longest when a place is given back, and not when somebody leaves the waiting list', () => {
    let list = ['z', 'y', 'x', 'w'].reduce<readonly ListedPerson[]>((all, id) => come(all, id, true), []);
    list = come(list, 'w', false);
    expect(stateOf(list, 'x')).toEqual({ state: 'waiting', signedUpCount: 2, waitingBefore: 0 });
    list = come(list, 'z', false);
    expect(stateOf(list, 'x').state).toBe('signedUp');
    expect(stateOf(list, 'z').state).toBe('none');
  });

  it('puts who comes back at the end of the line', () => {
    let list = ['a', 'b', 'c', 'd'].reduce<readonly ListedPerson[]>((all, id) => come(all, id, true), []);
    list = come(come(list, 'c', false), 'c', true);
    expect(stateOf(list, 'd').waitingBefore).toBe(0);
    expect(stateOf(list, 'c').waitingBefore).toBe(1);
  });

  it('never gives more places than there are, leaves none empty while somebody waits, and keeps the line', () => {
    const step = fc.tuple(fc.constantFrom(...'abcdefgh'), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (steps, capacity) => {
        let list: readonly ListedPerson[] = [];
        for (const [id, coming] of steps) {
          list = come(list, id, coming, capacity);
          const signedUp = list.filter((person) => person.state === 'signedUp');
          const waiting = list.filter((person) => person.state === 'waiting');
          expect(signedUp.length).toBeLessThanOrEqual(capacity);
          if (waiting.length > 0) expect(signedUp.length).toBe(capacity);
          const firstWaiting = Math.min(...waiting.map((person) => person.atMs));
          expect(signedUp.every((person) => person.atMs < firstWaiting)).toBe(true);
          expect(stateOf(list, id).state === 'none').toBe(!coming);
        }
      }),
    );
  });
});
