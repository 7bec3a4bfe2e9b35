import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { CheckMark } from '../checkbox';
import { Face } from '../face';
import { Tag } from '../tag';
import { Tappable } from '../tappable';
import './index.scss';

interface Props {
  name: string;
  /** 80 岁 · 2号2单元803 */
  note?: string;
  /** Given: the row is a check box. */
  picked?: boolean;
  /** A few words why this person cannot be picked: 今天记过了. */
  blocked?: string | undefined;
  trail?: ReactNode;
  onTap?: () => void;
}

function Words({ name, note }: Pick<Props, 'name' | 'note'>) {
  return (
    <>
      <Face name={name} />
      <View className="grow">
        <View className="person-row-name">{name}</View>
        {note && <View className="t-sub whole-words">{note}</View>}
      </View>
    </>
  );
}

/** A neighbour: the surname's disc, name and where they live; to pick, to open, or only to read. */
export function PersonRow({ name, note, picked, blocked, trail, onTap }: Props) {
  const looks = `person-row${blocked ? ' person-row-blocked' : ''}`;
  const words = <Words name={name} {...(note && { note })} />;
  const end = blocked ? <Tag>{blocked}</Tag> : picked === undefined ? trail : <CheckMark checked={picked} />;
  if (!onTap) {
    return (
      <View className={looks}>
        {words}
        {end}
      </View>
    );
  }
  const heard = trail ? undefined : [name, note, blocked].filter(Boolean).join('，'); // else its words in order
  return (
    <Tappable
      className={looks}
      onTap={onTap}
      label={heard}
      role={picked === undefined ? 'link' : 'checkbox'}
      checked={picked}
      disabled={blocked ? true : undefined}
    >
      {words}
      {end}
    </Tappable>
  );
}
