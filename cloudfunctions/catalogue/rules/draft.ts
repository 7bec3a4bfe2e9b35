import type { InputOf } from '../../kit/action';
import { type Refusal, refuse } from '../../kit/refusal';
import type { completeDrafts, draftItem } from '../contract';
import { type Caps, type HolderKind, NO_CAPS } from './item';

/** All that a version says. What publishing needs besides may still be missing in a draft. */
export interface Draft {
  readonly name: string;
  readonly category: string;
  readonly points: number;
  readonly countedPer: string;
  readonly evidence: string;
  readonly holderKind: HolderKind;
  readonly caps: Caps;
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
  const { name, category, points, countedPer } = change;
  if (name === undefined || category === undefined || points === undefined || countedPer === undefined)
    return refuse('ITEM_INCOMPLETE', { missing: NEEDED.filter((field) => change[field] === undefined) });
  return changeDraft({ ...AS_BEGUN, name, category, points, countedPer }, change);
}

/** What people say later, and no sheet says: it must be complete before it is published. */
export const AS_BEGUN = {
  evidence: '',
  holderKind: 'resident',
  caps: NO_CAPS,
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
  return { ...draft, ...given, ...dropped };
}
