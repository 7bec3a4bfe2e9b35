import { keptFor } from '../device/kept';

export const EMPTY = { communityId: '', name: '', phone: '', address: '', bornOn: '' };
/** An application to join, as far as it is filled in. */
export type JoinDraft = typeof EMPTY;

/** It says where somebody lives: whoever has not sent it within a day writes it again. */
const KEPT_MS = 24 * 3_600_000;

const draftOf = (by: string) =>
  keptFor<JoinDraft>(by, 'join-draft', {
    forMs: KEPT_MS,
    parse: (draft) => (typeof draft === 'object' ? { ...EMPTY, ...draft } : undefined),
  });

/** Kept on this device alone until it is sent, so that it is safe to close and resume. */
export const keepJoinDraft = (by: string, draft: JoinDraft): void => draftOf(by).keep(draft);

/** Sent, or not needed any more. */
export const forgetJoinDraft = (): void => draftOf('').forget();

/** What this identity has written so far. What is too old, or somebody else's, does not stay on the device. */
export const joinDraftOf = (by: string): JoinDraft | undefined => draftOf(by).read();
