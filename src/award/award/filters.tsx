import { View } from '@tarojs/components';
import { useState } from 'react';
import { QUERY_MAX } from '../../../cloudfunctions/values/limits';
import { Button } from '../../components/button';
import { toggled } from '../../components/checkbox/use-toggle';
import { Field } from '../../components/field';
import { Icon } from '../../components/icon';
import { Segments } from '../../components/segments';
import { Tappable } from '../../components/tappable';
import { describe } from '../../components/tappable/semantics';
import { AGE_CHOICES, countOf, NO_FILTER, type Place } from './filter';
import type { Award } from './use-award';

interface ChipsProps {
  label: string;
  places: readonly Place[];
  award: Award;
}

/** Several of them at once; a second tap lets go. */
export function Chips({ label, places, award }: ChipsProps) {
  const { filter, setFilter } = award;
  return (
    <View className="award-chips" {...describe({ role: 'group', label })}>
      {places.map(({ unitId, name }) => {
        const isOn = filter.placeIds.includes(unitId);
        return (
          <Tappable
            key={unitId}
            role="checkbox"
            checked={isOn}
            className={`award-chip${isOn ? ' award-chip-on' : ''}`}
            onTap={() => setFilter({ ...filter, placeIds: toggled(filter.placeIds, unitId) })}
          >
            <View>{name}</View>
            {isOn && <Icon name="close" size={16} />}
          </Tappable>
        );
      })}
    </View>
  );
}

/** The grids of the place, and the groups of those that are chosen. */
export function placesOf({ filter, places }: Award) {
  const grids = places.filter(({ level }) => level === 'grid');
  const groups = places.filter(
    ({ level, parentId }) => level === 'group' && (grids.length === 0 || filter.placeIds.includes(parentId ?? '')),
  );
  return { grids, groups };
}

export function ByAge({ award: { filter, setFilter, wide } }: { award: Award }) {
  return (
    <Segments
      wrap={wide}
      label="年龄"
      items={AGE_CHOICES}
      chosen={filter.age}
      onChoose={(age) => setFilter({ ...filter, age })}
    />
  );
}

export const ByAddress = ({ award: { filter, setFilter } }: { award: Award }) => (
  <Field
    label="楼栋或门牌"
    labelHidden
    example="楼栋或门牌，比如 2号"
    value={filter.address}
    onInput={(address) => setFilter({ ...filter, address })}
    maxLength={QUERY_MAX}
  />
);

function Choices({ award }: { award: Award }) {
  const { grids, groups } = placesOf(award);
  return (
    <View className="stack">
      {grids.length > 0 && <Chips label="哪个网格" places={grids} award={award} />}
      {groups.length > 0 && <Chips label="哪个组" places={groups} award={award} />}
      <ByAge award={award} />
      <ByAddress award={award} />
    </View>
  );
}

/** By grid, group, age and building: on a phone behind one button. */
export function Filters({ award }: { award: Award }) {
  const [open, setOpen] = useState(false);
  const { filter, setFilter } = award;
  const count = countOf(filter);
  return (
    <View className="stack">
      <View className="row">
        <Button small onTap={() => setOpen(!open)}>
          {open ? '收起筛选' : count > 0 ? `筛选（${count}）` : '按网格、楼栋筛'}
        </Button>
        {count > 0 && (
          <Button small kind="quiet" onTap={() => setFilter(NO_FILTER)}>
            不筛了
          </Button>
        )}
      </View>
      {open && <Choices award={award} />}
    </View>
  );
}
