import { useState } from 'react';
import { addMonths, businessDate } from '../../../cloudfunctions/values/dates';
import { MONTHS_SHOWN } from '../../../cloudfunctions/values/participation';
import type { DataOf, RequestFor } from '../../api';
import { usePages } from '../../api/use-pages';
import { useWhole } from '../../api/use-whole';
import { askedBy, type Filter, type InForce } from '../../components/filters/in-force';
import { clock } from '../../device/clock';
import { fullDayWords, momentWords, monthWords } from '../../words/dates';

/** WeChat draws no line in a page. */
export const DRAWS_LINES = process.env.TARO_ENV === 'h5';

export type Unit = DataOf<'organisation.tree'>['units'][number];
export type Answer = DataOf<'oversight.participation'>;
export type CountedUnit = Answer['units'][number];
export type Counted = CountedUnit['months'][number];
export type Share = Counted['households'];
/** By household, or by person. */
export type View = 'households' | 'people';

type Asked = RequestFor<'oversight.participation'>;
type Only = NonNullable<Asked['only']>;
export const STAGE_WORDS = { preparing: '筹备中', trial: '试运行', running: '在运行' } as const;
const SETTING_WORDS = { urban: '城市社区', rural: '农村' } as const;

/** The month that is counted: the last of those that were asked for. */
export function countedOf(months: readonly Counted[]): Counted {
  const last = months[months.length - 1];
  if (!last) throw new Error('no month was counted');
  return last;
}

/** The last day that counts, and up to when it was counted. */
export const countedWords = ({ months, countedAtMs }: Answer): string =>
  `算到 ${fullDayWords(countedOf(months).until)}（${momentWords(countedAtMs)} 数的）`;

/** The present month stands on it as long as no other is chosen. */
function monthFilter(): Filter {
  const present = businessDate(clock()).slice(0, 7);
  const options = Array.from({ length: MONTHS_SHOWN }, (_, back) => ({
    key: String(back),
    word: monthWords(addMonths(present, -back)),
  }));
  return { key: 'month', word: monthWords(present), options: options.slice(1) };
}

const optionsOf = <Key extends keyof Only>(
  name: Key,
  words: Readonly<Record<NonNullable<Only[Key]>, string>>,
  there: readonly unknown[],
) =>
  (Object.keys(words) as NonNullable<Only[Key]>[])
    .filter((key) => there.includes(key))
    .map((key) => ({ key, word: words[key], only: { [name]: key } as Only }));

/** What there is to sift by: of one kind nothing is asked. */
function useFilters(unitId: string): readonly Filter<Only>[] {
  const { data } = useWhole('organisation.tree', { underUnitId: unitId, levels: ['street', 'community'] }, 'units');
  const units = data ?? [];
  const streets = units.filter((unit) => unit.level === 'street' && unit.unitId !== unitId);
  const settings = units.map(({ setting }) => setting);
  const stages = units.map(({ stage }) => stage);
  const filters: readonly Filter<Only>[] = [
    { key: 'above', word: '哪个街道、镇', options: streets.map(({ unitId: key, name: word }) => ({ key, word })) },
    { key: 'setting', word: '城市、农村', options: optionsOf('setting', SETTING_WORDS, settings) },
    { key: 'stage', word: '走到哪一步', options: optionsOf('stage', STAGE_WORDS, stages) },
  ];
  return filters.filter(({ options }) => options.length > 1);
}

/** What was done in the communities below a unit, and how it was in the months before. */
export function useUnits(unitId: string) {
  const filters = useFilters(unitId);
  const [inForce, sift] = useState<InForce>({});
  const [view, choose] = useState<View>('households');
  const question = {
    unitId: inForce.above ?? unitId,
    monthsBack: Number(inForce.month ?? 0),
    only: askedBy(filters, inForce),
  };
  const { pages, ready, ...list } = usePages('oversight.participation', question);
  // the lines are asked for once the figures are there, and where they can be drawn: nobody waits for them
  const past = DRAWS_LINES && ready ? { ...question, months: MONTHS_SHOWN } : null;
  const lines = useWhole('oversight.participation', past, 'units');
  const months = new Map(lines.data?.map((unit) => [unit.unitId, unit.months]));
  return {
    months: [monthFilter()],
    ...{ filters, inForce, sift, view, choose, question, list },
    first: ready ? pages[0] : undefined,
    units: pages.flatMap(({ units }) => units),
    /** Of a community, the oldest first; nothing until they are known. */
    monthsOf: (id: string): readonly Counted[] | undefined => months.get(id),
  };
}
export type Units = ReturnType<typeof useUnits>;
