import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../button';
import { describe } from '../tappable/semantics';

interface Props {
  /** How many are chosen, and of how many that match. */
  chosen: number;
  count: number;
  /** What they are counted in: 人, 户, 张. */
  one: string;
  /** Chooses all that match, also those that have not been shown; not offered where it is left out. */
  onAll?: (() => void) | undefined;
  busy?: boolean;
  onNone: () => void;
  /** What is done with them, the primary last. */
  children?: ReactNode;
}

/** What to do with all that are chosen; there only while some are. */
export function BulkBar({ chosen, count, one, onAll, busy = false, onNone, children }: Props) {
  if (chosen === 0) return null;
  const isAll = chosen >= count;
  return (
    <View className="bulk-bar only-screen" {...describe({ role: 'group', label: '对选中的做什么' })}>
      <View className="bulk-bar-words" {...describe({ role: 'status' })}>
        <View className="strong">{`已选 ${chosen} ${one}`}</View>
        <View className="t-cap">{isAll ? '符合条件的都在里面' : `符合条件的一共 ${count} ${one}`}</View>
      </View>
      {!isAll && onAll && (
        <Button small kind="quiet" busy={busy} onTap={onAll}>
          {`${count} ${one}都选上`}
        </Button>
      )}
      <Button small kind="quiet" onTap={onNone}>
        不选了
      </Button>
      {children}
    </View>
  );
}
