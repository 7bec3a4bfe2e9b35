import { View } from '@tarojs/components';
import type { Pages } from '../../api/use-pages';
import { Button } from '../button';
import { EndOfList } from '../end-of-list';
import { RefusalAlert } from '../refusal-alert';

type ListFootProps = {
  readonly list: Pick<Pages<never>, 'hasMore' | 'more' | 'busy' | 'moreRefusal'>;
  readonly more?: string;
  readonly end?: string;
};

/** Below a list that comes page by page: more of it, why more did not come, or its end. */
export function ListFoot({ list, more = '再看一些', end = '就这些了' }: ListFootProps) {
  const ask = () => void list.more();
  if (!list.hasMore) return <EndOfList>{end}</EndOfList>;
  return (
    <View className="stack">
      <RefusalAlert refusal={list.moreRefusal} onRetry={ask} />
      <View className="centred">
        <Button busy={list.busy} onTap={ask}>
          {more}
        </Button>
      </View>
    </View>
  );
}
