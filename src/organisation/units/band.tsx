import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { countWords } from '../../words/figures';
import { rateWords, shareWords } from './rate';
import { type Answer, countedOf } from './use-units';

function Figure({ word, value, of }: { word: string; value: string; of: string }) {
  return (
    <View className="units-figure">
      <View className="t-sub">{word}</View>
      <View className="units-figure-row">
        <View className="num units-figure-value">{value}</View>
        <View className="t-sub">{of}</View>
      </View>
    </View>
  );
}

/** All communities together, each figure with what it is a share of. */
export function Band({ first }: { first: Answer }) {
  const { households, people, personTimes } = countedOf(first.months);
  const { communitiesWithPoints: some, count } = first;
  return (
    <Card flush className="units-band">
      <Figure word="家庭参与率" value={rateWords(households)} of={shareWords(households, '户')} />
      <Figure word="居民参与率" value={rateWords(people)} of={shareWords(people, '人')} />
      <Figure
        word="有积分的社区和村"
        value={rateWords({ withPoints: some, onRoster: count })}
        of={`${some} ÷ ${count} 个，一共 ${countWords(personTimes)} 人次`}
      />
    </Card>
  );
}
