import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import './index.scss';

interface Props {
  /** Words over the buttons: what is chosen so far. */
  note?: ReactNode;
}

/** Buttons at the thumb: one primary, at most one outlined before it. Screen places it; give it as `actions`. */
export function ActionBar({ note, children }: PropsWithChildren<Props>) {
  return (
    <View className="action-bar">
      {note && <View className="action-bar-note">{note}</View>}
      <View className="action-bar-row">{children}</View>
    </View>
  );
}
