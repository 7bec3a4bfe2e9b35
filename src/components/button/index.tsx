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
  /** A tap while it is blocked leads to what is missing. */
  onBlocked?: () => void;
  /** For readers, when the words alone do not say it: 打电话给… */
  label?: string;
  role?: 'button' | 'link';
  className?: string;
}

/** What readers call it: its words, and what keeps it from being pressed. */
function heardOf({ children, label, busy, blocked }: Props): string | undefined {
  const name = label && !label.includes(children) ? `${children}，${label}` : label;
  if (busy) return `${name ?? children}，正在办，请稍等`;
  return blocked ? `${name ?? children}，${blocked}` : name;
}

function Mark({ icon, busy, small }: { [Key in 'icon' | 'busy' | 'small']: Props[Key] | undefined }) {
  if (busy) return <View className="button-busy" />;
  return icon ? <Icon name={icon} size={small ? 20 : 24} /> : null;
}

const Why = ({ children }: { children: string }) => (
  <View className="button-why t-sub" {...describe({ hidden: true })}>
    <Icon name="info" size={16} />
    <View>{children}</View>
  </View>
);

/** A button never greys out without a word: give `blocked` the reason. */
export function Button(props: Props) {
  const { children, kind = 'line', small, wide, icon, busy, blocked, role = 'button', className = '' } = props;
  const { onTap, onBlocked } = props;
  const off = busy === true || blocked !== undefined;
  const looks = `button button-${kind}${small ? ' button-small' : ''}${off ? ' button-off' : ''}`;
  return (
    <View className={`button-place${wide ? ' button-wide' : ''} ${className}`}>
      <Tappable
        className={looks}
        role={role}
        disabled={off || undefined}
        label={heardOf(props)}
        onTap={onTap}
        onBlocked={busy ? undefined : onBlocked}
      >
        <Mark {...{ icon, busy, small }} />
        {children !== '' && <View className="button-words">{children}</View>}
      </Tappable>
      {blocked && <Why>{blocked}</Why>}
    </View>
  );
}
