import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  /** `soft` is jade paper, `raised` has the one shadow (at most one on a screen), `flush` leaves the inside to its rows. */
  kind?: 'plain' | 'soft' | 'raised';
  flush?: boolean;
  onTap?: () => void;
  /** What readers call it. */
  label?: string;
  className?: string;
}

/** Paper on the ground. With `onTap` the whole card is the target. */
export function Card({
  kind = 'plain',
  flush = false,
  onTap,
  label,
  className = '',
  children,
}: PropsWithChildren<Props>) {
  const looks = `card card-${kind}${flush ? '' : ' card-padded'} ${className}`;
  if (onTap) {
    return (
      <Tappable className={looks} onTap={onTap} label={label} role="link">
        {children}
      </Tappable>
    );
  }
  return (
    <View className={looks} {...(label && describe({ role: 'group', label }))}>
      {children}
    </View>
  );
}
