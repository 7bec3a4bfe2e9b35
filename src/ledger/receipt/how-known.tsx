import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Icon } from '../../components/icon';
import { dayWords, fullDayWords } from '../../words/dates';
import type { Receipt } from './check';
import type { Outside } from './outside';
import { keyWords, lateWords, type Verdict } from './receipt-words';

interface Step {
  readonly icon: 'done' | 'clock';
  readonly title: string;
  readonly words: string;
}

/** Nothing where nobody from outside signs here. */
function outsideStep(outside: Outside | undefined): Step[] {
  const who = outside?.names.join('、');
  if (outside?.state === 'signed')
    return [{ icon: 'done', title: `${who}也签了这一天`, words: '用他们自己的钥匙签的，系统里没有这把钥匙' }];
  if (outside?.state === 'notYet')
    return [{ icon: 'clock', title: `${who}还没有签这一天`, words: '他们隔些日子签一次，签过就看得到' }];
  return [];
}

/** What has been seen to hold, one after the other; never more than was looked at. */
function stepsOf({ entry, checkpoint }: Receipt, verdict: Verdict, outside: Outside | undefined): Step[] {
  const { day, late } = checkpoint;
  const icon = 'done' as const;
  const steps: Step[] = [
    { icon, title: '账本里有这一笔', words: `存折第 ${entry.seq} 笔，和上一笔接得上` },
    {
      icon,
      title: '当天的账页封好了',
      words: late ? lateWords(late) : `${fullDayWords(day)}的账，当天夜里签的字`,
    },
  ];
  const published: Step = { icon, title: '和公布的一样', words: `和${dayWords(day)}公布的校验码对得上` };
  return [...steps, ...(verdict === 'genuine' ? [published] : []), ...outsideStep(outside)];
}

/** How one knows: shown once it is known. */
export function HowKnown({ receipt, verdict, outside, isBuiltIn }: HowKnownProps) {
  if (verdict !== 'genuine' && verdict !== 'unpublished') return null;
  return (
    <Card className="stack">
      <View className="t-sub">怎么知道是真的</View>
      {stepsOf(receipt, verdict, outside).map(({ icon, title, words }) => (
        <View key={title} className="row">
          <Icon name={icon} size={24} />
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
  outside: Outside | undefined;
  isBuiltIn: boolean;
}
