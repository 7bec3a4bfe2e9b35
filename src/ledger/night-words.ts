import { shortCode } from '../../cloudfunctions/values/receipt';
import type { DataOf } from '../api';
import { fullDayWords } from '../words/dates';

export type Night = DataOf<'ledger.nights'>['heads'][number];

/** What a paper rests on: the newest night whose hash was published. */
export const nightWords = (night: Night | undefined): string =>
  night ? `根据 ${fullDayWords(night.day)} 的校验码 ${shortCode(night.hash)}` : '当天夜里才有第一个校验码';
