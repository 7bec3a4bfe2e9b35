import { ScrollView, View } from '@tarojs/components';
import { Clauses } from '../clauses';
import { describe } from '../tappable/semantics';
import './index.scss';

export interface Thanks {
  id: string;
  /** 下雨天帮我收了被子，还送上楼来。 */
  words: string;
  /** 刘＊英 谢谢 陈＊ · 昨天 */
  from: string;
}

/** What slides must be reached by keyboard, too, when nothing inside it can be. */
const reachedByKey = process.env.TARO_ENV === 'h5' ? { tabIndex: 0 } : {};

/** The notice board: slips of thanks, masked names, pinned side by side. */
export function SlipBoard({ slips }: { slips: readonly Thanks[] }) {
  return (
    <ScrollView scrollX className="slip-board" showScrollbar={false} {...reachedByKey}>
      <View className="slip-row" {...describe({ role: 'list', label: '邻居的感谢' })}>
        {slips.map(({ id, words, from }) => (
          <View className="slip" key={id} {...describe({ role: 'listitem' })}>
            <View className="slip-pin" />
            <View className="slip-words">
              <Clauses>{words}</Clauses>
            </View>
            <View className="t-cap">{from}</View>
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
