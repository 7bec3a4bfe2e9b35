import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../button';
import { Icon, type IconName } from '../icon';
import { describe } from '../tappable/semantics';
import { useInSight } from './in-sight';
import './index.scss';

interface Props {
  /** `refused` something could not be done; `danger` something may be lost; `done` and `info` only tell. */
  kind?: 'refused' | 'danger' | 'done' | 'info';
  /** What happened: 这个码过期了. */
  title: string;
  /** What to do next, in a sentence. */
  children?: ReactNode;
  action?: { word: string; onTap: () => void; icon?: IconName };
  /** A number that the person can read out to somebody who helps. */
  trace?: string | undefined;
}

const icons = { refused: 'info', danger: 'warning', done: 'done', info: 'info' } as const;

/** Said in place, read out at once, gone only when it is no longer true: there are no toasts. */
export function Alert({ kind = 'info', title, children, action, trace }: Props) {
  const urgent = kind === 'refused' || kind === 'danger';
  const id = useInSight(kind !== 'info', title);
  return (
    <View id={id} className={`alert alert-${kind}`} {...describe({ role: urgent ? 'alert' : 'status' })}>
      <Icon name={icons[kind]} className="alert-icon" />
      <View className="grow">
        <View className="strong">{title}</View>
        {children && <View className="alert-next">{children}</View>}
        {action && (
          <Button small className="alert-action" onTap={action.onTap} {...(action.icon && { icon: action.icon })}>
            {action.word}
          </Button>
        )}
        {trace && <View className="alert-trace t-cap">要是一直这样，把这个号告诉工作人员：{trace}</View>}
      </View>
    </View>
  );
}
