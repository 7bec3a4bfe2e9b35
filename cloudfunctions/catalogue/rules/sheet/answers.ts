import type { Grade } from '../../../values/awards';
import { TITLE_MAX } from '../../../values/limits';
import type { Line } from './line';
import { cut } from './words';

/** What a person says of a line that was asked about. */
export type Answer =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'grades'; readonly grades: readonly Grade[] }
  | { readonly kind: 'time'; readonly points: number; readonly halfHours: number }
  /** It is meant as it was read. */
  | { readonly kind: 'asRead' }
  | { readonly kind: 'leave' };

const isComplete = ({ worth }: Line) => worth.points !== null || worth.grades.length > 0;

/** Whether the answer can be given to this line: nothing goes in that the sheet does not bear out. */
export function answers(line: Line, answer: Answer): boolean {
  if (line.result !== 'ask') return false;
  if (answer.kind === 'leave') return true;
  if (line.name === '') return false;
  if (answer.kind === 'asRead') return isComplete(line);
  if (isComplete(line)) return false;
  return answer.kind !== 'points' || isWithin(answer.points, line);
}

/** A community's value lies within the range that its sheet gives. */
const isWithin = (points: number, { why, min, max }: Line) =>
  (why !== 'range' && why !== 'upTo') || (points >= (min ?? 1) && points <= (max ?? points));

/** The line as it is taken in; null: it stays out. */
export function answered(line: Line, answer: Answer | undefined, sheetName: string): Line | null {
  if (line.result === 'take') return line;
  if (line.result === 'refuse' || !answer || answer.kind === 'leave') return null;
  const { worth } = line;
  if (answer.kind === 'points') return { ...line, worth: { ...worth, points: answer.points } };
  if (answer.kind === 'grades') return { ...line, worth: { ...worth, points: null, grades: answer.grades } };
  if (answer.kind === 'time')
    return { ...line, worth: { ...worth, points: answer.points, perHalfHours: answer.halfHours, countedPer: '小时' } };
  return line.why === 'twin' ? { ...line, name: besideTwin(line, sheetName) } : line;
}

/** A name stands once in a community: what is meant as another matter gets its place along. */
function besideTwin({ name, row }: Line, sheetName: string): string {
  const place = `（${cut(sheetName, 10)} 第${row}行）`;
  return `${cut(name, TITLE_MAX - [...place].length)}${place}`;
}
