import type * as z from 'zod';
import type { AwardOutcome, Precondition, Proposal, SideWrite } from '../../award';
import type { Awarded } from '../../award/contract';
import type { ItemVersion } from '../../catalogue';
import type { PersonRow } from '../../household';
import { refuse } from '../../kit/refusal';
import { deedDateOf } from '../rules';
import { type ActivityRow, lockHeld } from '../store/activities';
import { type AttendanceRow, type How, writeAttendance } from '../store/attendance';

/** One outcome as it is answered: the award's id stays inside. */
export function toAwarded({ residentId }: PersonRow, outcome: AwardOutcome): z.output<typeof Awarded> {
  const holder = { kind: 'resident' as const, id: residentId };
  if (outcome.state === 'refused') return { holder, outcome };
  const { awardId: _award, ...posted } = outcome;
  return { holder, outcome: posted };
}

export interface CheckedBy {
  /** Staff who checked them in; null for people who scanned themselves. */
  readonly givenBy: string | null;
  readonly isOwnHousehold: boolean;
  readonly givingLimits: Proposal['givingLimits'];
}

/**
 * One person's claim for having come, by the version of `itemEarnedAt`. A check-in is witnessed, so it needs neither
 * review nor public notice.
 */
export function proposalFor(
  activity: ActivityRow,
  item: ItemVersion,
  person: PersonRow,
  by: CheckedBy,
  nowMs: number,
): Proposal {
  return {
    holder: { kind: 'resident', id: person.residentId },
    accountId: person.residentId,
    householdId: person.householdId,
    itemId: item.itemId,
    lineageId: item.lineageId,
    itemVersion: item.version,
    title: item.name,
    points: item.points,
    caps: item.caps,
    ceilings: item.ceilings,
    needsReview: false,
    noticeDays: 0,
    deedDate: deedDateOf(activity, nowMs),
    source: 'checkIn',
    sourceId: activity.activityId,
    unitId: activity.unitId,
    ...by,
  };
}

/** Whoever was told that an activity is cancelled finds no check-in that came after it. */
export const unlessCancelled = ({ activityId: id }: ActivityRow): Precondition => ({
  id,
  lock: lockHeld,
  otherwise: refuse('ACTIVITY_CANCELLED'),
});

/** Rows of the attendance list for those who were posted, in the same transaction. */
export function attendanceFor(
  people: readonly { readonly residentId: string; readonly how: How }[],
  at: { readonly activityId: string; readonly recordedBy: string; readonly atMs: number },
): (outcomes: readonly AwardOutcome[]) => SideWrite[] {
  return (outcomes) =>
    outcomes.flatMap((outcome, i) => {
      const person = people[i];
      if (outcome.state !== 'posted' || !person) return [];
      const row: AttendanceRow = { ...person, ...at, awardId: outcome.awardId };
      return [{ write: writeAttendance, row }];
    });
}
