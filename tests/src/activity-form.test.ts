import { momentOf } from '../../cloudfunctions/values/dates';
import {
  type ActivityForm,
  emptyForm,
  formLike,
  formOf,
  problemsIn,
  toActivity,
} from '../../src/activity/activity-edit/form';
import type { Activity } from '../../src/activity/use-week';
import { firstOf } from '../../src/components/form/checks';

const NOW_MS = Date.UTC(2026, 10, 23, 1, 0);
const missingIn = (form: ActivityForm, nowMs: number) => firstOf(problemsIn(form, nowMs));
const filled = { ...emptyForm('2026-11-28'), itemId: 'i', title: ' 清洁家园 ', place: '三号院' };

describe('the form of an activity', () => {
  it('says one thing after the other that is missing', () => {
    expect(missingIn(emptyForm('2026-11-28'), NOW_MS)).toBe('先选签到记哪一件');
    expect(missingIn({ ...filled, title: ' ' }, NOW_MS)).toBe('先起个名字');
    expect(missingIn({ ...filled, place: '' }, NOW_MS)).toBe('先填在哪里');
    expect(missingIn({ ...filled, date: '' }, NOW_MS)).toBe('先选好日期和时间');
    expect(missingIn({ ...filled, to: '08:00' }, NOW_MS)).toBe('结束时间要在开始时间后面');
    expect(missingIn({ ...filled, date: '2026-11-22' }, NOW_MS)).toBe('时间已经过去了，请选以后的');
    expect(missingIn({ ...filled, signUp: true, capacity: '0' }, NOW_MS)).toBe('人数填 1 以上，不限就空着');
    expect(missingIn(filled, NOW_MS)).toBeUndefined();
  });

  it('means the clock in Shanghai, wherever the device is', () => {
    expect(momentOf('2026-11-28', '09:00')).toBe(Date.UTC(2026, 10, 28, 1, 0));
  });

  it('sends a capacity only with sign-up', () => {
    expect(toActivity({ ...filled, capacity: '30' }, 'u')).toEqual({
      unitId: 'u',
      itemId: 'i',
      title: '清洁家园',
      place: '三号院',
      bring: '',
      about: '',
      startsAtMs: Date.UTC(2026, 10, 28, 1, 0),
      endsAtMs: Date.UTC(2026, 10, 28, 2, 30),
      signUp: 'none',
      weeks: 1,
    });
    expect(toActivity({ ...filled, signUp: true, capacity: '30' }, 'u')).toMatchObject({
      signUp: 'open',
      capacity: 30,
    });
  });

  it('ends on the day after only where somebody says so', () => {
    const night = { ...filled, from: '19:30', to: '00:30' };
    expect(missingIn(night, NOW_MS)).toBe('结束时间要在开始时间后面');
    const late = { ...night, nextDay: true };
    expect(missingIn(late, NOW_MS)).toBeUndefined();
    expect(toActivity(late, 'u')).toMatchObject({
      startsAtMs: Date.UTC(2026, 10, 28, 11, 30),
      endsAtMs: Date.UTC(2026, 10, 28, 16, 30),
    });
    expect(toActivity({ ...filled, nextDay: true }, 'u').endsAtMs).toBe(Date.UTC(2026, 10, 28, 2, 30));
  });

  it('comes back as it was written', () => {
    const form = {
      ...filled,
      title: '清洁家园',
      from: '19:30',
      to: '00:30',
      nextDay: true,
      signUp: true,
      capacity: '30',
    };
    expect(formOf({ ...toActivity(form, 'u'), capacity: 30 } as unknown as Activity)).toEqual(form);
  });

  it('is for the next of these weekdays, when it is for another like it', () => {
    const held = (startsAtMs: number) =>
      ({ ...toActivity(filled, 'u'), startsAtMs, capacity: null }) as unknown as Activity;
    const dateAt = (startsAtMs: number) => formLike(held(startsAtMs), NOW_MS).date;
    expect(dateAt(Date.UTC(2026, 10, 28, 1, 0))).toBe('2026-12-05');
    expect(dateAt(Date.UTC(2026, 10, 21, 1, 0))).toBe('2026-11-28');
    expect(dateAt(Date.UTC(2026, 9, 31, 1, 0))).toBe('2026-11-28');
  });
});
