import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';
import { Tappable } from '../tappable';
import './index.scss';

interface Props {
  title: string;
  note?: ReactNode;
  /** Drawn in a tile at the left; or give `lead` (a DateBlock, a face). */
  icon?: IconName;
  lead?: ReactNode;
  /** Beside the title: a Tag. */
  tag?: ReactNode;
  /** At the end of the title's line: when it was. */
  when?: string;
  /** At the right: PointsBadge, a small Button, a figure. */
  trail?: ReactNode;
  onTap?: () => void;
  /** What readers hear for the whole row, when its words in order do not say it. */
  label?: string | undefined;
  /** No side padding: for a bare List on the ground. */
  bare?: boolean;
}

/** One row: what, a second line, something at the right. With `onTap` all of it is the target. */
export function ListRow({ title, note, icon, lead, tag, when, trail, onTap, label, bare }: Props) {
  const face = (
    <>
      {icon ? (
        <View className="tile">
          <Icon name={icon} />
        </View>
      ) : (
        lead
      )}
      <View className="list-row-words">
        <View className={`list-row-title${when ? ' list-row-dated' : ''}`}>
          <View className="strong">{title}</View>
          {tag}
          {when && <View className="list-row-when t-cap">{when}</View>}
        </View>
        {note && <View className="list-row-note t-sub">{note}</View>}
      </View>
      {trail}
      {onTap && !trail && !when && <Icon name="forward" size={16} className="list-row-on" />}
    </>
  );
  const looks = `list-row${bare ? ' list-row-bare' : ''}`;
  if (!onTap) return <View className={looks}>{face}</View>;
  return (
    <Tappable className={looks} role="link" onTap={onTap} label={label}>
      {face}
    </Tappable>
  );
}
