import { View } from '@tarojs/components';
import { useInSight } from '../alert/in-sight';
import { Icon } from '../icon';
import { describe } from '../tappable/semantics';
import './index.scss';

export interface Said {
  readonly error: string | undefined;
  /** How often a tap has led here: each brings it into sight. */
  readonly asked: number;
}

/** What is missing in a choice, said where it is to be made. A Field says its own. */
export function ChoiceError({ error, asked }: Said) {
  const id = useInSight(asked, error ?? '');
  if (!error) return null;
  return (
    <View id={id} className="choice-error" {...describe({ role: 'alert' })}>
      <Icon name="warning" size={16} />
      <View>{error}</View>
    </View>
  );
}
