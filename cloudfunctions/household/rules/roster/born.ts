import type { Cell } from '../../../kit/excel';
import { DAY_MS } from '../../../values/dates';
import type { BornPrecision } from '../../../values/people';
import { readText, SAYS_NOTHING } from './cells';
import { leftOut, type Read, rowRefused, type Told } from './finding';

export interface Born {
  /** The last day that it can be, so that nobody is too old too early. */
  readonly on: string;
  readonly precision: BornPrecision;
}

const OLDEST = 1850;
/** What Excel counts days from, with its leap day of 1900 that never was. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);
/** Days since then that can be a birthday, 1900 to 2100; smaller numbers could be a year. */
const SERIALS = { from: 3_000, to: 73_050 };

/** 农历 and its kin: no day of the calendar that everybody else counts by, and not turned into one. */
const LUNAR = /农历|阴历|旧历|夏历|\((?:农|阴)\)|[正腊冬闰]月|月(?:初|廿)|初[一二三四五六七八九十]|廿/u;
const TIME = /(?:\s+|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/u;
const DAYS: readonly { readonly pattern: RegExp; readonly kind: Told['kind'] | null }[] = [
  { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, kind: null },
  { pattern: /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/u, kind: 'chineseForm' },
  { pattern: /^(\d{4})\s*[./、-]\s*(\d{1,2})\s*[./、-]\s*(\d{1,2})[.。]?$/u, kind: 'dotted' },
  { pattern: /^(\d{4})(\d{2})(\d{2})(?:0{6})?$/, kind: 'numberCell' },
];
const MONTHS = [/^(\d{4})\s*年\s*(\d{1,2})\s*月?$/u, /^(\d{4})[./-](\d{1,2})$/, /^(\d{4})(\d{2})$/];
const YEAR = /^(\d{4})\s*年?$/u;

/**
 * A birthday in any of the forms that rosters have. A month or a year alone is kept as such; of a lunar day the year is, and
 * a person is asked. A day that is none, or yet to come, refuses the whole row.
 */
export function readBorn(cell: Cell | undefined, today: string): Read<Born> {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? leftOut('notUnderstood') : ofDay(isoOf(cell), 'dateCell', today);
  const text = readText(cell);
  if (text === null || SAYS_NOTHING.test(text)) return { value: null };
  if (isSerial(cell)) return ofDay(isoOf(new Date(SERIAL_ZERO_MS + Math.floor(cell) * DAY_MS)), 'dateCell', today);
  return ofText(text, today);
}

const isSerial = (cell: Cell | undefined): cell is number =>
  typeof cell === 'number' && cell >= SERIALS.from && cell <= SERIALS.to;

function ofText(text: string, today: string): Read<Born> {
  if (LUNAR.test(text)) return ofLunar(text, today);
  const withoutTime = text.replace(TIME, '');
  const plain = westernDigits(withoutTime.replace(/\(?(?:公历|阳历|新历)\)?|(?:出生|生人|生)$/gu, '').trim());
  const read = ofDigits(plain, today);
  return plain === text || read.finding || !read.value ? read : { ...read, finding: toldOf('anotherWord', read.value) };
}

function ofDigits(text: string, today: string): Read<Born> {
  for (const { pattern, kind } of DAYS) {
    const [, year, month = '', day = ''] = pattern.exec(text) ?? [];
    if (year) return Number(day) === 0 ? ofMonth(year, month, today) : ofDay(dayOf(year, month, day), kind, today);
  }
  for (const pattern of MONTHS) {
    const [, year, month = ''] = pattern.exec(text) ?? [];
    if (year) return ofMonth(year, month, today);
  }
  const year = YEAR.exec(text)?.[1];
  return year ? ofYear(year, today) : leftOut('notUnderstood');
}

const dayOf = (year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const DIGITS = '〇一二三四五六七八九';
/** 一九五〇年三月十二日 in the digits of the others. */
function westernDigits(text: string): string {
  if (!/^[〇零○Ｏ一二三四五六七八九]{4}年/u.test(text)) return text;
  return text
    .replace(/[零○Ｏ]/gu, '〇')
    .replace(/[〇一二三四五六七八九]?十[一二三四五六七八九]?/gu, (tens) => {
      const [before = '', after = ''] = tens.split('十');
      return `${before === '' ? 1 : DIGITS.indexOf(before)}${after === '' ? 0 : DIGITS.indexOf(after)}`;
    })
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(DIGITS.indexOf(digit)));
}

const isoOf = (date: Date) => date.toISOString().slice(0, 10);
const toldOf = (kind: Told['kind'], { on, precision }: Born): Told => ({
  kind,
  effect: 'understood',
  as: partOf(on, precision),
});
/** As much of the day as is known. */
export const partOf = (on: string, precision: BornPrecision) => on.slice(0, { day: 10, month: 7, year: 4 }[precision]);

function ofDay(on: string, kind: Told['kind'] | null, today: string): Read<Born> {
  const date = new Date(`${on}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || isoOf(date) !== on) return rowRefused('noSuchDay', on);
  if (on > today) return rowRefused('inTheFuture', on);
  if (Number(on.slice(0, 4)) < OLDEST) return leftOut('notUnderstood');
  const value: Born = { on, precision: 'day' };
  return kind ? { value, finding: toldOf(kind, value) } : { value };
}

/** Zeros stand for what nobody knew: 1950-00-00 is the year, 1950-03-00 the month. */
function ofMonth(year: string, month: string, today: string): Read<Born> {
  if (Number(month) === 0) return ofYear(year, today);
  const said = `${year}-${month.padStart(2, '0')}`;
  if (Number(month) > 12 || Number(year) < OLDEST) return leftOut('notUnderstood');
  if (said > today.slice(0, 7)) return rowRefused('inTheFuture', said);
  const value: Born = { on: isoOf(new Date(Date.UTC(Number(year), Number(month), 0))), precision: 'month' };
  return { value, finding: toldOf('monthOnly', value) };
}

function ofYear(year: string, today: string): Read<Born> {
  if (year > today.slice(0, 4)) return rowRefused('inTheFuture', year);
  if (Number(year) < OLDEST) return leftOut('notUnderstood');
  const value: Born = { on: `${year}-12-31`, precision: 'year' };
  return { value, finding: toldOf('yearOnly', value) };
}

function ofLunar(text: string, today: string): Read<Born> {
  const year = /(?<!\d)\d{4}(?!\d)|[〇零○一二三四五六七八九]{4}/u.exec(text)?.[0];
  const digits = year?.replace(/\D/gu, (digit) => String(DIGITS.indexOf(digit.replace(/[零○]/u, '〇'))));
  const read = digits ? ofYear(digits, today) : null;
  if (!read?.value) return leftOut('lunar');
  return { value: read.value, finding: { kind: 'lunar', effect: 'toAsk', as: read.value.on.slice(0, 4) } };
}

const AGE = /^(\d{1,3})\s*(?:周?岁)?$/u;

/** Whoever is 76 this year was born in 1950 or the year before: the later one, told, where nothing better is known. */
export function readAge(cell: Cell | undefined, today: string): Read<Born> {
  const text = readText(cell);
  if (text === null || SAYS_NOTHING.test(text)) return { value: null };
  const age = Number(AGE.exec(text)?.[1] ?? Number.NaN);
  if (!(age >= 0 && age <= 125)) return leftOut('notUnderstood');
  const value: Born = { on: `${Number(today.slice(0, 4)) - age}-12-31`, precision: 'year' };
  return { value, finding: toldOf('fromAge', value) };
}
