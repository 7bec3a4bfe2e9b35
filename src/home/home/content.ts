import type { Thanks } from '../../components/slip';

/** An activity near in time, as home shows it. */
export interface NextActivity {
  id: string;
  title: string;
  /** 今天, 明天, 周二 */
  dayWord: string;
  /** 7 */
  day: string;
  /** 19:30 · 居委会二楼 */
  where: string;
  points: number;
  joined: boolean;
}

/** Not known yet: still being looked up, or it could not be; then the same can be asked again. Never told as “none”. */
export type Unread = { readonly kind: 'looking' } | { readonly kind: 'failed'; readonly retry: () => void };
export interface UsableVouchers {
  count: number;
  word: string;
  until: string;
}

/** What home needs to know, in the words and numbers it shows; times and names are made ready where they are fetched. */
export interface HomeContent {
  /** 李阿姨，早上好 */
  greeting: string;
  /** 11月7日 周六 · 立冬，出门添件衣 */
  today: string;
  lifetime: number;
  available: number;
  waiting: number;
  /** Points of each month, the oldest first: the tree's rings. */
  months: readonly number[];
  household?: { members: number; lifetime: number };
  /** The gentle card: an activity today that is still open. */
  nudge?: { activityId: string; words: string };
  next: readonly NextActivity[] | Unread;
  thanks: readonly Thanks[];
  /** They could not be looked up. */
  thanksRetry?: () => void;
  /** For 关怀模式: the vouchers that can be used now; undefined when there are none. */
  voucher?: UsableVouchers | Unread;
  /** The way to the desk, for those who work here. */
  work?: Work;
  /** How many things one was told and has not seen; 0 also where it is not known yet. */
  unseen: number;
  /** Whom to ring when one is stuck. */
  helper?: { name: string; phone: string };
}

export interface Work {
  word: string;
  /** 第二网格 · 网格员 */
  note: string;
  page: string;
}
