import { View } from '@tarojs/components';
import type { Pages } from '../../api/use-pages';
import { Button } from '../button';
import { RefusalAlert } from '../refusal-alert';

interface Props {
  list: Pick<Pages<never>, 'hasMore' | 'more' | 'busy' | 'moreRefusal'>;
  shown: number;
  count: number;
  /** What they are counted in: 人, 户, 张. */
  one: string;
}

/** Below a table: how many are left, and more of them; or that these were all. */
export function ListBelow({ list, shown, count, one }: Props) {
  const ask = () => void list.more();
  if (!list.hasMore) return <View className="list-below t-cap">{`就这 ${shown} ${one}了`}</View>;
  return (
    <View className="list-below">
      <RefusalAlert refusal={list.moreRefusal} onRetry={ask} />
      <Button small kind="quiet" busy={list.busy} onTap={ask}>
        {`再看一些，下面还有 ${Math.max(1, count - shown)} ${one}`}
      </Button>
    </View>
  );
}
