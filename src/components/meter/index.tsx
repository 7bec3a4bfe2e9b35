import { View } from '@tarojs/components';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  value: number;
  max: number;
  /** What the bar says, in words: 240 分，已有 186 分. */
  label: string;
}

/** A bar says nothing alone: its figures stand beside it, and readers hear `label`. */
export function Meter({ value, max, label }: Props) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <View className="meter" {...describe({ role: 'img', label })}>
      <View className="meter-fill" style={{ width: `${(share * 100).toFixed(1)}%` }} />
    </View>
  );
}
