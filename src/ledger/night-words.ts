import { shortCode } from '../../cloudfunctions/values/receipt';
import type { DataOf } from '../api';
import { fullDayWords } from '../words/dates';

export type Night = DataOf<'ledger.nights'>['heads'][number];

/** What a paper rests on: the newest night whose hash was published. */
export const nightWords = (night: Night | undefined): string =>
  night ? `根据 ${fullDayWords(night.day)} 的校验码 ${shortCode(night.hash)}` : '当天夜里才有第一个校验码';

/** How anybody holds a paper against what was published; nothing where there is no code yet. */
export const checkWords = (night: Night | undefined): readonly string[] =>
  night ? ['在“每晚公布的校验码”里输入这个码，谁都能核对'] : [];

const letters = (code: string) =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** Whether what was typed is the code as it is read: with or without its line, in any case. */
export const isCodeOf = (typed: string, { hash }: Pick<Night, 'hash'>): boolean =>
  letters(typed) === letters(shortCode(hash));
