import { View } from '@tarojs/components';
import { Icon, type IconName } from '../icon';
import './index.scss';

interface Props {
  children: string;
  /** `ok` settled, `wait` not final yet (dashed), `new` not seen yet, `gold` an honour, `bad` a warning. */
  kind?: 'plain' | 'ok' | 'new' | 'wait' | 'gold' | 'bad';
  /** Each kind but plain and new has one by itself. */
  icon?: IconName;
}

const icons: Partial<Record<NonNullable<Props['kind']>, IconName>> = {
  ok: 'check',
  wait: 'clock',
  gold: 'honour',
  bad: 'warning',
};

/** Always a word; icon and border say the same as the colour. */
export function Tag({ children, kind = 'plain', icon = icons[kind] as IconName }: Props) {
  return (
    <View className={`tag tag-${kind}`}>
      {icon && <Icon name={icon} size={16} className="tag-icon" />}
      {icon ? <View>{children}</View> : children}
    </View>
  );
}
