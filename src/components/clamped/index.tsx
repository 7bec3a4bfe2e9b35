import { View } from '@tarojs/components';
import { useState } from 'react';
import { Tappable } from '../tappable';
import './index.scss';

/** Shorter ones stand in two lines of any column. */
const SHORT = 24;

/** Somebody's long words in a table: two lines at a desk, and all of them at a tap. On a phone there is room. */
export function Clamped({ children }: { children: string }) {
  const [open, setOpen] = useState(false);
  if (children.length <= SHORT) return <View>{children}</View>;
  return (
    <Tappable className={`clamped${open ? ' clamped-open' : ''}`} expanded={open} onTap={() => setOpen(!open)}>
      {children}
    </Tappable>
  );
}
