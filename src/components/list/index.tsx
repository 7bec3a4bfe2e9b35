import { View } from '@tarojs/components';
import { Children, isValidElement, type PropsWithChildren, type ReactNode } from 'react';
import { describe } from '../tappable/semantics';
import { Windowed } from '../windowed';
import './index.scss';

interface Props {
  label?: string;
  /** `card` on paper; `bare` on the ground with hairlines alone. */
  kind?: 'card' | 'bare';
  className?: string;
}

const keyOf = (child: ReactNode, i: number) => (isValidElement(child) && child.key) || String(i);

/** Rows with hairlines between them; readers hear how many there are. */
export function List({ label, kind = 'card', className = '', children }: PropsWithChildren<Props>) {
  return (
    <Windowed className={`list list-${kind} ${className}`} semantics={{ role: 'list', label }}>
      {Children.toArray(children).map((child, i) => (
        <View className="list-item" key={keyOf(child, i)} {...describe({ role: 'listitem' })}>
          {child}
        </View>
      ))}
    </Windowed>
  );
}
