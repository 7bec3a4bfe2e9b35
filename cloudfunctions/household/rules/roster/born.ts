import type { Cell } from '../../../kit/excel';
import { DAY_MS } from '../../../values/dates';
import { readText } from './cells';
import { type Finding, leftOut, type Read, rowRefused, understood } from './finding';

export interface Born {
  readonly on: string;
  /** 'year': only the year is known; `on` is its 31 December, so that nobody is too old too early. */
  readonly precision: 'day' | 'year';
}
type ReadBorn =
  | Read<never>
  | { readonly value: Born | null; readonly finding?: Pick<Finding, 'kind' | 'effect' | 'as'> };

const OLDEST = 1850;
/** What Excel counts days from, with its leap day of 1900 that never was. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);
/** Days since then that can be a birthday, 1900 to 2100; smaller numbers could be a year. */
const SERIALS = { from: 3_000, to: 73_050 };

const FORMS: readonly { readonly pattern: RegExp; readonly kind: Finding['kind'] | null }[] = [
  { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, kind: null },
  { pattern: /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/u, kind: 'chineseForm' },
  { pattern: /^(\d{4})[./、-](\d{1,2})[./、-](\d{1,2})[.。]?$/u, kind: 'dotted' },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, kind: 'numberCell' },
];
/** A year alone, or with a month: the day is not known either way. */
const YEAR = /^(\d{4})(?:\s*年(?:\s*\d{1,2}\s*月?)?|[./-]\d{1,2})?$/u;

/** A birthday in any of the forms that rosters have. A day that is none, or yet to come, refuses the whole row. */
export function readBorn(cell: Cell | undefined, today: string): ReadBorn {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? leftOut('notUnderstood') : ofDay(isoOf(cell), 'dateCell', today);
  const text = readText(cell);
  if (text === null) return { value: null };
  if (isSerial(cell)) return ofDay(isoOf(new Date(SERIAL_ZERO_MS + cell * DAY_MS)), 'dateCell', today);
  return ofText(text, today);
}

const isSerial = (cell: Cell | undefined): cell is number =>
  typeof cell === 'number' && Number.isInteger(cell) && cell >= SERIALS.from && cell <= SERIALS.to;

function ofText(text: string, today: string): ReadBorn {
  for (const { pattern, kind } of FORMS) {
    const [, year, month = '', day = ''] = pattern.exec(text) ?? [];
    if (year) return ofDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, kind, today);
  }
  const year = YEAR.exec(text)?.[1];
  return year ? ofYear(year, today) : leftOut('notUnderstood');
}

const isoOf = (date: Date) => date.toISOString().slice(0, 10);

function ofDay(on: string, kind: Finding['kind'] | null, today: string): ReadBorn {
  const date = new Date(`${on}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || isoOf(date) !== on) return rowRefused('noSuchDay', on);
  if (on > today) return rowRefused('inTheFuture', on);
  if (Number(on.slice(0, 4)) < OLDEST) return leftOut('notUnderstood');
  const value: Born = { on, precision: 'day' };
  return kind ? { value, finding: { kind, effect: 'understood', as: on } } : { value };
}

function ofYear(year: string, today: string): ReadBorn {
  if (year > today.slice(0, 4)) return rowRefused('inTheFuture', year);
  if (Number(year) < OLDEST) return leftOut('notUnderstood');
  const on = `${year}-12-31`;
  return {
    value: { on, precision: 'year' },
    finding: understood('yearOnly', on).finding as Pick<Finding, 'kind' | 'effect' | 'as'>,
  };
}
