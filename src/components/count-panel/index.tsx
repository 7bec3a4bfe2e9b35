import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  /** Seconds that are left, and out of how many. */
  left: number;
  of: number;
}

/** White paper for a code, its edge counting down; the seconds must also stand in words beside it. */
export function CountPanel({ left, of, children }: PropsWithChildren<Props>) {
  const share = of > 0 ? Math.min(1, Math.max(0, left / of)) : 0;
  const turn = (share * 360).toFixed(0);
  const edge = { backgroundImage: `conic-gradient(var(--jade) ${turn}deg, var(--on-jade-2) 0)` };
  return (
    <View className="count-panel" {...describe({ role: 'group', label: `${left} 秒后换新码` })}>
      <View className="count-panel-edge" style={edge}>
        <View className="count-panel-paper">{children}</View>
      </View>
    </View>
  );
}
