import { dayWords, fullDayWords, monthWords } from '../../words/dates';
import { type Entry, enteredLater } from '../entry-words';

/** One line on paper. What stands in a column is a number, so that the columns add up. */
export interface Line {
  readonly key: string;
  readonly kind: 'entry' | 'month' | 'carried';
  readonly day: string;
  readonly what: string;
  readonly how: string;
  /** Credited less corrected; null where the line has none. */
  readonly credited: number | null;
  /** Set aside for vouchers less given back. */
  readonly drawn: number | null;
  readonly available: number;
}
export interface Sums {
  readonly credited: number;
  readonly drawn: number;
  readonly available: number;
}

const HOW = {
  checkIn: '活动签到',
  give: '社区记的',
  opening: '以前转来',
  voucher: '兑换',
  correction: '改正',
} as const;
const WHAT: Record<Entry['kind'], (title: string) => string> = {
  credit: (title) => title,
  hold: (title) => `换了${title}`,
  redeem: (title) => `${title}用掉了（分在换的时候算过了）`,
  release: (title) => `${title}退回`,
  correction: (title) => `改正：${title}记错了，这不是扣分`,
};

const creditedBy = ({ kind, points }: Entry) => (kind === 'credit' ? points : kind === 'correction' ? -points : null);
const drawnBy = ({ kind, points }: Entry) => (kind === 'hold' ? points : kind === 'release' ? -points : null);

/** Oldest deed first; of one day as they were entered. */
const inOrder = (entries: readonly Entry[]) =>
  [...entries].sort((a, b) => (a.deedDate === b.deedDate ? a.seq - b.seq : a.deedDate < b.deedDate ? -1 : 1));

export function sumsOf(entries: readonly Entry[]): Sums {
  const credited = entries.reduce((sum, entry) => sum + (creditedBy(entry) ?? 0), 0);
  const drawn = entries.reduce((sum, entry) => sum + (drawnBy(entry) ?? 0), 0);
  return { credited, drawn, available: credited - drawn };
}

/** From the first entry to the end of a year, or of all: what stands in the passbook then. */
export const sumsUntil = (entries: readonly Entry[], year?: string): Sums =>
  sumsOf(year ? entries.filter(({ deedDate }) => deedDate.slice(0, 4) <= year) : entries);

function lineOf(entry: Entry, available: number): Line {
  const later = enteredLater(entry);
  return {
    key: String(entry.seq),
    kind: 'entry',
    day: dayWords(entry.deedDate),
    what: `${WHAT[entry.kind](entry.title)}${later && `（${later}）`}`,
    how: HOW[entry.source],
    credited: creditedBy(entry),
    drawn: drawnBy(entry),
    available,
  };
}

/** Years of which there are entries, newest first. */
export const yearsOf = (entries: readonly Entry[]): string[] =>
  [...new Set(entries.map(({ deedDate }) => deedDate.slice(0, 4)))].sort().reverse();

/** All of it, or one year, which begins with what was there before. Each month closes with its sums. */
export function linesOf(entries: readonly Entry[], year?: string): Line[] {
  const lines: Line[] = [];
  const before = year ? entries.filter(({ deedDate }) => deedDate < year) : [];
  const chosen = inOrder(entries.filter(({ deedDate }) => !year || deedDate.startsWith(year)));
  let { available } = sumsOf(before);
  if (before.length > 0)
    lines.push({
      key: 'before',
      kind: 'carried',
      day: '',
      what: `${year}年以前结存`,
      how: '',
      credited: null,
      drawn: null,
      available,
    });
  chosen.forEach((entry, i) => {
    available += (creditedBy(entry) ?? 0) - (drawnBy(entry) ?? 0);
    lines.push(lineOf(entry, available));
    const month = entry.deedDate.slice(0, 7);
    if (chosen[i + 1]?.deedDate.slice(0, 7) === month) return;
    const { credited, drawn } = sumsOf(chosen.filter(({ deedDate }) => deedDate.startsWith(month)));
    lines.push({
      key: month,
      kind: 'month',
      day: `${monthWords(month)}小计`,
      what: '',
      how: '',
      credited,
      drawn,
      available,
    });
  });
  return lines;
}

/** 2026年7月30日 到 2026年11月7日 */
export function periodOf(entries: readonly Entry[], year?: string): string {
  const days = inOrder(entries.filter(({ deedDate }) => !year || deedDate.startsWith(year))).map(
    ({ deedDate }) => deedDate,
  );
  const [first = '', last = ''] = [days[0], days[days.length - 1]];
  return `${fullDayWords(first)} 到 ${fullDayWords(last)}`;
}

/** How many letters fit into the widest column, and how many rows of one line onto a sheet. */
const LETTERS = 19;
const ROWS_FIRST = 34;
const ROWS_NEXT = 39;
/** For what stands under the last row: thanks, code and signatures. */
const ROWS_LAST = 5;

const rowsFor = ({ what }: Line) => Math.max(1, Math.ceil(what.length / LETTERS));

/** Cut into sheets, each with its number: a browser counts no pages on every printer. */
export function sheetsOf(lines: readonly Line[]): Line[][] {
  const sheets: Line[][] = [[]];
  let left = ROWS_FIRST;
  for (const line of lines) {
    if (rowsFor(line) > left) {
      sheets.push([]);
      left = ROWS_NEXT;
    }
    sheets[sheets.length - 1]?.push(line);
    left -= rowsFor(line);
  }
  if (left < ROWS_LAST) sheets.push([]);
  return sheets;
}
