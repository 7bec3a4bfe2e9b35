import { businessDate } from '../../../cloudfunctions/values/dates';
import type { Paper, PaperColumn, PaperRow } from '../../components/paper/sheets';
import { clock } from '../../device/clock';
import { checkWords, type Night, nightWords } from '../../ledger/night-words';
import { dayWords, fullDayWords } from '../../words/dates';
import { titleWords } from '../voucher-words';
import { type Line, lastOf } from './words';

const COLUMNS: readonly PaperColumn[] = [
  { head: '序号', mm: 12 },
  { head: '日期', mm: 23 },
  { head: '姓名 / 户', mm: 44, words: true },
  { head: '奖励', mm: 44, words: true },
  { head: '数量', mm: 14 },
  { head: '积分', mm: 16 },
  { head: '余额', mm: 18 },
  { head: '券号', mm: 24 },
  { head: '领取签字', mm: 40 },
  { head: '代领人', mm: 20 },
  { head: '经办', mm: 18 },
];
/** Room for a signature. */
const ROW_MM = 12;
const ROWS_MIN = 10;
const FREE_MIN = 2;

/** What was used, and what waits to be fetched; what was given back or lapsed was handed to nobody. */
const isOnForm = ({ state }: Line) => state === 'redeemed' || state === 'issued';
const firstOf = ({ history }: Line) => history[0]?.atMs ?? 0;
const whenOf = (line: Line) => (line.state === 'redeemed' ? lastOf(line).atMs : Number.POSITIVE_INFINITY);

function rowOf(line: Line, at: number): PaperRow {
  const { atMs, byName } = lastOf(line);
  const isUsed = line.state === 'redeemed';
  return {
    cells: [
      String(at + 1),
      isUsed ? dayWords(businessDate(atMs)) : '',
      { text: line.holderName, small: line.address },
      titleWords({ title: line.title, choice: line.choice }),
      ...[line.quantity, line.points, line.availableAfter ?? ''].map(String),
      line.code ?? '',
      ...['', ''],
      isUsed ? (byName ?? '') : '',
    ],
  };
}

const emptyRow = (number: number): PaperRow => ({ cells: [String(number), ...COLUMNS.slice(1).map(() => '')] });
const sumOf = (lines: readonly Line[], of: 'quantity' | 'points') => lines.reduce((sum, line) => sum + line[of], 0);

interface About {
  readonly place: string;
  readonly period: string;
  readonly provider: string | undefined;
  readonly night: Night | undefined;
  /** The period goes on: lines are left free for those who come yet. */
  readonly isOpen: boolean;
}

/** 兑换登记表, as committees keep it: the oldest first, what is still to be fetched last, and sums of what stands on it. */
export function registerForm(lines: readonly Line[], { place, period, provider, night, isOpen }: About): Paper {
  const shown = lines.filter(isOnForm).sort((a, b) => whenOf(a) - whenOf(b) || firstOf(a) - firstOf(b));
  const free = isOpen ? Math.max(FREE_MIN, ROWS_MIN - shown.length) : 0;
  const sums: PaperRow = {
    cells: [
      { text: '合计', span: 4 },
      String(sumOf(shown, 'quantity')),
      String(sumOf(shown, 'points')),
      { text: free > 0 ? '空行留给当场来的，当天补进系统' : '', span: 5 },
    ],
    isSum: true,
  };
  return {
    title: '兑换登记表',
    about: [place, period, provider ? `服务点：${provider}` : ''],
    columns: COLUMNS,
    rows: [...shown.map(rowOf), ...Array.from({ length: free }, (_, at) => emptyRow(shown.length + at + 1)), sums],
    rowMm: ROW_MM,
    foot: [nightWords(night), ...checkWords(night), `${fullDayWords(businessDate(clock()))}打印`],
  };
}
