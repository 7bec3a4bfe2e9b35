import { type GuardianPaper, PAPERS_FOR_ADULTS } from '../../../cloudfunctions/values/people';
import { fullDayWords } from '../../words/dates';
import type { PersonData } from './data';

export type Guardian = PersonData['guardians'][number];

export const PAPER_WORDS: Readonly<Record<GuardianPaper, string>> = {
  register: '户口簿',
  birthPaper: '出生证',
  adoption: '收养登记证',
  ruling: '法院判决书',
  appointment: '指定监护人的文书',
  agreement: '公证过的监护协议',
};

const PAPERS = Object.keys(PAPER_WORDS) as GuardianPaper[];
/** Those that can be shown for somebody: of a grown-up a register says nothing. */
export const papersFor = (isChild: boolean): readonly GuardianPaper[] =>
  PAPERS.filter((paper) => isChild || PAPERS_FOR_ADULTS.includes(paper));

/** 法院判决书（2026年11月2日），到 2030年3月1日，代替户主和代办人 */
export const guardianWords = ({ paper, paperOn, until, isSole }: Guardian): string =>
  [
    `${PAPER_WORDS[paper]}（${fullDayWords(paperOn)}）`,
    until && `到 ${fullDayWords(until)}`,
    isSole ? '由他一个人管' : '和户主一起管',
  ]
    .filter(Boolean)
    .join('，');
