import { View } from '@tarojs/components';
import { Heading } from '../heading';
import { Icon } from '../icon';
import { Tappable } from '../tappable';
import './index.scss';

interface Props {
  title: string;
  /** Quiet words after the title: 周六 11月7日. */
  note?: string;
  action?: { word: string; onTap: () => void };
}

export function SectionHeader({ title, note, action }: Props) {
  return (
    <View className="section-header">
      <Heading level={2}>{title}</Heading>
      {note && <View className="section-header-note t-sub">{note}</View>}
      {action && (
        <Tappable className="section-header-action" role="link" onTap={action.onTap} label={`${title}：${action.word}`}>
          <View>{action.word}</View>
          <Icon name="forward" size={16} />
        </Tappable>
      )}
    </View>
  );
}
