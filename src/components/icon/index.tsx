import { View } from '@tarojs/components';
import { describe } from '../tappable/semantics';
import type { IconName } from './names';
import './index.scss';

export type { IconName } from './names';

interface Props {
  name: IconName;
  size?: 16 | 20 | 24 | 32 | 44 | 56;
  /** Heavier line: for size 16 and for a check box's tick. */
  strong?: boolean;
  /** A breath of fill: the active tab. */
  filled?: boolean;
  className?: string;
}

/** Decoration beside words: never the only carrier of a fact, so readers skip it. */
export function Icon({ name, size = 24, strong = size === 16, filled = false, className = '' }: Props) {
  const weight = `${strong ? ' icon-strong' : ''}${filled ? ' icon-filled' : ''}`;
  return <View className={`icon icon-${name} icon-${size}${weight} ${className}`} {...describe({ hidden: true })} />;
}
