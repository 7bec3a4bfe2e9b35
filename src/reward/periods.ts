import { addDays, businessDate } from '../../cloudfunctions/values/dates';
import type { Filter, InForce } from '../components/filters/in-force';
import { clock } from '../device/clock';
import { fullDayWords, monthWords } from '../words/dates';

export interface Days {
  readonly from: string;
  readonly to: string;
}
export interface Period {
  readonly word: string;
  readonly days: Days;
  /** As a paper says it. */
  readonly written: string;
}

/** The last day of a month: four days after its 28th is in the next one. */
const lastOfMonth = (month: string) => addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
const ofMonth = (month: string): Days => ({ from: `${month}-01`, to: lastOfMonth(month) });

/** The periods that one asks for, by the day it is. */
export function periodsOn(today: string): Readonly<Record<string, Period>> {
  const month = today.slice(0, 7);
  const before = addDays(`${month}-01`, -1).slice(0, 7);
  const year = Number(today.slice(0, 4));
  return {
    today: { word: '今天', days: { from: today, to: today }, written: fullDayWords(today) },
    month: { word: '这个月', days: ofMonth(month), written: monthWords(month) },
    before: { word: '上个月', days: ofMonth(before), written: monthWords(before) },
    year: { word: '今年', days: { from: `${year}-01-01`, to: `${year}-12-31` }, written: `${year}年` },
    last: { word: '去年', days: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }, written: `${year - 1}年` },
  };
}

const periods = () => periodsOn(businessDate(clock()));
export const periodInForce = ({ period = '' }: InForce): Period | undefined => periods()[period];

/** As a paper says what it holds, also where nobody asked for a part of it. */
export const writtenPeriod = (period: Period | undefined, today: string): string =>
  period?.written ?? `从开始到 ${fullDayWords(today)}`;

export const periodFilter = (): Filter => ({
  key: 'period',
  word: '什么时候',
  options: Object.entries(periods()).map(([key, { word }]) => ({ key, word })),
});
