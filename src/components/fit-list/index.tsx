import { View } from '@tarojs/components';
import { Icon } from '../icon';
import { describe } from '../tappable/semantics';
import './index.scss';

export interface Fit {
  met: boolean;
  words: string;
  /** What to do about it, when it is not met. */
  next?: string;
}

/** One line for each condition, said in a sentence; met or not is icon and word, not colour alone. */
export function FitList({ items }: { items: readonly Fit[] }) {
  return (
    <View {...describe({ role: 'list' })}>
      {items.map(({ met, words, next }) => (
        <View
          key={words}
          className={`fit-list-item${met ? '' : ' fit-list-missing'}`}
          {...describe({ role: 'listitem' })}
        >
          <Icon name={met ? 'done' : 'info'} />
          <View className="grow">
            <View>{met ? words : `还不行：${words}`}</View>
            {next && <View className="t-sub">{next}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
