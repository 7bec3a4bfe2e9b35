import { View } from '@tarojs/components';
import { numberWords } from '../../words/number';
import { describe } from '../tappable/semantics';
import './index.scss';

export type PointsKind = 'final' | 'waiting' | 'correction' | 'held' | 'used' | 'returned';

interface Props {
  /** Whole points, 0 or more; the sign follows from `kind`. */
  points: number;
  /**
   * `final` +5; `waiting` +5 on dashes; `correction` −3 in ink, never red; `held` and `used` 80 in ink: nothing is taken away;
   * `returned` +80 in ink, for it is not earned a second time.
   */
  kind?: PointsKind;
  /** Without 分, for narrow rows. */
  short?: boolean;
}

const signs: Record<PointsKind, string> = {
  final: '+',
  waiting: '+',
  correction: '−',
  held: '',
  used: '',
  returned: '+',
};
/** Said behind the number: what stands on the screen is said as it stands there, so that a person who steers by voice can say it too. */
const MEANT: Record<PointsKind, string> = {
  final: '',
  waiting: '，还没到账',
  correction: '，改正',
  held: '，留着',
  used: '，用掉',
  returned: '，退回',
};

/** +5 分；80 分，用掉 */
export const heardPoints = (points: number, kind: PointsKind = 'final') =>
  `${signs[kind]}${numberWords(points)} 分${MEANT[kind]}`;

export function PointsBadge({ points, kind = 'final', short = false }: Props) {
  return (
    <View
      className={`points-badge points-badge-${kind}`}
      {...describe({ role: 'img', label: heardPoints(points, kind) })}
    >
      <View className="points-badge-number">{`${signs[kind]}${numberWords(points)}`}</View>
      {!short && <View className="points-badge-unit">分</View>}
    </View>
  );
}
