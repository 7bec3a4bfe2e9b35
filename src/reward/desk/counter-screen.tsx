import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { ListAndDetail } from '../../components/list-and-detail';
import { ListPage } from '../../components/list-page';
import { RewardRow } from '../../components/reward-row';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { ShownCode } from '../../components/shown-code';
import { Windowed } from '../../components/windowed';
import type { Person } from '../../household/find/use-found-people';
import { useWide } from '../../theme/use-wide';
import { fullDayWords } from '../../words/dates';
import { ICONS, periodWord, type Reward, rewardState } from '../reward-words';
import { placesOf, shareWords, titleWords, type Voucher } from '../voucher-words';
import { WhoServed } from '../who-served';
import { blockedBy, ChosenReward } from './chosen-reward';
import { InHand, printVoucher } from './in-hand';
import { type Counter, useCounter } from './use-desk';

/** Said of somebody else: 已在他手里. */
function stateOf(reward: Reward) {
  const state = rewardState(reward);
  return state.kind === 'held' ? { ...state, words: `${periodWord(reward)}的一张已在他手里` } : state;
}

const NONE_YET = { icon: 'gift', title: '还没有这样的奖励', words: '社区管理员开通以后会出现在这里。' } as const;

function Rewards({ counter }: { counter: Counter }) {
  const { rewards: data, moreRewards, readRefusal: refusal, reload, opened } = counter;
  return (
    <ListPage of={{ ...moreRewards, data, refusal, reload }} failed="奖励没能打开" rows={5} empty={NONE_YET}>
      {(rewards) => (
        <>
          <SectionHeader title="能换什么" />
          <Windowed>
            {rewards.map((reward) => (
              <RewardRow
                key={reward.rewardId}
                icon={ICONS[reward.kind]}
                title={reward.title}
                note={reward.summary}
                cost={reward.cost}
                state={stateOf(reward)}
                chosen={reward === opened}
                onTap={() => counter.choose(reward)}
              />
            ))}
          </Windowed>
        </>
      )}
    </ListPage>
  );
}

function Overview({ counter }: { counter: Counter }) {
  return (
    <View className="stack">
      <WhoServed person={counter.person} available={counter.balance?.available} />
      <Segments
        label="给谁换"
        items={[
          { key: 'resident', word: `给${counter.person.name}` },
          { key: 'household', word: '给全家' },
        ]}
        chosen={counter.forWhom}
        onChoose={counter.switchTo}
      />
      {counter.told && <Alert kind="done" title={counter.told} />}
      <InHand counter={counter} />
      <Rewards counter={counter} />
    </View>
  );
}

/** Done: the voucher is there, to be printed and taken along. */
function Made({ voucher, onNext }: { voucher: Voucher; onNext: () => void }) {
  return (
    <Screen
      title="换好了"
      shell="staff"
      back="none"
      actions={
        <ActionBar>
          <Button onTap={onNext}>再办一位</Button>
          <Button kind="primary" icon="print" onTap={() => printVoucher(voucher)}>
            打印大字兑换券
          </Button>
        </ActionBar>
      }
    >
      <Card kind="raised" className="stack">
        <View className="row jade">
          <Icon name="done" size={44} />
          <Heading level={2} size="t-head">
            {titleWords(voucher)}
          </Heading>
        </View>
        <Facts
          items={[
            { term: '给谁用', value: voucher.holderName },
            ...(voucher.code
              ? [{ term: '券码', value: <ShownCode name="券码" code={voucher.code} share={shareWords(voucher)} /> }]
              : []),
            { term: '最晚哪天', value: fullDayWords(businessDate(voucher.expiresAtMs)), note: '没去成会自动退回积分' },
            ...placesOf(voucher).map(({ name, note }) => ({ term: '去哪里', value: name, note })),
            { term: '用了', value: `${voucher.points} 分`, note: '累计积分不会少' },
          ]}
        />
      </Card>
    </Screen>
  );
}

function Chosen({ counter, reward }: { counter: Counter; reward: Reward }) {
  const wide = useWide();
  if (wide) return <ChosenReward counter={counter} reward={reward} />;
  return (
    <View className="stack">
      <WhoServed person={counter.person} available={counter.balance?.available} />
      <ChosenReward counter={counter} reward={reward} />
    </View>
  );
}

/** One resident at the desk. On a phone a chosen reward takes the screen, at a desk the second column. */
export function CounterScreen({ person, onNext }: { person: Person; onNext: () => void }) {
  const counter = useCounter(person);
  const { opened, made } = counter;
  if (made) return <Made voucher={made} onNext={onNext} />;
  return (
    <ListAndDetail
      title="代办兑换"
      shell="staff"
      list={<Overview counter={counter} />}
      detail={opened && <Chosen counter={counter} reward={opened} />}
      beside={<View className="t-sub">先问他要换什么，再点左边那一样。</View>}
      onClose={() => counter.choose(undefined)}
      onBack={onNext}
      actions={
        opened && (
          <ActionBar>
            <Button
              kind="primary"
              busy={counter.issuing}
              blocked={blockedBy(opened, counter)}
              onTap={() => void counter.issue(opened)}
            >
              {`替${person.name}用 ${opened.cost} 分兑换`}
            </Button>
          </ActionBar>
        )
      }
    />
  );
}
