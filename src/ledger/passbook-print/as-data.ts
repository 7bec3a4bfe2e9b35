import { businessDate } from '../../../cloudfunctions/values/dates';
import type { DataOf } from '../../api';
import { type Entry, sourceWords } from '../entry-words';

export type Holder = DataOf<'ledger.holder'>;

/** A sheet program would reckon with what begins like this. */
const FORMULA = /^[=+\-@\t\r]/;
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

const HEAD = ['第几笔', '哪天的事', '记账日期', '种类', '做了什么', '怎么来的', '积分'];
const KIND: Record<Entry['kind'], string> = {
  credit: '入账',
  hold: '换了，留着',
  redeem: '用掉了',
  release: '退回',
  correction: '改正',
};

/** For a sheet program, which knows by the first character that it is UTF-8. */
export function asCsv(entries: readonly Entry[]): string {
  const rows = entries.map((entry) => [
    ...[entry.seq, entry.deedDate, businessDate(entry.postedAtMs), KIND[entry.kind], entry.title],
    ...[sourceWords(entry), entry.points],
  ]);
  return `\ufeff${[HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** For whoever wants to reckon with it. */
export const asJson = (holder: Holder, entries: readonly Entry[]): string =>
  JSON.stringify({ is: 'behaviour-bank passbook', holder, entries }, null, 1);
