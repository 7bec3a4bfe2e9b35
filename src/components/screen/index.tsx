import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type PropsWithChildren, type ReactNode, useEffect } from 'react';
import { useAppearance } from '../../theme/appearance';
import { DemoRibbon } from '../demo-ribbon';
import { OfflineStrip } from '../offline-strip';
import { SideMenu } from '../side-menu';
import { StalePageNote } from '../stale-note';
import { TabBar } from '../tab-bar';
import type { TabKey } from '../tab-bar/entries';
import { noteShownTab } from '../tab-bar/shown-tab';
import { describe } from '../tappable/semantics';
import { TitleBar, type TitleBarProps } from './title-bar';
import './index.scss';

export interface ScreenProps extends Partial<Omit<TitleBarProps, 'title'>> {
  /** Always said, also to the browser's tab, even where the bar does not show it. */
  title: string;
  /** One of the four tabs: its title stands large and the tab bar below. */
  tab?: TabKey;
  /** With `tab`: no tabs, as 关怀模式's home wants it. */
  tabsHidden?: boolean;
  /** An ActionBar. */
  actions?: ReactNode;
  /** `staff` gets the side menu on a wide window; `jade` the live code's deep ground. */
  shell?: 'resident' | 'staff';
  tone?: 'paper' | 'jade';
  /** Taps on the offline strip open the queue. */
  onOpenQueue?: () => void;
  className?: string;
}

/** Colours of what the page does not paint itself. */
function useNativeColours(ground: string, lightWords: boolean): void {
  const paint = () => {
    if (process.env.TARO_ENV !== 'weapp') return;
    void Taro.setNavigationBarColor({
      frontColor: lightWords ? '#ffffff' : '#000000',
      backgroundColor: ground,
    });
    void Taro.setBackgroundColor({
      backgroundColor: ground,
      backgroundColorTop: ground,
      backgroundColorBottom: ground,
    });
  };
  useDidShow(paint);
  useEffect(paint, [ground, lightWords]);
}

function useDocumentTitle(title: string): void {
  const tell = () => {
    if (process.env.TARO_ENV === 'h5') document.title = title === '行为银行' ? title : `${title} · 行为银行`;
  };
  useDidShow(tell);
  useEffect(tell, [title]);
}

/** Where a tab's page lies in front, the bar shows it. */
function useShownTab(tab: TabKey | undefined, hidden: boolean): void {
  useDidShow(() => tab && noteShownTab({ current: tab, hidden }));
  useEffect(() => {
    if (tab) noteShownTab({ hidden });
  }, [tab, hidden]);
}

const WEB = process.env.TARO_ENV === 'h5';

function Foot({ actions }: Pick<ScreenProps, 'actions'>) {
  if (!actions) return null;
  return (
    <View className="screen-foot" {...describe({ role: 'region', label: '可以做的事' })}>
      {actions}
    </View>
  );
}

/** The frame of every page: theme, title, strips, the way back, and what stands at the thumb. */
export function Screen(props: PropsWithChildren<ScreenProps>) {
  const { title, lead, tab, tabsHidden = false, actions, shell = 'resident', tone = 'paper', children } = props;
  const { bar = tab ? 'root' : 'child', back = 'back', onBack, tools, onOpenQueue, className = '' } = props;
  const { rootClass, dark, palette } = useAppearance();
  const isJade = tone === 'jade';
  useDocumentTitle(title);
  useNativeColours(isJade ? palette['jade-deep'] : palette.ground, dark || isJade);
  useShownTab(tab, tabsHidden);
  const shownTab = tabsHidden ? undefined : tab;
  const looks = `screen screen-${shell} screen-${tone}${shownTab ? ' screen-tabbed' : ''}`;
  return (
    <View className={`${looks} ${rootClass} ${className}`}>
      {WEB && shell === 'staff' && <SideMenu />}
      <View className="screen-column">
        <View className="screen-head" {...describe({ role: 'banner' })}>
          <TitleBar {...{ title, lead, bar, back, onBack, tools }} />
          <DemoRibbon />
          <OfflineStrip onOpen={onOpenQueue} />
        </View>
        <View className="screen-main" {...describe({ role: 'main' })}>
          <StalePageNote />
          {children}
        </View>
        <Foot actions={actions} />
        {WEB && shownTab && (
          <View className="screen-tabs">
            <TabBar current={shownTab} />
          </View>
        )}
      </View>
    </View>
  );
}
