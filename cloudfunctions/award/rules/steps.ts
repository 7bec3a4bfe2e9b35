import { type Refusal, refuse } from '../../kit/refusal';

export type AwardState = 'proposed' | 'reviewed' | 'inNotice' | 'posted' | 'refused' | 'withdrawn';
export type AwardEvent = 'review' | 'refuse' | 'openNotice' | 'post' | 'withdraw';

/** Which steps an item's settings ask for. */
export interface Steps {
  readonly needsReview: boolean;
  readonly noticeDays: number;
}

/** The one pipeline of every award: proposed → reviewed → in public notice → posted; refused in review, withdrawn after it. */
const TRANSITIONS: Record<AwardState, Partial<Record<AwardEvent, AwardState>>> = {
  proposed: { review: 'reviewed', refuse: 'refused' },
  reviewed: { openNotice: 'inNotice', post: 'posted', withdraw: 'withdrawn' },
  inNotice: { post: 'posted', withdraw: 'withdrawn' },
  posted: {},
  refused: {},
  withdrawn: {},
};

declare module '../../kit/refusal' {
  interface Details {
    /** Told to nobody: an action offers only steps that are possible. */
    readonly STEP_NOT_POSSIBLE: { readonly state: AwardState; readonly event: AwardEvent };
  }
}

/** The state after an event; what is posted, refused or withdrawn stays so: a posted award is only ever corrected in the ledger. */
export function advance(state: AwardState, event: AwardEvent, steps: Steps): AwardState | Refusal<'STEP_NOT_POSSIBLE'> {
  const next = TRANSITIONS[state][event];
  const skipsNotice = state === 'reviewed' && event === 'post' && steps.noticeDays > 0;
  const needlessNotice = event === 'openNotice' && steps.noticeDays === 0;
  return !next || skipsNotice || needlessNotice ? refuse('STEP_NOT_POSSIBLE', { state, event }) : next;
}

/** How far an award comes by itself: through every step that its item's settings skip. */
export function initialState(steps: Steps): AwardState {
  if (steps.needsReview) return 'proposed';
  return steps.noticeDays > 0 ? 'inNotice' : 'posted';
}
