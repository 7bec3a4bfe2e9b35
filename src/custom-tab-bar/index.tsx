import { View } from '@tarojs/components';
import { TabBar } from '../components/tab-bar';
import { useShownTab } from '../components/tab-bar/shown-tab';
import { useAppearance } from '../theme/appearance';
import './index.scss';

/** WeChat mounts this over each tab's page, outside the page's own tree. */
export default function CustomTabBar() {
  const { rootClass } = useAppearance();
  const { current, hidden } = useShownTab();
  if (hidden) return <View />;
  return (
    <View className={`custom-tab-bar ${rootClass}`}>
      <TabBar current={current} />
    </View>
  );
}
