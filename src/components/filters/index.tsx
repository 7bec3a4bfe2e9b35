import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '../icon';
import { Segments } from '../segments';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import type { Filter, InForce } from './in-force';
import './index.scss';

interface ChipProps {
  filter: Filter;
  chosen: string | undefined;
  open: boolean;
  onTap: () => void;
}

function Chip({ filter: { word, options }, chosen, open, onTap }: ChipProps) {
  const inForce = options.find(({ key }) => key === chosen);
  return (
    <Tappable
      className={`filters-chip${inForce ? ' filters-on' : ''}`}
      onTap={onTap}
      label={inForce ? `不再只看${inForce.word}` : word}
      {...(!inForce && { expanded: open })}
    >
      <View>{inForce?.word ?? word}</View>
      <Icon name={inForce ? 'close' : 'down'} size={16} />
    </Tappable>
  );
}

interface Props {
  filters: readonly Filter[];
  inForce: InForce;
  onChange: (inForce: InForce) => void;
}

/** What a list is sifted by: several at once. A tap on one that is in force lets it go; on another it shows what there is. */
export function Filters({ filters, inForce, onChange }: Props) {
  const [opened, open] = useState<string>();
  const shown = filters.find(({ key }) => key === opened);
  const tap = (key: string) => {
    if (inForce[key]) onChange({ ...inForce, [key]: undefined });
    open(inForce[key] || key === opened ? undefined : key);
  };
  return (
    <View className="only-screen">
      <View className="filters" {...describe({ role: 'group', label: '只看哪些' })}>
        {filters.map((filter) => (
          <Chip
            key={filter.key}
            filter={filter}
            chosen={inForce[filter.key]}
            open={filter.key === opened}
            onTap={() => tap(filter.key)}
          />
        ))}
      </View>
      {shown && (
        <Segments
          wrap
          label={shown.word}
          items={shown.options}
          chosen={inForce[shown.key] ?? ''}
          onChoose={(option) => {
            onChange({ ...inForce, [shown.key]: option });
            open(undefined);
          }}
        />
      )}
    </View>
  );
}
