import { View } from '@tarojs/components';
import { useAppFacts } from '../../app-facts';
import './index.scss';

/** Stands on every screen of a demo, so that nobody takes its people for real ones. */
export function DemoRibbon() {
  const { demo } = useAppFacts();
  if (!demo) return null;
  return <View className="demo-ribbon">演示数据，人物均为虚构</View>;
}
