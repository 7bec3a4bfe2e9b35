import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ActionBar } from '../../components/action-bar';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Facts } from '../../components/facts';
import { type Fit, FitList } from '../../components/fit-list';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Skeleton } from '../../components/skeleton';
import { relationWords } from '../../household/relation';
import { Gate } from '../../session/gate';
import type { Certain } from '../../session/who';
import { goTo } from '../../ways';
import { windowsWords } from '../../words/windows';
import { missingWith } from '../pooling';
import { ICONS, obstacleWords, periodWord, type Reward } from '../reward-words';
import { useIssue } from './use-issue';
import './page.scss';

type Issuing = ReturnType<typeof useIssue>;

/** Every condition in a sentence; what is not met says so. */
function fits(reward: Reward, pool: readonly string[]): Fit[] {
  const { mine, cost, limitHolder } = reward;
  const missing = missingWith(reward, pool);
  const others = mine.obstacles.filter((obstacle) => obstacle !== 'POINTS_INSUFFICIENT');
  const enough = { met: missing === 0, words: missing === 0 ? `积分够了：要 ${cost} 分` : `还差 ${missing} 分` };
  return [
    { ...enough, ...(missing > 0 && mine.poolAvailable > 0 && { next: '下面可以和家人合用积分' }) },
    ...others.map((obstacle) => ({ met: false, words: obstacleWords(obstacle, reward) })),
    ...(others.length === 0
      ? [{ met: true, words: `${periodWord(reward)}可以换 ${limitHolder} 份，还剩 ${reward.stockLeft} 份` }]
      : []),
  ];
}

/** Whether the one it is for can have it; another one's standing is never shown in the meantime. */
function Standing({ issuing }: { issuing: Issuing }) {
  const { standing, standingRefusal, askStanding, pool } = issuing;
  if (!standing && standingRefusal)
    return <RefusalAlert refusal={standingRefusal} onRetry={() => void askStanding()} />;
  return <Card>{standing ? <FitList items={fits(standing, pool)} /> : <Skeleton rows={2} />}</Card>;
}

function ForWhom({ issuing }: { issuing: Issuing }) {
  if (issuing.kind !== 'resident' || issuing.candidates.length < 2) return null;
  return (
    <>
      <SectionHeader title="给谁用" />
      <List label="给谁用">
        {issuing.candidates.map(({ residentId, name, relation }) => (
          <Checkbox
            key={residentId}
            role="radio"
            words={name}
            note={relationWords(relation)}
            checked={residentId === issuing.holderId}
            onChange={() => issuing.setForId(residentId)}
          />
        ))}
      </List>
    </>
  );
}

function WithWhom({ issuing }: { issuing: Issuing }) {
  const { standing, lenders } = issuing;
  if (!standing || standing.mine.missing === 0 || lenders.length === 0) return null;
  return (
    <>
      <SectionHeader title="和家人合用积分" />
      <List label="合用谁的积分">
        {lenders.map(({ id, name, note }) => (
          <Checkbox
            key={id}
            words={name}
            note={note}
            checked={issuing.pool.includes(id)}
            onChange={() => issuing.togglePool(id)}
          />
        ))}
      </List>
    </>
  );
}

function Choices({ issuing, choices }: { issuing: Issuing; choices: readonly string[] }) {
  if (choices.length === 0) return null;
  return (
    <>
      <SectionHeader title="选一样" />
      <List label="选一样">
        {choices.map((choice) => (
          <Checkbox
            key={choice}
            role="radio"
            words={choice}
            checked={choice === issuing.choice}
            onChange={() => issuing.setChoice(choice)}
          />
        ))}
      </List>
    </>
  );
}

/** Why it cannot be had now; undefined when it can. */
function blockedBy(issuing: Issuing, reward: Reward): string | undefined {
  const other = reward.mine.obstacles.find((obstacle) => obstacle !== 'POINTS_INSUFFICIENT');
  if (other) return obstacleWords(other, reward);
  const missing = missingWith(reward, issuing.pool);
  if (missing > 0) return `还差 ${missing} 分`;
  return reward.choices.length > 0 && !issuing.choice ? '先选一样' : undefined;
}

function Foot({ issuing, reward }: { issuing: Issuing; reward: Reward }) {
  const { standing } = issuing;
  const voucherId = standing?.mine.voucherId;
  if (voucherId)
    return (
      <ActionBar>
        <Button kind="primary" icon="ticket" onTap={() => goTo('pages/voucher', { id: voucherId })}>
          打开我的这张券
        </Button>
      </ActionBar>
    );
  return (
    <ActionBar>
      <Button
        kind="primary"
        busy={issuing.busy}
        blocked={standing ? blockedBy(issuing, standing) : '先看看能不能换'}
        onTap={() => void issuing.issue()}
      >
        {`用 ${reward.cost} 分兑换`}
      </Button>
    </ActionBar>
  );
}

function Shown({ issuing, reward }: { issuing: Issuing; reward: Reward }) {
  return (
    <Screen title={reward.title} actions={<Foot issuing={issuing} reward={reward} />}>
      <View className="stack">
        <View className="row">
          <View className="tile tile-big">
            <Icon name={ICONS[reward.kind]} size={32} />
          </View>
          <View className="grow">
            <Heading level={1} size="t-head">
              {reward.title}
            </Heading>
            <View className="t-sub">{reward.summary}</View>
          </View>
          <View className="reward-cost">
            <View className="num reward-number">{reward.cost}</View>分
          </View>
        </View>
        <RefusalAlert refusal={issuing.refusal} onRetry={() => void issuing.issue()} />
        <Standing issuing={issuing} />
      </View>
      <ForWhom issuing={issuing} />
      <Choices issuing={issuing} choices={reward.choices} />
      <WithWhom issuing={issuing} />
      <SectionHeader title="说明" />
      <Facts
        card
        items={[
          ...reward.providers.map(({ name, place, hours, choice }) => ({
            term: '去哪里',
            value: name,
            note: [choice && `只用${choice}`, place, hours].filter(Boolean).join(' · '),
          })),
          { term: '哪天能换', value: windowsWords(reward.windows) },
          { term: '多久有效', value: `换好后 ${reward.validDays} 天内去`, note: '没去成会自动退回积分' },
          ...(reward.about ? [{ term: '内容', value: reward.about }] : []),
          { term: '依据', value: reward.policyDocumentNumber },
        ]}
      />
    </Screen>
  );
}

const SCREEN = { title: '兑换' };

function IssuePage({ caller }: { caller: Certain<'keeper'> }) {
  const { id = '', holder } = useRouter().params;
  const issuing = useIssue(id, caller, holder);
  return (
    <Answer of={issuing.reward} failed="这个奖励没能打开" screen={SCREEN}>
      {(reward) => <Shown issuing={issuing} reward={reward} />}
    </Answer>
  );
}

export default function RewardPage() {
  return (
    <Gate who="keeper" words="绑好了，就能看自己够不够换。" failed="这个奖励没能打开" screen={SCREEN}>
      {(caller) => <IssuePage caller={caller} />}
    </Gate>
  );
}
