import type { BornPrecision } from '../../../values/people';
import type { Field, Finding } from './finding';

export const HEAD_RELATION = '户主';
/** For somebody of whose relation the file says nothing. */
export const SOME_MEMBER = '成员';

/** A row of the file on its way to being understood. */
export interface Line {
  readonly sheet: string;
  readonly row: number;
  number: string | null;
  headName: string | null;
  readonly name: string | null;
  relation: string | null;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: string | null;
  readonly bornPrecision: BornPrecision | null;
  /** The year was reckoned from an age: it may be the one before. */
  readonly isBornRough: boolean;
  readonly idTail: string | null;
  readonly phone: string | null;
  address: string | null;
  gridName: string | null;
  readonly groupName: string | null;
  readonly note: string | null;
  /** In a remark, or in the place of a relation, it says that they died or went away: a person is asked. */
  readonly saysGone: string | null;
  /** The units of the tree that are meant; null where the file names none, or none that is there. */
  gridId: string | null;
  groupId: string | null;
  readonly findings: Finding[];
}

/** Where a row stands, to tell it from all others of the file. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
}
export const keyOf = ({ sheet, row }: Place): string => `${row} ${sheet}`;

export const isRefused = (line: Line) => line.findings.some((finding) => finding.effect === 'rowRefused');

export function tell(
  line: Line,
  field: Field,
  kind: Finding['kind'],
  effect: Finding['effect'],
  as: string | null = null,
) {
  line.findings.push({ sheet: line.sheet, row: line.row, field, kind, effect, said: null, as });
}
