import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../icon';
import { Tappable } from '../tappable';
import './index.scss';

/** The box alone: for rows that are themselves the target. Round where only one of several can be chosen. */
export function CheckMark({ checked, round = false }: { checked: boolean | 'mixed'; round?: boolean }) {
  const state = checked === true ? ' check-mark-on' : checked === 'mixed' ? ' check-mark-mixed' : '';
  return (
    <View className={`check-mark${state}${round ? ' check-mark-round' : ''}`}>
      {checked === true && <Icon name="check" size={16} />}
      {checked === 'mixed' && <Icon name="minus" size={16} />}
    </View>
  );
}

interface Props {
  words: string;
  note?: ReactNode;
  checked: boolean | 'mixed';
  onChange: (checked: boolean) => void;
  /** `switch` for a setting that acts at once, `radio` for one of several. */
  role?: 'checkbox' | 'radio' | 'switch';
  /** Why it cannot be changed. */
  blocked?: string;
}

/** What a reader hears of it: all that stands on it, where that is words. */
function heardOf(words: string, note: ReactNode, blocked: string | undefined): string {
  return [words, typeof note === 'string' && note, blocked].filter(Boolean).join('，');
}

/** Words and box are one target. */
export function Checkbox({ words, note, checked, onChange, role = 'checkbox', blocked }: Props) {
  return (
    <Tappable
      className="checkbox"
      role={role}
      checked={checked}
      onTap={() => onChange(checked !== true)}
      label={heardOf(words, note, blocked)}
      disabled={blocked ? true : undefined}
    >
      <CheckMark checked={checked} round={role === 'radio'} />
      <View className="grow">
        <View>{words}</View>
        {note && <View className="t-sub">{note}</View>}
        {blocked && <View className="t-sub">{blocked}</View>}
      </View>
    </Tappable>
  );
}
