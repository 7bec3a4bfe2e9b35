import { View } from '@tarojs/components';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  /** Whole points, 0 or more; the sign follows from `kind`. */
  points: number;
  /** `final` +5; `waiting` +5 on dashes; `correction` −3 in ink, never red; `used` 80 in ink. */
  kind?: 'final' | 'waiting' | 'correction' | 'used';
  /** Without 分, for narrow rows. */
  short?: boolean;
}

const signs = { final: '+', waiting: '+', correction: '−', used: '' } as const;
const heard = { final: '加', waiting: '还没到账，加', correction: '改正，减', used: '用掉' } as const;

export function PointsBadge({ points, kind = 'final', short = false }: Props) {
  return (
    <View
      className={`points-badge points-badge-${kind}`}
      {...describe({ role: 'img', label: `${heard[kind]} ${points} 分` })}
    >
      <View className="points-badge-number">
        {signs[kind]}
        {points}
      </View>
      {!short && <View className="points-badge-unit">分</View>}
    </View>
  );
}
