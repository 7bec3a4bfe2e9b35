import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { describe, type Semantics } from './semantics';
import './index.scss';

export interface TappableProps extends Omit<Semantics, 'hidden' | 'level' | 'live'> {
  onTap: () => void;
  /** A tap while it is disabled: leads to what stands in the way. */
  onBlocked?: (() => void) | undefined;
  /** `button` unless it leads elsewhere (`link`) or is one of a choice. */
  role?: 'button' | 'link' | 'checkbox' | 'radio' | 'tab' | 'switch';
  /** Needed when the words inside do not say what happens. */
  label?: string | undefined;
  className?: string;
  style?: Record<string, string>;
  id?: string;
}

/** Enter follows a link; Enter and Space press a button: what browsers do by themselves for their own elements. */
function pressByKey(role: string, press: () => void) {
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key !== 'Enter' && (event.key !== ' ' || role === 'link')) return;
    event.preventDefault();
    press();
  };
}

/** The one thing that can be tapped: reached by finger, keyboard and screen reader alike, on both faces. */
export function Tappable(props: PropsWithChildren<TappableProps>) {
  const { onTap, onBlocked, role = 'button', className = '', style, id, children, disabled, ...rest } = props;
  const press = () => (disabled ? onBlocked?.() : onTap());
  const reach =
    process.env.TARO_ENV === 'weapp'
      ? { hoverClass: disabled ? 'none' : 'tapped', hoverStayTime: 120 }
      : { tabIndex: 0, onKeyDown: pressByKey(role, press) };
  return (
    <View
      {...(id && { id })}
      {...(style && { style })}
      className={`tappable ${className}`}
      onClick={press}
      {...reach}
      {...describe({ ...rest, role, disabled })}
    >
      {children}
    </View>
  );
}
