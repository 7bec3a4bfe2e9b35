import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Icon } from '../../components/icon';
import { dayWords, fullDayWords } from '../../words/dates';
import type { Receipt } from './check';
import { keyWords, lateWords, type Verdict } from './receipt-words';

interface Step {
  readonly title: string;
  readonly words: string;
}

/** What has been seen to hold, one after the other; never more than was looked at. */
function stepsOf({ entry, checkpoint }: Receipt, verdict: Verdict): Step[] {
  const { day, late } = checkpoint;
  const steps = [
    { title: '账本里有这一笔', words: `存折第 ${entry.seq} 笔，和上一笔接得上` },
    {
      title: '当天的账页封好了',
      words: late ? lateWords(late) : `${fullDayWords(day)}的账，当天夜里签的字`,
    },
  ];
  const published = { title: '和公布的一样', words: `和${dayWords(day)}公布的校验码对得上` };
  return verdict === 'genuine' ? [...steps, published] : steps;
}

/** How one knows: shown once it is known. */
export function HowKnown({ receipt, verdict, isBuiltIn }: HowKnownProps) {
  if (verdict !== 'genuine' && verdict !== 'unpublished') return null;
  return (
    <Card className="stack">
      <View className="t-sub">怎么知道是真的</View>
      {stepsOf(receipt, verdict).map(({ title, words }) => (
        <View key={title} className="row">
          <Icon name="done" size={24} />
          <View className="grow">
            <View className="strong">{title}</View>
            <View className="t-sub">{words}</View>
          </View>
        </View>
      ))}
      <View className="t-cap">{keyWords(isBuiltIn)}</View>
    </Card>
  );
}
interface HowKnownProps {
  receipt: Receipt;
  verdict: Verdict;
  isBuiltIn: boolean;
}
