import { View } from '@tarojs/components';
import Taro, { getCurrentInstance } from '@tarojs/taro';
import { useAppFacts, type Viewer } from '../../app-facts';
import { Face } from '../face';
import { Icon } from '../icon';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import { TreeMark } from '../tree-mark';
import { type MenuEntry, menuGroups } from './entries';
import './index.scss';

function Entry({ entry, here, waiting }: { entry: MenuEntry; here: boolean; waiting: number }) {
  return (
    <Tappable
      role="link"
      className={`side-menu-entry${here ? ' side-menu-here' : ''}`}
      onTap={() => void Taro.redirectTo({ url: entry.path })}
      label={waiting > 0 ? `${entry.word}，${waiting} 件` : entry.word}
      {...(here && { current: 'page' as const })}
    >
      <Icon name={entry.icon} size={20} />
      <View className="grow">{entry.word}</View>
      {waiting > 0 && <View className="side-menu-count">{waiting}</View>}
    </Tappable>
  );
}

function Who({ viewer }: { viewer: Viewer }) {
  return (
    <View className="side-menu-who">
      <Face name={viewer.name} />
      <View>
        <View className="strong">{viewer.name}</View>
        <View className="t-cap">{viewer.place}</View>
      </View>
    </View>
  );
}

/** The left column of the desk shell; only the web at 1024 px and wider shows it. */
export function SideMenu() {
  const { allowed, waiting, viewer } = useAppFacts();
  const route = getCurrentInstance().router?.path ?? '';
  const may = (entry: MenuEntry) => allowed === undefined || allowed.includes(entry.key);
  const groups = menuGroups.map((group) => ({
    ...group,
    entries: group.entries.filter(may),
  }));
  return (
    <View className="side-menu" {...describe({ role: 'navigation', label: '主菜单' })}>
      <View className="side-menu-brand">
        <TreeMark />
        <View>行为银行</View>
      </View>
      {groups
        .filter((group) => group.entries.length > 0)
        .map((group) => (
          <View key={group.title ?? 'first'}>
            {group.title && <View className="side-menu-title">{group.title}</View>}
            {group.entries.map((entry) => (
              <Entry
                key={entry.key}
                entry={entry}
                here={route.startsWith(entry.path)}
                waiting={waiting[entry.key] ?? 0}
              />
            ))}
          </View>
        ))}
      {viewer && <Who viewer={viewer} />}
    </View>
  );
}
