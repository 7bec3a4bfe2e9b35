import { ScrollView, View } from '@tarojs/components';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import './index.scss';

export interface Segment<Key extends string> {
  key: Key;
  word: string;
  /** Said after the word: 等我审 8. */
  count?: number;
}

interface Props<Key extends string> {
  label: string;
  items: readonly Segment<Key>[];
  chosen: Key;
  onChoose: (key: Key) => void;
  /** Chips that wrap to more lines instead of sliding. */
  wrap?: boolean;
}

/** One of several views of the same list; the chosen one is outlined and bold. */
export function Segments<Key extends string>({ label, items, chosen, onChoose, wrap = false }: Props<Key>) {
  const row = (
    <View className={`segments${wrap ? ' segments-wrap' : ''}`} {...describe({ role: 'tablist', label })}>
      {items.map(({ key, word, count }) => (
        <Tappable
          key={key}
          role="tab"
          className={`segments-item${key === chosen ? ' segments-here' : ''}`}
          selected={key === chosen}
          onTap={() => onChoose(key)}
          label={count === undefined ? word : `${word}，${count} 个`}
        >
          <View>{word}</View>
          {count !== undefined && <View className="segments-count">{count}</View>}
        </Tappable>
      ))}
    </View>
  );
  if (wrap) return row;
  return (
    <ScrollView scrollX className="segments-slide" showScrollbar={false}>
      {row}
    </ScrollView>
  );
}
