import { businessDate } from '../../../cloudfunctions/values/dates';
import type { Paper, PaperColumn } from '../../components/paper/sheets';
import { clock } from '../../device/clock';
import { fullDayWords } from '../../words/dates';
import type { Card } from './sheets';

const COLUMNS: readonly PaperColumn[] = [
  { head: '序号', mm: 12 },
  { head: '卡号后四位', mm: 28 },
  { head: '第几张', mm: 18 },
  { head: '户编号', mm: 28 },
  { head: '户主', mm: 30, words: true },
  { head: '住址', mm: 66, words: true },
  { head: '领取签字', mm: 45 },
  { head: '领取日期', mm: 24 },
  { head: '作废', mm: 22 },
];
/** Room for a signature. */
const ROW_MM = 12;
/** The whole number is as good as the card: on a list that lies about it tells which card, and opens nothing. */
const TAIL = 4;

/** 积分卡发放登记: which card goes to which household; who fetched it and when is written by hand. */
export function registerForm(cards: readonly Card[], place: string, byName: string): Paper {
  return {
    title: '积分卡发放登记',
    about: [cards[0]?.communityName ?? '', place, `${cards.length} 户`],
    columns: COLUMNS,
    rows: cards.map(({ number, version, householdNumber, headName, address }, at) => ({
      cells: [String(at + 1), number.slice(-TAIL), String(version), householdNumber, headName, address, '', '', ''],
    })),
    rowMm: ROW_MM,
    foot: [
      `经办：${byName}`,
      '领一张，签一个名。卡丢了、换了，在“作废”里写哪一天。',
      `${fullDayWords(businessDate(clock()))}打印`,
    ],
  };
}
