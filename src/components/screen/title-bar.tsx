import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { Heading } from '../heading';
import { Icon } from '../icon';
import { Tappable } from '../tappable';
import { readBarMetrics } from './bar-metrics';

export interface TitleBarProps {
  title: string;
  /** Second line under a tab's title. */
  lead?: ReactNode;
  /** `root` stands at the left and is large; `child` is centred with a way back; `bare` has the way back alone. */
  bar: 'root' | 'child' | 'bare';
  back: 'back' | 'close' | 'none';
  onBack?: (() => void) | undefined;
  /** At the right of the bar: export, search. */
  tools?: ReactNode;
}

/** Back to where the person came from; a page opened from a link has nothing behind it, so it leads home. */
function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/home/index' });
}

function Way({ back, onBack }: Pick<TitleBarProps, 'back' | 'onBack'>) {
  if (back === 'none') return null;
  return (
    <Tappable className="title-bar-way" label={back === 'back' ? '返回' : '关闭'} onTap={onBack ?? goBack}>
      <Icon name={back} />
    </Tappable>
  );
}

export function TitleBar({ title, lead, bar, back, onBack, tools }: TitleBarProps) {
  const { statusPx, barPx, capsulePx } = readBarMetrics();
  const style = { paddingTop: `${statusPx}px`, paddingRight: `${capsulePx}px` };
  const child = bar === 'child';
  return (
    <View className={`title-bar title-bar-${bar}`} style={style}>
      <View className="title-bar-row" style={{ minHeight: `${barPx}px` }}>
        {bar !== 'root' && <Way back={back} onBack={onBack} />}
        <View className="title-bar-words">
          {bar !== 'bare' && (
            <Heading level={1} size={child ? 't-body' : 't-head'}>
              {title}
            </Heading>
          )}
          {lead && <View className="t-sub whole-words">{lead}</View>}
        </View>
        {tools ?? (child && <View className="title-bar-balance" />)}
      </View>
    </View>
  );
}
