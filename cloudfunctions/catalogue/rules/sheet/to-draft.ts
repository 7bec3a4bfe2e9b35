import { NO_CEILINGS } from '../../../values/awards';
import { AS_BEGUN, type Draft } from '../draft';
import { NO_CAPS } from '../item';
import type { Line } from './line';

/** What a line goes in as, and where it stood. */
export interface SheetDraft extends Omit<Draft, 'guidelineItemId' | 'programmeId' | 'policyDocumentId' | 'legalDuty'> {
  readonly row: number;
  /** 农村版!C5 */
  readonly place: string;
}

export function toDraft(line: Line, sheetName: string): SheetDraft {
  const { needsReview, noticeDays } = AS_BEGUN;
  const { points, grades, perHalfHours, countedPer, condition, caps, ceilings } = line.worth;
  return {
    ...{ row: line.row, place: `${sheetName}!${line.cell}`, name: line.name, category: line.category },
    points: points ?? Math.min(...grades.map((grade) => grade.points)),
    ...{ grades, perHalfHours, countedPer, condition, needsReview, noticeDays },
    evidence: line.evidence,
    holderKind: line.holderKind,
    caps: { ...NO_CAPS, ...caps },
    ceilings: { ...NO_CEILINGS, ...ceilings },
  };
}
