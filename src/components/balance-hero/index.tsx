import { View } from '@tarojs/components';
import { Icon } from '../icon';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import { TreeRings } from '../tree-rings';
import './index.scss';

interface Props {
  /** 我的累计积分 · 只加不减 */
  label?: string;
  lifetime: number;
  available: number;
  /** Points in public notice, not final yet; 0 hides them. */
  waiting?: number;
  months: readonly number[];
  household?: { members: number; lifetime: number; onTap: () => void };
}

function Total({ word, points, waits }: { word: string; points: number; waits?: boolean }) {
  return (
    <View className="balance-hero-total">
      {waits && <Icon name="clock" size={16} />}
      <View className="balance-hero-word">{word}</View>
      <View className="balance-hero-side">{points}</View>
    </View>
  );
}

/** The number is the hero, once on a screen: what is there for good, what can be redeemed, what the family has. */
export function BalanceHero(props: Props) {
  const { label = '我的累计积分 · 只加不减', lifetime, available, waiting = 0, months, household } = props;
  return (
    <View className="balance-hero" {...describe({ role: 'group', label: '我的积分' })}>
      <TreeRings months={months} on="jade" className="balance-hero-rings" />
      <View className="balance-hero-top">
        <View className="balance-hero-label">{label}</View>
        <View className="balance-hero-line">
          <View className="balance-hero-number num">{lifetime}</View>
          <View>分</View>
        </View>
        <View className="balance-hero-totals">
          <Total word="可兑换" points={available} />
          {waiting > 0 && <Total word="公示中" points={waiting} waits />}
        </View>
      </View>
      {household && (
        <Tappable className="balance-hero-home" role="link" onTap={household.onTap}>
          <Icon name="home" size={20} />
          <View className="grow">我家 {household.members} 口人</View>
          <View className="balance-hero-sum">
            <View>累计</View>
            <View className="balance-hero-strong">{household.lifetime}</View>
            <View>分</View>
          </View>
          <Icon name="forward" size={16} />
        </Tappable>
      )}
    </View>
  );
}
