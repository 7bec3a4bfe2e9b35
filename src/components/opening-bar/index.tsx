import { View } from '@tarojs/components';
import { useAppFacts } from '../../app-facts';
import { useAppearance } from '../../theme/appearance';
import { describe } from '../tappable/semantics';
import './index.scss';

/** A tapped page's file is on its way: seen at once, in words when it takes long. */
export function OpeningBar() {
  const { opening } = useAppFacts();
  const { rootClass } = useAppearance();
  if (!opening) return null;
  return (
    <View className={`opening-bar ${rootClass}`} {...describe({ role: 'status', label: '正在打开，请稍等' })}>
      <View className="opening-bar-line" />
      <View className="opening-bar-late">网络有点慢，还在打开</View>
    </View>
  );
}
