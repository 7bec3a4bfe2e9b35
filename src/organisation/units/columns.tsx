import { View } from '@tarojs/components';
import { MONTHS_SHOWN } from '../../../cloudfunctions/values/participation';
import type { Column } from '../../components/data-table';
import { Meter } from '../../components/meter';
import { countWords } from '../../words/figures';
import { Line } from './line';
import { rateOf, rateWords, scaleOf } from './rate';
import { type Counted, type CountedUnit, countedOf, DRAWS_LINES, STAGE_WORDS, type Units } from './use-units';

const NAMES = {
  households: { rate: '家庭参与率', share: '有积分 / 在册户' },
  people: { rate: '居民参与率', share: '有积分 / 在册人' },
};
const stageOf = ({ stage, tags, mergedInto }: CountedUnit) =>
  mergedInto ? `并到了${mergedInto}` : tags.join('、') || (stage ? STAGE_WORDS[stage] : '');

const figure = (key: string, title: string, of: (counted: Counted) => number): Column<CountedUnit> => ({
  ...{ key, title, shown: 'paper', align: 'right' },
  cell: ({ months }) => of(countedOf(months)),
});
/** Both ways of counting, as numbers that a spreadsheet can add up. */
const ON_PAPER = [
  figure('homesWith', '有积分户', ({ households }) => households.withPoints),
  figure('homes', '在册户', ({ households }) => households.onRoster),
  figure('peopleWith', '有积分人', ({ people }) => people.withPoints),
  figure('people', '在册人', ({ people }) => people.onRoster),
];

/** Each figure with what it is of; a bar and a line say on which scale they are drawn. */
export function columnsFor({
  units,
  view,
  monthsOf,
}: Pick<Units, 'units' | 'view' | 'monthsOf'>): readonly Column<CountedUnit>[] {
  const shareOf = (unit: CountedUnit) => countedOf(unit.months)[view];
  const past = units.flatMap(({ unitId }) => monthsOf(unitId) ?? []).map((month) => rateOf(month[view]));
  const scale = scaleOf([...units.map((unit) => rateOf(shareOf(unit))), ...past]);
  const line: Column<CountedUnit> = {
    ...{ key: 'line', title: `近 ${MONTHS_SHOWN} 个月`, width: 112 },
    cell: ({ unitId }) => <Line months={monthsOf(unitId)} by={view} scale={scale} />,
    text: ({ unitId }) =>
      (monthsOf(unitId) ?? []).map((month) => `${month.month} ${rateWords(month[view])}`).join('，'),
  };
  return [
    { key: 'name', title: '单位', cell: ({ name }) => name },
    { key: 'code', title: '编码', cell: ({ code }) => code, shown: 'paper' },
    { key: 'above', title: '街道、镇', cell: ({ above }) => above, shown: 'paper' },
    {
      key: 'rate',
      title: `${NAMES[view].rate}（满格 ${scale * 100}%）`,
      width: 178,
      cell: (unit) => (
        <View className="units-rate">
          <View className="grow">
            <Meter
              value={rateOf(shareOf(unit)) ?? 0}
              max={scale}
              label={`${NAMES[view].rate} ${rateWords(shareOf(unit))}`}
            />
          </View>
          <View className="units-percent">{rateWords(shareOf(unit))}</View>
        </View>
      ),
      text: (unit) => rateWords(shareOf(unit)),
    },
    {
      key: 'share',
      title: NAMES[view].share,
      align: 'right',
      cell: (unit) => `${countWords(shareOf(unit).withPoints)} / ${countWords(shareOf(unit).onRoster)}`,
    },
    ...(DRAWS_LINES ? [line] : []),
    {
      key: 'times',
      title: '人次',
      align: 'right',
      cell: ({ months }) => countWords(countedOf(months).personTimes),
      text: ({ months }) => countedOf(months).personTimes,
    },
    { key: 'stage', title: '阶段', cell: stageOf },
    ...ON_PAPER,
  ];
}
