import { createStore } from '../../app-store';
import type { TabKey } from './entries';

interface ShownTab {
  current: TabKey;
  /** 关怀模式's home shows three big cards and no tabs. */
  hidden: boolean;
}

const shown = createStore<ShownTab>({ current: 'home', hidden: false });

export const useShownTab = shown.use;

/** A tab's screen says that it is in front: WeChat's tab bar is a tree of its own and cannot ask. */
export const noteShownTab = shown.change;
