import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { describe } from '../tappable/semantics';
import './index.scss';

export interface Fact {
  term: string;
  value: ReactNode;
  note?: ReactNode;
}

interface Props {
  items: readonly Fact[];
  /** On paper of its own; else on what is there. */
  card?: boolean;
  /** Hairlines between the rows. */
  ruled?: boolean;
}

/** What · which, row by row: time, place, validity. */
export function Facts({ items, card = false, ruled = true }: Props) {
  return (
    <View className={`facts${card ? ' facts-card' : ''}${ruled ? ' facts-ruled' : ''}`} {...describe({ role: 'list' })}>
      {items.map(({ term, value, note }) => (
        <View key={term} className="facts-row" {...describe({ role: 'listitem' })}>
          <View className="facts-term">{term}</View>
          <View className="grow">
            <View>{value}</View>
            {note && <View className="t-sub">{note}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
