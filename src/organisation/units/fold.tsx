import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../components/icon';
import type { IconName } from '../../components/icon/names';
import { Tappable } from '../../components/tappable';

/** One sentence; what it rests on comes when it is asked for. */
export function Fold({ icon, words, children }: { icon: IconName; words: string; children: () => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <View className="units-fold">
      <Tappable className="units-fold-words" expanded={open} label={words} onTap={() => setOpen(!open)}>
        <Icon name={icon} size={20} className="jade" />
        <View className="grow">{words}</View>
        <View className={open ? 'units-fold-open' : ''}>
          <Icon name="down" size={16} />
        </View>
      </Tappable>
      {open && children()}
    </View>
  );
}
