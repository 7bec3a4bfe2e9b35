import { groupedBy } from '../../cloudfunctions/values/grouped-by';
import type { DataOf } from '../api';
import type { PassbookLine } from '../components/passbook-month';
import type { PointsKind } from '../components/points-badge';
import { goTo } from '../ways';
import { alikeAmong } from '../words/alike';
import { monthWords, weekdayOf } from '../words/dates';
import { type Entry, enteredLater, sourceWords } from './entry-words';

type Book = DataOf<'ledger.passbook'>;

/** How the points of an entry are shown. */
export const KINDS: Record<Entry['kind'], PointsKind> = {
  credit: 'final',
  hold: 'held',
  redeem: 'used',
  release: 'returned',
  correction: 'correction',
};
const TITLES = { credit: '', hold: '换了', redeem: '用掉了', release: '退回了', correction: '改正：' } as const;

function toLine(entry: Entry): PassbookLine {
  const corrected = entry.correctedBySeq !== null;
  return {
    id: `${entry.accountId}-${entry.seq}`,
    day: String(Number(entry.deedDate.slice(8))),
    weekday: weekdayOf(entry.deedDate),
    title: `${TITLES[entry.kind]}${entry.title}`,
    source: [entry.kind === 'redeem' ? '分在换的时候算过了，这里不再算' : sourceWords(entry), enteredLater(entry)]
      .filter(Boolean)
      .join(' · '),
    ...(entry.kind === 'correction' && { why: `第 ${entry.correctsSeq} 笔记错了，这里改回来。这不是扣分。` }),
    ...(entry.kind !== 'redeem' && { points: entry.points }),
    kind: KINDS[entry.kind],
    ...(corrected && { tag: { word: '已改正', kind: 'plain' as const } }),
    onTap: () => goTo('pages/receipt', { account: entry.accountId, seq: entry.seq }),
  };
}

/** Of several lines of a day that sound the same each says which one in the book it is. */
function toLines(entries: readonly Entry[]): PassbookLine[] {
  const isAlike = alikeAmong(entries, ({ deedDate, kind, title, source, points }) =>
    [deedDate, kind, title, source, points].join(),
  );
  return entries.map((entry) => ({ ...toLine(entry), ...(isAlike(entry) && { further: `第 ${entry.seq} 笔` }) }));
}

/** 入账 +9，换了 80，退回 20，改正 −3: each is the sum of what the month's lines show. */
function sumWords({ credited, held, released, corrected }: Book['months'][number]): string {
  const parts = [
    `入账 +${credited}`,
    held > 0 ? `换了 ${held}` : '',
    released > 0 ? `退回 ${released}` : '',
    corrected > 0 ? `改正 −${corrected}` : '',
  ];
  return parts.filter(Boolean).join('，');
}

/** Months, newest first, each with its lines. A month that goes on over the next page is told with its whole sum. */
export function toMonths(entries: readonly Entry[], sums: readonly Book['months'][number][]) {
  const byMonth = groupedBy(entries, ({ deedDate }) => deedDate.slice(0, 7));
  const sumOf = new Map(sums.map((sum) => [sum.month, sumWords(sum)]));
  return [...byMonth]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, lines]) => ({
      month,
      title: monthWords(month),
      sum: sumOf.get(month) ?? '',
      lines: toLines(lines),
    }));
}
