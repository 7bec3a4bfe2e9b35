import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { Heading } from '../../components/heading';
import { RefusalAlert } from '../../components/refusal-alert';
import { windowsWords } from '../../words/windows';
import type { Reward } from '../reward-words';
import { yuanText } from '../yuan';
import { FOR_WHOM, periodWord } from './kinds';

function ageWords({ ageMin, ageMax }: Reward): string {
  if (ageMin === null && ageMax === null) return '不限年龄';
  if (ageMax === null) return `满 ${ageMin} 岁`;
  return ageMin === null ? `${ageMax} 岁以下` : `${ageMin} 到 ${ageMax} 岁`;
}

function limitWords({ period, limitHolder, limitHousehold }: Reward): string {
  const household = limitHousehold === null ? '' : `，每户 ${limitHousehold} 份`;
  return `${periodWord(period)}每人 ${limitHolder} 份${household}`;
}

function monthNote({ monthPoints, monthCents }: Reward) {
  const words = [monthPoints && `${monthPoints} 分`, monthCents && `${yuanText(monthCents)} 元`].filter(Boolean);
  return words.length > 0 ? { note: `每月最多 ${words.join('、')}` } : {};
}

interface Props {
  reward: Reward;
  /** Taken out of the list already. */
  ended?: boolean;
  onAnew: () => void;
  onRetired: (title: string) => void;
}

/** One reward with its conditions; and the ways to mend it and to take it out of the list. */
export function RewardPanel({ reward, ended = false, onAnew, onRetired }: Props) {
  const { run, busy, refusal } = useWrite('reward.retire');
  const [asked, setAsked] = useState(false);
  const retire = async () => {
    const done = await run({ rewardId: reward.rewardId });
    if (done) onRetired(reward.title);
  };
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        {reward.title}
      </Heading>
      <View className="t-sub">{reward.summary}</View>
      <Facts
        items={[
          { term: '要多少分', value: `${reward.cost} 分` },
          { term: '给谁', value: `${FOR_WHOM[reward.holderKind]}，${ageWords(reward)}` },
          { term: '这一期', value: `还剩 ${reward.stockLeft} 份`, note: limitWords(reward) },
          ...(reward.leastLifetime > 0 ? [{ term: '累计', value: `满 ${reward.leastLifetime} 分` }] : []),
          { term: '什么时候', value: windowsWords(reward.windows), ...monthNote(reward) },
          { term: '有效期', value: `换好后 ${reward.validDays} 天` },
          { term: '去哪里', value: reward.providers.map(({ name }) => name).join('、') },
          { term: '依据', value: reward.policyDocumentNumber },
        ]}
      />
      <RefusalAlert refusal={refusal} onRetry={() => void retire()} />
      {asked ? (
        <View className="stack">
          <View>停了以后不能再换，已经换好的券照样能用。</View>
          <View className="row">
            <Button onTap={() => setAsked(false)}>不停了</Button>
            <Button kind="danger" busy={busy} onTap={() => void retire()}>
              停用它
            </Button>
          </View>
        </View>
      ) : (
        <>
          <Button onTap={onAnew}>改一改，重新开</Button>
          {ended ? (
            <View className="t-sub">已经停用，换好的券照样能用。</View>
          ) : (
            <Button kind="quiet" onTap={() => setAsked(true)}>
              停用这个奖励
            </Button>
          )}
        </>
      )}
    </Card>
  );
}
