import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useAppFacts } from '../../app-facts';
import { Icon } from '../icon';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import { scanPath, type TabEntry, type TabKey, tabs } from './entries';
import './index.scss';

function Tab({ tab, here }: { tab: TabEntry; here: boolean }) {
  return (
    <Tappable
      role="link"
      className={`tab-bar-tab${here ? ' tab-bar-here' : ''}`}
      onTap={() => void Taro.switchTab({ url: `/${tab.path}` })}
      label={here ? `${tab.word}，当前页` : tab.word}
      {...(here && { current: 'page' as const })}
    >
      <Icon name={tab.icon} filled={here} />
      <View>{tab.word}</View>
    </Tappable>
  );
}

/** Four tabs and a raised scan button between them. */
export function TabBar({ current }: { current: TabKey }) {
  const half = tabs.length / 2;
  const opening = useAppFacts().opening;
  /** A tap is answered before its page is there. */
  const here = tabs.find(({ path }) => path === opening)?.key ?? current;
  return (
    <View className="tab-bar" {...describe({ role: 'navigation', label: '主菜单' })}>
      {tabs.slice(0, half).map((tab) => (
        <Tab key={tab.key} tab={tab} here={tab.key === here} />
      ))}
      <Tappable
        className="tab-bar-scan"
        onTap={() => void Taro.navigateTo({ url: scanPath })}
        label="扫一扫，签到或核对"
      >
        <View className="tab-bar-disc">
          <Icon name="scan" size={32} />
        </View>
        <View>扫一扫</View>
      </Tappable>
      {tabs.slice(half).map((tab) => (
        <Tab key={tab.key} tab={tab} here={tab.key === here} />
      ))}
    </View>
  );
}
