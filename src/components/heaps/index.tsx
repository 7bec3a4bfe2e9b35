import { View } from '@tarojs/components';
import './index.scss';

interface Props {
  heaps: readonly { readonly count: number; readonly word: string }[];
  /** What they add up to, as it was counted elsewhere: 34. */
  of: number;
}

/** Every row of a sheet is in one of these heaps, and they add up. */
export function Heaps({ heaps, of }: Props) {
  return (
    <View className="heaps">
      {heaps.map(({ count, word }, at) => (
        <View key={word} className="heap">
          <View className={`num${at === 0 ? ' jade' : ''}`}>{count}</View>
          <View>{word}</View>
        </View>
      ))}
      <View className="t-sub">{`${heaps.map(({ count }) => count).join(' + ')} = ${of} 行，一行不漏`}</View>
    </View>
  );
}
