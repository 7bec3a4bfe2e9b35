import { View } from '@tarojs/components';
import { Icon } from '../icon';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  steps: readonly string[];
  /** Counted from 0. */
  current: number;
}

export function StepBar({ steps, current }: Props) {
  const heard = `第 ${current + 1} 步，共 ${steps.length} 步`;
  return (
    <View className="step-bar" {...describe({ role: 'list', label: heard })}>
      {steps.map((step, i) => {
        const kind = i < current ? 'done' : i === current ? 'here' : 'ahead';
        const here = kind === 'here' ? ({ current: 'step' } as const) : {};
        return (
          <View key={step} className={`step-bar-step step-bar-${kind}`} {...describe({ role: 'listitem', ...here })}>
            {kind === 'done' ? <Icon name="check" size={16} /> : <View className="step-bar-number">{i + 1}</View>}
            <View>{step}</View>
          </View>
        );
      })}
    </View>
  );
}
