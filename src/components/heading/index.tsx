import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { describe } from '../tappable/semantics';

interface Props {
  level: 1 | 2 | 3;
  /** A type class: `t-head`, `t-title`, `t-body` (default) or `t-sub`. */
  size?: 't-head' | 't-title' | 't-body' | 't-sub';
  className?: string;
}

/** A heading that readers can jump to; the look follows `size`, the structure `level`. */
export function Heading({ level, size = 't-body', className = '', children }: PropsWithChildren<Props>) {
  return (
    <View className={`${size} heading ${className}`} {...describe({ role: 'heading', level })}>
      {children}
    </View>
  );
}
