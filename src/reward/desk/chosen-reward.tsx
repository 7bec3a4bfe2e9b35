import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { type Fit, FitList } from '../../components/fit-list';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { goTo } from '../../ways';
import { Lenders } from '../lenders';
import { missingWith } from '../pooling';
import { obstacleWords, periodWord, type Reward } from '../reward-words';
import type { Counter } from './use-desk';

/** Why it cannot be had now; undefined when it can. */
export function blockedBy(reward: Reward, { pool, choice }: Pick<Counter, 'pool' | 'choice'>): string | undefined {
  const other = reward.mine.obstacles.find((obstacle) => obstacle !== 'POINTS_INSUFFICIENT');
  if (other) return obstacleWords(other, reward);
  const missing = missingWith(reward, pool);
  if (missing > 0) return `还差 ${missing} 分`;
  return reward.choices.length > 0 && !choice ? '先问清楚要哪一样' : undefined;
}

function fits(reward: Reward, pool: readonly string[]): Fit[] {
  const { mine, cost, stockLeft } = reward;
  const missing = missingWith(reward, pool);
  const others = mine.obstacles.filter((obstacle) => obstacle !== 'POINTS_INSUFFICIENT');
  return [
    {
      met: missing === 0,
      words: missing === 0 ? `积分够了：要 ${cost} 分` : `要 ${cost} 分，还差 ${missing} 分`,
      ...(missing > 0 && mine.poolAvailable > 0 && { next: '家里人同意过合用，可以在下面选' }),
    },
    ...others.map((obstacle) => ({ met: false, words: obstacleWords(obstacle, reward) })),
    ...(others.length === 0 ? [{ met: true, words: `${periodWord(reward)}还剩 ${stockLeft} 份` }] : []),
  ];
}

function Choices({ counter, reward }: { counter: Counter; reward: Reward }) {
  if (reward.choices.length === 0) return null;
  return (
    <View>
      <SectionHeader title="要哪一样" />
      <List label="要哪一样">
        {reward.choices.map((choice) => (
          <Checkbox
            key={choice}
            role="radio"
            words={choice}
            checked={choice === counter.choice}
            onChange={() => counter.setChoice(choice)}
          />
        ))}
      </List>
    </View>
  );
}

/** The reward that was asked for: what fits, which of two, with whose points. */
export function ChosenReward({ counter, reward }: { counter: Counter; reward: Reward }) {
  return (
    <View className="stack">
      <Heading level={2} size="t-head">
        {reward.title}
      </Heading>
      <View className="t-sub">{reward.summary}</View>
      <RefusalAlert refusal={counter.issueRefusal} onRetry={() => void counter.issue(reward)} />
      <Card>
        <FitList items={fits(reward, counter.pool)} />
      </Card>
      {reward.mine.obstacles.includes('BIRTH_DATE_UNKNOWN') && (
        <Button wide icon="edit" onTap={() => goTo('staff/person', { id: counter.person.residentId })}>
          补登出生日期
        </Button>
      )}
      <Choices counter={counter} reward={reward} />
      {reward.mine.missing > 0 && (
        <Lenders
          pool={reward.mine.pool}
          ticked={counter.pool}
          onToggle={counter.togglePool}
          members={counter.members}
        />
      )}
    </View>
  );
}
