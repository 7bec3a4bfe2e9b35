import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Tappable } from '../../components/tappable';
import { AGE_CHOICES, countOf, NO_FILTER, type Place } from './filter';
import { ByAddress, ByAge, Chips, placesOf } from './filters';
import type { Award } from './use-award';
import '../../components/filters/index.scss';

/** 第二网格；第二网格等 3 个 */
function chosenWords(places: readonly Place[], chosen: readonly string[]): string | undefined {
  const on = places.filter(({ unitId }) => chosen.includes(unitId));
  return on.length > 1 ? `${on[0]?.name}等 ${on.length} 个` : on[0]?.name;
}

interface ChipProps {
  word: string;
  /** What of it is chosen. */
  on: string | undefined;
  open: boolean;
  onTap: () => void;
}

function Chip({ word, on, open, onTap }: ChipProps) {
  return (
    <Tappable
      className={`filters-chip${on ? ' filters-on' : ''}`}
      onTap={onTap}
      label={on ? `${word}，选了${on}` : word}
      expanded={open}
    >
      <View>{on ?? word}</View>
      <Icon name="down" size={16} />
    </Tappable>
  );
}

/** At a desk: what the list is sifted by, in one row; a tap shows what there is to choose from. */
export function FilterRow({ award }: { award: Award }) {
  const { filter, setFilter } = award;
  const { grids, groups } = placesOf(award);
  const [opened, open] = useState<string>();
  const chip = (word: string, on: string | undefined) => (
    <Chip {...{ word, on }} open={opened === word} onTap={() => open(opened === word ? undefined : word)} />
  );
  const age = AGE_CHOICES.find(({ key }) => key === filter.age && key !== 'all')?.word;
  return (
    <>
      <View className="filters award-filter-row">
        {grids.length > 0 && chip('哪个网格', chosenWords(grids, filter.placeIds))}
        {groups.length > 0 && chip('哪个组', chosenWords(groups, filter.placeIds))}
        {chip('年龄', age)}
        <View className="award-filter-address">
          <ByAddress award={award} />
        </View>
        {countOf(filter) > 0 && (
          <Button small kind="quiet" onTap={() => setFilter(NO_FILTER)}>
            不筛了
          </Button>
        )}
      </View>
      {opened === '哪个网格' && <Chips label="哪个网格" places={grids} award={award} />}
      {opened === '哪个组' && groups.length > 0 && <Chips label="哪个组" places={groups} award={award} />}
      {opened === '年龄' && <ByAge award={award} />}
    </>
  );
}
