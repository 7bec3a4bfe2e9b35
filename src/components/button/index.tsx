import { View } from '@tarojs/components';
import { Icon, type IconName } from '../icon';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  /** Says what happens: 用 120 分兑换. */
  children: string;
  onTap: () => void;
  /** One primary on a screen; `line` beside it; `quiet` for what is rarely wanted. */
  kind?: 'primary' | 'line' | 'quiet' | 'danger';
  small?: boolean;
  wide?: boolean;
  icon?: IconName;
  /** Work is under way: the words stay, taps are ignored. */
  busy?: boolean;
  /** A sentence that says why it cannot be pressed now; it is shown, not hidden in a grey. */
  blocked?: string | undefined;
  /** For readers, when the words alone do not say it: 打电话给… */
  label?: string;
  role?: 'button' | 'link';
  className?: string;
}

/** A button never greys out without a word: give `blocked` the reason. */
export function Button(props: Props) {
  const { children, onTap, kind = 'line', small, wide, icon, busy, blocked, label, role, className = '' } = props;
  const off = busy === true || blocked !== undefined;
  const name = label && !label.includes(children) ? `${children}，${label}` : label;
  const looks = `button button-${kind}${small ? ' button-small' : ''}${off ? ' button-off' : ''}`;
  const heard = busy ? `${name ?? children}，正在办，请稍等` : blocked ? `${name ?? children}，${blocked}` : name;
  const face = (
    <Tappable className={looks} onTap={onTap} role={role ?? 'button'} disabled={off || undefined} label={heard}>
      {busy ? <View className="button-busy" /> : icon && <Icon name={icon} size={small ? 20 : 24} />}
      <View className="button-words">{children}</View>
    </Tappable>
  );
  const place = `button-place${wide ? ' button-wide' : ''} ${className}`;
  if (!blocked) return <View className={place}>{face}</View>;
  return (
    <View className={place}>
      {face}
      <View className="button-why t-sub" {...describe({ hidden: true })}>
        <Icon name="info" size={16} />
        {blocked}
      </View>
    </View>
  );
}
