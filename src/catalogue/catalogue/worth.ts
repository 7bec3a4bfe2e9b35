import { GRADE_NAME_MAX, GRADES_MAX, HALF_HOURS_MAX, POINTS_MAX } from '../../../cloudfunctions/values/limits';
import type { RequestFor } from '../../api';
import { isWhole } from '../../components/form/checks';
import type { Item } from './item-words';

export type WorthKind = 'one' | 'grades' | 'time';
export interface GradeTyped {
  readonly name: string;
  readonly points: string;
}

/** What an item is worth, as it is being filled in: all three stay while one changes one's mind. */
export interface WorthTyped {
  readonly kind: WorthKind;
  readonly points: string;
  readonly grades: readonly GradeTyped[];
  readonly hours: string;
}

export const NO_GRADE: GradeTyped = { name: '', points: '' };
export const EMPTY_WORTH: WorthTyped = { kind: 'one', points: '', grades: [NO_GRADE, NO_GRADE], hours: '1' };

export function worthOf({
  points,
  grades,
  perHalfHours,
}: Pick<Item, 'points' | 'grades' | 'perHalfHours'>): WorthTyped {
  return {
    kind: grades.length > 0 ? 'grades' : perHalfHours === null ? 'one' : 'time',
    points: String(points),
    grades:
      grades.length > 0 ? grades.map((one) => ({ name: one.name, points: String(one.points) })) : EMPTY_WORTH.grades,
    hours: String((perHalfHours ?? 2) / 2),
  };
}

const isPoints = (typed: string) => !typed.startsWith('0') && isWhole(typed, 1, POINTS_MAX);
const filled = ({ grades }: WorthTyped) => grades.filter(({ name, points }) => name.trim() !== '' || points !== '');
const halves = (hours: string) => (/^\d{1,3}(\.[05])?$/.test(hours.trim()) ? Number(hours) * 2 : 0);

/** A sentence when something is not right yet. */
export function worthProblem(worth: WorthTyped): string | undefined {
  if (worth.kind === 'grades') return gradesProblem(filled(worth));
  if (!isPoints(worth.points)) return '分值要填 1 以上的整数';
  const isTime = halves(worth.hours) >= 1 && halves(worth.hours) <= HALF_HOURS_MAX;
  return worth.kind === 'time' && !isTime ? '几小时要填整数，或者带半小时，比如 0.5' : undefined;
}

function gradesProblem(grades: readonly GradeTyped[]): string | undefined {
  const names = grades.map(({ name }) => name.trim());
  if (grades.length < 2) return '分等至少要有两等';
  if (grades.length > GRADES_MAX) return `最多分 ${GRADES_MAX} 等`;
  if (names.some((name) => name === '' || [...name].length > GRADE_NAME_MAX)) return '每一等都要写名称';
  if (new Set(names).size < names.length) return '有两等同名，请改一个';
  return grades.every(({ points }) => isPoints(points)) ? undefined : '每一等的分值要填 1 以上的整数';
}

type Sent = Required<Pick<RequestFor<'catalogue.draftItem'>, 'grades' | 'perHalfHours'>> & { points?: number };

/** What is sent, once there is no problem. */
export function worthSent(worth: WorthTyped): Sent {
  if (worth.kind === 'grades') {
    const grades = filled(worth).map(({ name, points }) => ({ name: name.trim(), points: Number(points) }));
    return { grades, perHalfHours: null };
  }
  return { points: Number(worth.points), grades: [], perHalfHours: worth.kind === 'time' ? halves(worth.hours) : null };
}
