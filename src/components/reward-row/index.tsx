import { View } from '@tarojs/components';
import { Icon, type IconName } from '../icon';
import { Meter } from '../meter';
import { Tappable } from '../tappable';
import './index.scss';

export type RewardState =
  | { kind: 'enough'; words: string }
  /** `have` of `cost` is drawn as a bar. */
  | { kind: 'missing'; words: string; have: number }
  /** Already in hand, or not for this person: said without a bar. */
  | { kind: 'held' | 'closed'; words: string };

interface Props {
  icon: IconName;
  title: string;
  note?: string;
  cost: number;
  state: RewardState;
  /** 还剩 12 张 */
  stock?: string;
  /** The one whose details stand beside the list. */
  chosen?: boolean;
  onTap: () => void;
}

const icons = { enough: 'done', held: 'ticket', closed: 'info' } as const;

/** A reward in the list: what it costs, and what is missing to it. */
export function RewardRow({ icon, title, note, cost, state, stock, chosen = false, onTap }: Props) {
  const quiet = state.kind === 'held' || state.kind === 'closed';
  return (
    <Tappable
      className={`reward-row${chosen ? ' reward-row-chosen' : ''}`}
      role="link"
      {...(chosen && { current: 'true' as const })}
      onTap={onTap}
    >
      <View className={`tile tile-big${quiet ? ' tile-plain' : ''}`}>
        <Icon name={icon} size={32} />
      </View>
      <View className="grow">
        <View className="reward-row-head">
          <View className="reward-row-title strong">{title}</View>
          <View className="reward-row-cost t-sub">
            <View className="reward-row-number">{cost}</View>
            <View>分</View>
          </View>
        </View>
        {note && <View className="t-sub">{note}</View>}
        {state.kind === 'missing' && (
          <View className="reward-row-meter">
            <Meter value={state.have} max={cost} label={`${cost} 分，已有 ${state.have} 分`} />
          </View>
        )}
        <View className={`reward-row-state reward-row-${state.kind} t-sub`}>
          {state.kind !== 'missing' && <Icon name={icons[state.kind]} size={20} />}
          <View className="grow">{state.words}</View>
          {stock && <View className="reward-row-stock t-cap">{stock}</View>}
        </View>
      </View>
    </Tappable>
  );
}
