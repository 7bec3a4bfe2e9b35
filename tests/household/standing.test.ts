import { mayActFor } from '../../cloudfunctions/household/rules/access';
import { ageOf, type PersonRow } from '../../cloudfunctions/household/rules/standing';
import type { Principal } from '../../cloudfunctions/kit/principal';

const TODAY = '2026-11-23';
const head: Principal = { identityId: 'i', residentId: 'head', householdId: 'h', communityId: 'c', roles: [] };
const person = (fields: Partial<PersonRow> = {}): PersonRow => ({
  residentId: 'other',
  sex: null,
  bornOn: '1980-01-01',
  bornPrecision: 'day',
  isAssisted: false,
  helperId: null,
  namesOwn: false,
  namesGuardian: false,
  diedOn: null,
  isErased: false,
  householdId: 'h',
  householdNumber: 'LH0001',
  relation: '子',
  communityId: 'c',
  communityPath: '/c/',
  unitId: 'g',
  unitPath: '/c/g/',
  headId: 'head',
  poolOwn: false,
  poolGuardian: false,
  isBound: false,
  guardians: [],
  ...fields,
});

describe('acting for somebody', () => {
  it('is allowed for oneself', () => {
    expect(mayActFor({ caller: head, today: TODAY }, person({ residentId: 'head' }))).toBe(true);
  });

  it('is not allowed for an adult of the household, even to its head', () => {
    expect(mayActFor({ caller: head, today: TODAY }, person())).toBe(false);
  });

  it('is allowed to the head for a child and for an assisted member', () => {
    expect(mayActFor({ caller: head, today: TODAY }, person({ bornOn: '2015-03-01' }))).toBe(true);
    expect(mayActFor({ caller: head, today: TODAY }, person({ isAssisted: true }))).toBe(true);
  });

  it('is not allowed to the head of another household', () => {
    const moved = { ...head, householdId: 'elsewhere' };
    expect(mayActFor({ caller: moved, today: TODAY }, person({ isAssisted: true }))).toBe(false);
  });

  it('is allowed to the helper of an assisted person in any household', () => {
    const helped = person({ isAssisted: true, helperId: 'head', headId: 'x', householdId: 'y' });
    expect(mayActFor({ caller: head, today: TODAY }, helped)).toBe(true);
  });

  it('is allowed to a guardian by a paper until its last day, and ends for a child at 18 whatever the paper says', () => {
    const paper = { guardianId: 'head', until: null, ofChild: true, isSole: false };
    const by = (today: string, more: object = {}, fields: Partial<PersonRow> = {}) =>
      mayActFor(
        { caller: head, today },
        person({
          ...{ bornOn: '2008-11-24', householdId: 'y', headId: 'x', guardians: [{ ...paper, ...more }] },
          ...fields,
        }),
      );
    expect([by('2026-11-23'), by('2026-11-24')]).toEqual([true, false]);
    expect([by('2026-11-20', { until: '2026-11-20' }), by('2026-11-21', { until: '2026-11-20' })]).toEqual([
      true,
      false,
    ]);
    expect(by(TODAY, { ofChild: false }, { bornOn: '1960-01-01' })).toBe(true); // a grown-up who cannot act
    expect(by(TODAY, {}, { diedOn: '2026-11-01' })).toBe(false);
  });

  it('is not allowed to head and helper any more once a paper names somebody in their place', () => {
    const child = (isSole: boolean, until: string | null = null) =>
      person({
        ...{ bornOn: '2015-03-01', helperId: 'helper' },
        guardians: [{ guardianId: 'other', until, ofChild: true, isSole }],
      });
    const may = (one: PersonRow) =>
      ['head', 'helper'].map((residentId) => mayActFor({ caller: { ...head, residentId }, today: TODAY }, one));
    expect(may(child(true))).toEqual([false, false]);
    expect(may(child(false))).toEqual([true, true]);
    expect(may(child(true, '2026-11-22'))).toEqual([true, true]); // its last day is over
  });

  it('ends for a guardian on the eighteenth birthday', () => {
    const child = person({ bornOn: '2008-11-23', helperId: 'head', headId: 'x' });
    expect(mayActFor({ caller: head, today: '2026-11-22' }, child)).toBe(true);
    expect(mayActFor({ caller: head, today: '2026-11-23' }, child)).toBe(false);
  });

  it('is allowed to nobody for the dead, nor to a newcomer for anyone', () => {
    expect(mayActFor({ caller: head, today: TODAY }, person({ residentId: 'head', diedOn: '2026-11-01' }))).toBe(false);
    expect(mayActFor({ caller: { ...head, residentId: null }, today: TODAY }, person({ isAssisted: true }))).toBe(
      false,
    );
  });

  it('counts whole years, and none where the birthday is unknown', () => {
    expect(ageOf(person({ bornOn: '1954-11-24' }), TODAY)).toBe(71);
    expect(ageOf(person({ bornOn: null, bornPrecision: null }), TODAY)).toBeNull();
  });
});
