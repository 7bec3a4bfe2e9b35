import { SHEET_ANSWERS_MAX } from '../../../cloudfunctions/values/limits';
import type { RequestFor } from '../../api';
import type { Line } from './sheet-words';
import { EMPTY_WORTH, NO_GRADE, type WorthTyped, worthProblem, worthSent } from './worth';

type Sent = NonNullable<RequestFor<'catalogue.importSheet'>['answers']>[number];
export type Answer = Sent['answer'];
export type Choice = WorthTyped['kind'] | 'asRead' | 'leave';

/** What a person is saying of one line: chosen, and typed for each choice. */
export interface Typed {
  readonly choice: Choice | undefined;
  readonly worth: WorthTyped;
}
export type Answers = ReadonlyMap<string, Typed>;

/** Nothing is chosen beforehand: what the sheet leaves open stays open. */
export const blankFor = ({ values }: Line): Typed => ({
  choice: undefined,
  worth: {
    ...EMPTY_WORTH,
    grades: values.length > 0 ? values.map((points) => ({ name: '', points: String(points) })) : [NO_GRADE, NO_GRADE],
  },
});

const isRead = ({ points, grades }: Line) => points !== null || grades.length > 0;

export const choicesFor = (line: Line): readonly { readonly key: Choice; readonly word: string }[] =>
  isRead(line)
    ? [
        {
          key: 'asRead',
          word: line.why === 'looksBad' || line.why === 'contradicts' ? '是加分的，照读的收' : '照读的收',
        },
        { key: 'leave', word: line.why === 'looksBad' || line.why === 'contradicts' ? '是扣分的，不收' : '先不收' },
      ]
    : [
        { key: 'one', word: '都按一个分值' },
        { key: 'grades', word: '分几等，每等一个分值' },
        { key: 'time', word: '按时间，每几小时几分' },
        { key: 'leave', word: '先不收，问过居民再说' },
      ];

/** The answer as it is sent; a sentence while something is missing. */
export function answerOf(line: Line, { choice, worth }: Typed): Answer | string {
  if (choice === undefined) return '先选一样';
  if (choice === 'asRead' || choice === 'leave') return { kind: choice };
  const typed = { ...worth, kind: choice };
  const problem = worthProblem(typed) ?? (choice === 'one' ? outside(line, Number(worth.points)) : undefined);
  if (problem) return problem;
  const { points = 0, grades = [], perHalfHours } = worthSent(typed);
  if (choice === 'grades') return { kind: 'grades', grades };
  return choice === 'one' ? { kind: 'points', points } : { kind: 'time', points, halfHours: perHalfHours ?? 2 };
}

function outside({ why, min, max }: Line, points: number): string | undefined {
  if (why !== 'range' && why !== 'upTo') return undefined;
  const [least, most] = [min ?? 1, max ?? points];
  return points < least || points > most ? `表里写的是 ${least} 到 ${most} 分，请在这里面选` : undefined;
}

/** Answered so that it goes in. */
export function goesIn(line: Line, typed: Typed | undefined): boolean {
  const answer = typed && answerOf(line, typed);
  return answer !== undefined && typeof answer !== 'string' && answer.kind !== 'leave';
}
export function isAnswered(line: Line, typed: Typed | undefined): boolean {
  return typed !== undefined && typeof answerOf(line, typed) !== 'string';
}

export function toSent(lines: readonly Line[], answers: Answers, keyOf: (line: Line) => string): Sent[] {
  const sent = lines.flatMap((line) => {
    const typed = line.result === 'ask' ? answers.get(keyOf(line)) : undefined;
    const answer = typed && answerOf(line, typed);
    return answer && typeof answer !== 'string' ? [{ sheet: line.sheet, cell: line.cell, answer }] : [];
  });
  return sent.slice(0, SHEET_ANSWERS_MAX); // what is over waits, and goes in when the sheet comes again
}
