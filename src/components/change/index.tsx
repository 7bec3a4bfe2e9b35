import { View } from '@tarojs/components';
import { numberWords } from '../../words/number';
import { Icon } from '../icon';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  from: number;
  to: number;
  unit?: string;
  /** `grew` in jade for what was added; `plain` in ink for what is used. */
  kind?: 'grew' | 'plain';
}

/** 321 › 326 */
export function Change({ from, to, unit = '', kind = 'grew' }: Props) {
  return (
    <View
      className={`change change-${kind}`}
      {...describe({ role: 'img', label: `原来 ${numberWords(from)}，现在 ${numberWords(to)}${unit}` })}
    >
      <View>{numberWords(from)}</View>
      <Icon name="forward" size={16} />
      <View className="change-to">{numberWords(to)}</View>
      {unit && <View className="t-sub">{unit}</View>}
    </View>
  );
}
