import type { IconName } from '../icon/names';

export type TabKey = 'home' | 'activities' | 'rewards' | 'me';

export interface TabEntry {
  key: TabKey;
  /** As the app's configuration writes it, without a leading slash. */
  path: string;
  word: string;
  icon: IconName;
}

/** The tabs of both faces: WeChat's custom tab bar, the web's, and the app's configuration read this one list. */
export const tabs: readonly TabEntry[] = [
  { key: 'home', path: 'pages/home/index', word: '首页', icon: 'home' },
  {
    key: 'activities',
    path: 'pages/activities/index',
    word: '活动',
    icon: 'calendar',
  },
  { key: 'rewards', path: 'pages/rewards/index', word: '兑换', icon: 'ticket' },
  { key: 'me', path: 'pages/me/index', word: '我的', icon: 'person' },
];

export const scanPath = '/pages/scan/index';
