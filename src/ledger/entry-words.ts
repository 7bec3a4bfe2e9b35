import { businessDate } from '../../cloudfunctions/values/dates';
import type { DataOf } from '../api';
import { dayWords } from '../words/dates';

export type Entry = DataOf<'ledger.passbook'>['entries'][number];

/** How an entry came about, in words. */
export function sourceWords(entry: Entry): string {
  const words = {
    credit: { checkIn: '现场签到', give: '社区记的', opening: '以前的积分转来', voucher: '', correction: '' }[
      entry.source
    ],
    hold: '先为你留着，用了才算用掉',
    redeem: '用掉了',
    release: '券退回来，积分可以再用',
    correction: '改正一笔记错的',
  };
  return [words[entry.kind], entry.unitName].filter(Boolean).join(' · ');
}

/** 11月9日记的: where an entry stands under the day of the deed, and was made on another. */
export function enteredLater({ deedDate, postedAtMs }: Entry): string {
  const postedOn = businessDate(postedAtMs);
  return postedOn === deedDate ? '' : `${dayWords(postedOn)}记的`;
}
