import { View } from '@tarojs/components';
import { Icon } from '../icon';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  steps: readonly string[];
  /** Counted from 0. */
  current: number;
  /** What was chosen in each of them, or is to come: beside it at a desk; what was chosen also on a phone, in a line below. */
  chosen?: readonly (string | undefined)[];
}

export function StepBar({ steps, current, chosen = [] }: Props) {
  const heard = `第 ${current + 1} 步，共 ${steps.length} 步`;
  const before = chosen.slice(0, current).filter(Boolean).join(' · ');
  return (
    <View>
      <View className={`step-bar${before ? ' step-bar-told' : ''}`} {...describe({ role: 'list', label: heard })}>
        {steps.map((step, i) => {
          const kind = i < current ? 'done' : i === current ? 'here' : 'ahead';
          const here = kind === 'here' ? ({ current: 'step' } as const) : {};
          return (
            <View key={step} className={`step-bar-step step-bar-${kind}`} {...describe({ role: 'listitem', ...here })}>
              {kind === 'done' ? <Icon name="check" size={16} /> : <View className="step-bar-number">{i + 1}</View>}
              <View className="step-bar-word">{step}</View>
              {chosen[i] && <View className="step-bar-chosen">{chosen[i]}</View>}
            </View>
          );
        })}
      </View>
      {before && <View className="step-bar-before">{before}</View>}
    </View>
  );
}
