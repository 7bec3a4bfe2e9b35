import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { useAppearance } from '../../theme/appearance';
import { Heading } from '../heading';
import { Icon } from '../icon';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import { useHeldFocus } from './held-focus';
import './index.scss';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  /** Buttons at its foot, the primary last. */
  actions?: ReactNode;
}

function Inside({ title, onClose, actions, children }: PropsWithChildren<Omit<Props, 'open'>>) {
  return (
    <>
      <View className="dialog-head">
        <Heading level={2} size="t-title" className="grow">
          {title}
        </Heading>
        <Tappable className="dialog-close" label={`关闭${title}`} onTap={onClose}>
          <Icon name="close" />
        </Tappable>
      </View>
      {children}
      {actions && <View className="dialog-actions">{actions}</View>}
    </>
  );
}

/**
 * More about one thing, from the bottom edge. In large type nothing pops up: there it is a section of the page, in its place,
 * and the page moves to it. On the web the keyboard stays inside until it closes (Escape does, too).
 */
export function Dialog({ open, ...rest }: PropsWithChildren<Props>) {
  const { large } = useAppearance();
  const id = useHeldFocus(open, large ? 'section' : 'dialog', rest.onClose);
  if (!open) return null;
  if (large) {
    return (
      <View id={id} className="dialog-section" {...describe({ role: 'region', label: rest.title })}>
        <Inside {...rest} />
      </View>
    );
  }
  return (
    <View className="dialog-place">
      <View className="dialog-veil" onClick={rest.onClose} {...describe({ hidden: true })} />
      <View id={id} className="dialog" {...describe({ role: 'dialog', label: rest.title, modal: true })}>
        <Inside {...rest} />
      </View>
    </View>
  );
}
