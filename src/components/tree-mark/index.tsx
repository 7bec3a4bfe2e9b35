import { View } from '@tarojs/components';
import { describe } from '../tappable/semantics';
import './index.scss';

/** The app's mark: a tree's rings on jade. */
export function TreeMark({ big = false }: { big?: boolean }) {
  return (
    <View className={`tree-mark${big ? ' tree-mark-big' : ''}`} {...describe({ hidden: true })}>
      <View className="tree-mark-rings" />
    </View>
  );
}
