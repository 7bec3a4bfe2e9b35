import Taro from '@tarojs/taro';

export const EMPTY = { communityId: '', name: '', phone: '', address: '', bornOn: '' };
/** An application to join, as far as it is filled in. */
export type JoinDraft = typeof EMPTY;

interface Kept {
  /** The identity that wrote it: nobody else is shown it. */
  readonly by: string;
  readonly draft: JoinDraft;
  readonly atMs: number;
}
const STORE = 'join-draft';
/** It says where somebody lives: whoever has not sent it within a day writes it again. */
const KEPT_MS = 24 * 3_600_000;

/** Kept on this device alone until it is sent, so that it is safe to close and resume. */
export function keepJoinDraft(by: string, draft: JoinDraft): void {
  try {
    Taro.setStorageSync(STORE, { by, draft, atMs: Date.now() } satisfies Kept);
  } catch {
    // The storage is full: it stands on the page until that is left.
  }
}

/** Sent, or the person has signed out. */
export const forgetJoinDraft = (): void => Taro.removeStorageSync(STORE);

/** What this identity has written so far. What is too old, or somebody else's, does not stay on the device. */
export function joinDraftOf(by: string): JoinDraft | undefined {
  const kept = Taro.getStorageSync(STORE) as Kept | undefined;
  if (!kept) return undefined;
  if (kept.by === by && Date.now() - kept.atMs < KEPT_MS) return { ...EMPTY, ...kept.draft };
  forgetJoinDraft();
  return undefined;
}
