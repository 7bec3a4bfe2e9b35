import { View } from '@tarojs/components';
import { Icon } from '../../components/icon';
import { isBad, type Verdict, WORDS } from './receipt-words';
import './verdict.scss';

const iconOf = (verdict: Verdict) => (isBad(verdict) ? 'warning' : verdict === 'genuine' ? 'shield' : 'clock');

/** The one sentence that people look for. `instead`: what to say in place of the second one. */
export function VerdictPanel({ verdict, instead }: { verdict: Verdict; instead?: string | undefined }) {
  const { title, next } = WORDS[verdict];
  return (
    <View className={`receipt-verdict${isBad(verdict) ? ' receipt-bad' : ''}`}>
      <Icon name={iconOf(verdict)} size={44} />
      <View className="grow">
        <View className="t-title strong">{title}</View>
        <View className="t-sub">{instead ?? next}</View>
      </View>
    </View>
  );
}
