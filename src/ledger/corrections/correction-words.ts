import type { DataOf, RequestFor } from '../../api';

export type Correction = DataOf<'ledger.corrections'>['corrections'][number];
export type Reason = RequestFor<'ledger.proposeCorrection'>['reason'];

export const REASONS: readonly { key: Reason; word: string; note: string }[] = [
  { key: 'postedTwice', word: '同一件事记了两遍', note: '留一笔就够了' },
  { key: 'wrongPerson', word: '记错了人', note: '改正以后，再给对的人补记' },
  { key: 'wrongItem', word: '选错了项目', note: '改正以后，再用对的项目补记' },
  { key: 'didNotHappen', word: '没有这回事', note: '活动没办，或者人没来' },
];
export const reasonWord = (reason: Reason) => REASONS.find(({ key }) => key === reason)?.word ?? '';

/** 王秀英; 王建国家（全家共有的积分）; 太极队 */
export function holderWords({ kind, name }: Correction['holder']): string {
  if (kind === 'household') return `${name}家（全家共有的积分）`;
  return name || '已经注销的居民';
}

/** Undefined to whoever may decide it; whom to ask depends on who is looking. */
export function whyNotMine(isOwn: boolean, isAdmin: boolean): string | undefined {
  if (isOwn) return isAdmin ? '你提的，要请另一位管理员来办' : '你提的，要请社区管理员来办';
  return isAdmin ? undefined : '要由社区管理员来办';
}

export type Outcome = DataOf<'ledger.decideCorrection'>['state'] | 'withdrawn';

/** What became of it, and what that means for the points. */
export const OUTCOMES: Record<Outcome, { title: string; words: string }> = {
  approved: { title: '改正好了', words: '存折上多了一笔“改正”，写明这不是扣分。' },
  refused: { title: '没有同意改正', words: '那一笔还在，积分不变。' },
  noted: { title: '记下来了，积分不动', words: '那些积分已经换了东西，就不再动它。这件事记在了存折里。' },
  withdrawn: { title: '撤回了', words: '那一笔还在，积分不变。要改的话可以重新提。' },
};
