import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWide } from '../../theme/use-wide';
import { Field } from '../field';
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

/** More than one reads through: then a few are shown, and the others are found by what they are called. */
const SHOWN = 12;

function Options({ filter: { word, options }, onChoose }: OptionsProps) {
  const [typed, type] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = options.filter((option) => option.word.toLowerCase().includes(wanted));
  const hidden = found.length - SHOWN;
  return (
    <>
      {options.length > SHOWN && (
        <Field
          label={`找${word}`}
          labelHidden
          kind="search"
          icon="search"
          example="名称"
          value={typed}
          onInput={type}
        />
      )}
      <Segments wrap label={word} items={found.slice(0, SHOWN)} chosen="" onChoose={onChoose} />
      {hidden > 0 && <View className="t-sub">{`另外 ${hidden} 个，写几个字来找`}</View>}
      {found.length === 0 && <View className="t-sub">没有叫这个的</View>}
    </>
  );
}
interface OptionsProps {
  filter: Filter;
  onChoose: (option: string) => void;
}

/** On a phone a list begins on its first screen: so many stand above it in two rows, or a few and the way to the others. */
const PHONE_ALL = 4;
const PHONE_FEW = 3;

interface Props {
  filters: readonly Filter[];
  inForce: InForce;
  onChange: (inForce: InForce) => void;
  /** So many stand there at once, and those in force; the others behind one more. Without it all of them, on a phone three. */
  few?: number;
}

/** What a list is sifted by: several at once. A tap on one that is in force lets it go; on another it shows what there is. */
export function Filters({ filters, inForce, onChange, few: asked }: Props) {
  const wide = useWide();
  const few = asked ?? (wide || filters.length <= PHONE_ALL ? filters.length : PHONE_FEW);
  const [opened, open] = useState<string>();
  const [all, showAll] = useState(false);
  const shown = filters.find(({ key }) => key === opened);
  const tap = (key: string) => {
    if (inForce[key]) onChange({ ...inForce, [key]: undefined });
    open(inForce[key] || key === opened ? undefined : key);
  };
  return (
    <View className="only-screen">
      <View className="filters" {...describe({ role: 'group', label: '只看哪些' })}>
        {filters
          .filter(({ key }, at) => all || at < few || inForce[key])
          .map((filter) => (
            <Chip
              key={filter.key}
              filter={filter}
              chosen={inForce[filter.key]}
              open={filter.key === opened}
              onTap={() => tap(filter.key)}
            />
          ))}
        {few < filters.length && (
          <Tappable className="filters-chip" onTap={() => showAll(!all)} expanded={all}>
            <View>{all ? '收起' : '更多'}</View>
          </Tappable>
        )}
      </View>
      {shown && (
        <Options
          key={shown.key}
          filter={shown}
          onChoose={(option) => {
            onChange({ ...inForce, [shown.key]: option });
            open(undefined);
          }}
        />
      )}
    </View>
  );
}
