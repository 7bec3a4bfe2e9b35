import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { Facts } from '../../components/facts';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { fullDayWords, timeWords } from '../../words/dates';
import { leftWords } from '../voucher-words';
import { type Looked, personWords } from './words';

/** One big card: what, for whom, till when; all that a clerk has to compare. */
export function LookedCard({ looked, over }: { looked: Looked; over: boolean }) {
  const { title, choice, holderName, expiresAtMs, checkedAtMs, code } = looked;
  return (
    <View className="redeem-card">
      <View className={`redeem-card-head${over ? ' redeem-card-over' : ''}`}>
        <Icon name={over ? 'info' : 'done'} size={32} />
        <View className="t-title strong">{over ? '这张券没能用' : '这张券可以用'}</View>
      </View>
      <View className="redeem-card-body">
        <Heading level={1} className="redeem-card-title">
          {title}
        </Heading>
        <View className="t-title redeem-card-choice">{choice ?? '1 张用 1 次'}</View>
        <Facts
          items={[
            {
              term: '给谁用',
              value: <View className="redeem-card-value">{holderName}</View>,
              note: personWords(looked),
            },
            {
              term: '有效期',
              value: <View className="redeem-card-value">{`到 ${fullDayWords(businessDate(expiresAtMs))}`}</View>,
              note: leftWords(expiresAtMs, checkedAtMs),
            },
            { term: '券码', value: <View className="redeem-card-value redeem-card-code">{code}</View> },
          ]}
        />
        <View className="redeem-card-checked jade">
          <Icon name="check" size={20} />
          <View>{`刚刚联网核对过，${timeWords(checkedAtMs)}`}</View>
        </View>
      </View>
    </View>
  );
}
