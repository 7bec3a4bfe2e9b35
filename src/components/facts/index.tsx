import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { describe } from '../tappable/semantics';
import './index.scss';

export interface Fact {
  term: string;
  value: ReactNode;
  note?: ReactNode;
  /** At the end of the row: what can be done about it. */
  trail?: ReactNode;
  /** In place of the row: it is being put right. */
  instead?: ReactNode;
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
      {items.map(({ term, value, note, trail, instead }) =>
        instead ? (
          <View key={term} className="facts-instead" {...describe({ role: 'listitem' })}>
            {instead}
          </View>
        ) : (
          <View key={term} className={`facts-row${trail ? ' facts-acts' : ''}`} {...describe({ role: 'listitem' })}>
            <View className="facts-term">{term}</View>
            <View className="grow">
              <View>{value}</View>
              {note && <View className="t-sub">{note}</View>}
            </View>
            {trail}
          </View>
        ),
      )}
    </View>
  );
}
