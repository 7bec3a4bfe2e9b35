import type { InputOf } from '../../kit/action';
import { type Refusal, refuse } from '../../kit/refusal';
import { type Ceilings, type Grade, NO_CEILINGS } from '../../values/awards';
import type { completeDrafts, draftItem } from '../contract';
import { type Caps, type HolderKind, NO_CAPS } from './item';

/** All that a version says. What publishing needs besides may still be missing in a draft. */
export interface Draft {
  readonly name: string;
  readonly category: string;
  readonly points: number;
  readonly grades: readonly Grade[];
  readonly perHalfHours: number | null;
  readonly condition: string;
  readonly countedPer: string;
  readonly evidence: string;
  readonly holderKind: HolderKind;
  readonly caps: Caps;
  readonly ceilings: Ceilings;
  readonly guidelineItemId: string | null;
  readonly programmeId: string | null;
  readonly policyDocumentId: string | null;
  readonly legalDuty: { readonly isDuty: boolean; readonly reason: string } | null;
  readonly needsReview: boolean;
  readonly noticeDays: number;
}

type Change = Omit<InputOf<typeof draftItem>, 'itemId' | 'unitId'>;
type Completion = Omit<InputOf<typeof completeDrafts>, 'itemIds' | 'unitId'>;

const NEEDED = ['name', 'category', 'points', 'countedPer'] as const;

/** A first draft: what it is and what it is worth must be said, the rest may follow. */
export function startDraft(change: Change): Draft | Refusal<'ITEM_INCOMPLETE' | 'INVALID_INPUT'> {
  const { name, category, countedPer } = change;
  const points = change.points ?? leastOf(change.grades ?? []);
  if (name === undefined || category === undefined || points === undefined || countedPer === undefined)
    return refuse('ITEM_INCOMPLETE', {
      missing: NEEDED.filter((field) => (field === 'points' ? points : change[field]) === undefined),
    });
  return changeDraft({ ...AS_BEGUN, name, category, points, countedPer }, change);
}

/** What people say later, and no sheet says: it must be complete before it is published. */
export const AS_BEGUN = {
  evidence: '',
  holderKind: 'resident',
  grades: [],
  perHalfHours: null,
  condition: '',
  caps: NO_CAPS,
  ceilings: NO_CEILINGS,
  guidelineItemId: null,
  programmeId: null,
  policyDocumentId: null,
  legalDuty: null,
  needsReview: false,
  noticeDays: 0,
} as const;

/** What is left out stays as it was. An item stands under a guideline or under a programme: naming one drops the other. */
export function changeDraft(draft: Draft, change: Change | Completion): Draft | Refusal<'INVALID_INPUT'> {
  const { guidelineItemId, programmeId } = change;
  if (guidelineItemId && programmeId)
    return refuse('INVALID_INPUT', {
      fields: ['input.guidelineItemId', 'input.programmeId'],
      why: ['one of them', 'one of them'],
    });
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const dropped = {
    ...(guidelineItemId && { programmeId: null }),
    ...(programmeId && { guidelineItemId: null }),
  };
  return withOneWorth({ ...draft, ...given, ...dropped });
}

const leastOf = (grades: readonly Grade[]): number | undefined =>
  grades.length > 0 ? Math.min(...grades.map((grade) => grade.points)) : undefined;

/** One value, or grades of different names, or points for time: never two of them, so that nobody has to guess. */
function withOneWorth(draft: Draft): Draft | Refusal<'INVALID_INPUT'> {
  const { grades, perHalfHours } = draft;
  const names = new Set(grades.map((grade) => grade.name));
  if (names.size < grades.length)
    return refuse('INVALID_INPUT', { fields: ['input.grades'], why: ['two of one name'] });
  if (grades.length > 0 && perHalfHours !== null)
    return refuse('INVALID_INPUT', {
      fields: ['input.grades', 'input.perHalfHours'],
      why: ['one of them', 'one of them'],
    });
  return { ...draft, points: leastOf(grades) ?? draft.points };
}
