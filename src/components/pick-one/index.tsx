import { View } from '@tarojs/components';
import { useState } from 'react';
import { Checkbox } from '../checkbox';
import { Field } from '../field';
import { List } from '../list';

interface Option {
  readonly id: string;
  readonly words: string;
  readonly note?: string;
}
interface Props {
  label: string;
  options: readonly Option[];
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
  /** Said when there is nothing to choose from. */
  none: string;
}

const SEARCH_FROM = 7;

/** One of many, with a search as soon as there are many; the chosen one stays in sight. A second tap lets go. */
export function PickOne({ label, options, chosen, onChoose, none }: Props) {
  const [typed, type] = useState('');
  const words = typed.trim();
  const matching = options.filter((one) => one.id === chosen || `${one.words}${one.note ?? ''}`.includes(words));
  const shown = words ? matching : [...matching].sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  if (options.length === 0) return <View className="t-sub">{none}</View>;
  return (
    <View className="stack">
      {options.length >= SEARCH_FROM && (
        <Field
          label={`找${label}`}
          labelHidden
          kind="search"
          icon="search"
          example={`找${label}`}
          value={typed}
          onInput={type}
        />
      )}
      <List label={label}>
        {shown.slice(0, SEARCH_FROM).map(({ id, words: said, note }) => (
          <Checkbox
            key={id}
            role="radio"
            words={said}
            note={note}
            checked={id === chosen}
            onChange={() => onChoose(id === chosen ? undefined : id)}
          />
        ))}
      </List>
      {shown.length > SEARCH_FROM && (
        <View className="t-sub">{`还有 ${shown.length - SEARCH_FROM} 个，输几个字来找`}</View>
      )}
    </View>
  );
}
