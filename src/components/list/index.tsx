import { View } from '@tarojs/components';
import { Children, type PropsWithChildren } from 'react';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  label?: string;
  /** `card` on paper; `bare` on the ground with hairlines alone. */
  kind?: 'card' | 'bare';
  className?: string;
}

/** Rows with hairlines between them; readers hear how many there are. */
export function List({ label, kind = 'card', className = '', children }: PropsWithChildren<Props>) {
  return (
    <View className={`list list-${kind} ${className}`} {...describe({ role: 'list', label })}>
      {Children.toArray(children).map((child, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows inside carry their own keys, this is their frame
        <View className="list-item" key={i} {...describe({ role: 'listitem' })}>
          {child}
        </View>
      ))}
    </View>
  );
}
