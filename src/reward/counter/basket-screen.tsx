import { View } from '@tarojs/components';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { useEnter } from '../../components/button/use-enter';
import { Card } from '../../components/card';
import { leaveBegun } from '../../components/leaving/use-begun';
import { EmptyState } from '../../components/page-state';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { Skeleton } from '../../components/skeleton';
import type { Person } from '../../household/find/use-found-people';
import { Lenders } from '../lenders';
import { obstacleWords, type Reward } from '../reward-words';
import { titleWords } from '../voucher-words';
import { WhoServed } from '../who-served';
import { type Basket, useBasket } from './use-counter';

/** Why not one more; undefined when one more can be had. */
function blockedBy(reward: Reward, { most, isFull, lineOf, lent, pool }: Basket): string | undefined {
  const other = reward.mine.obstacles.find((obstacle) => obstacle !== 'POINTS_INSUFFICIENT');
  if (other) return obstacleWords(other, reward);
  const has = lineOf(reward)?.quantity ?? 0;
  if (has === 0 && isFull) return '一次够多样了';
  if (has < most(reward)) return undefined;
  if (has >= reward.stockLeft) return `只剩 ${reward.stockLeft} ${reward.goods?.measure ?? ''}`;
  if (has >= reward.limitHolder) return `每人 ${reward.limitHolder} ${reward.goods?.measure ?? ''}`;
  return lent.length > pool.length ? '积分不够了，可以和家人合用' : '积分不够了';
}

function Thing({ reward, basket }: { reward: Reward; basket: Basket }) {
  const line = basket.lineOf(reward);
  const has = line?.quantity ?? 0;
  const blocked = blockedBy(reward, basket);
  return (
    <Card className="stack">
      <View className="counter-thing">
        <View className="grow">
          <View className="strong">{reward.title}</View>
          <View className="t-sub">{`${reward.cost} 分 · 还有 ${reward.stockLeft} ${reward.goods?.measure ?? ''}`}</View>
        </View>
        <View className="counter-steps">
          {has > 0 && (
            <>
              <Button small icon="minus" label={`少一份${reward.title}`} onTap={() => basket.set(reward, has - 1)}>
                {''}
              </Button>
              <View className="num counter-has">{has}</View>
            </>
          )}
          <Button
            small
            icon="plus"
            label={`加一份${reward.title}`}
            blocked={blocked}
            onTap={() => basket.set(reward, has + 1)}
          >
            {has > 0 ? '' : '要一份'}
          </Button>
        </View>
      </View>
      {line && reward.choices.length > 0 && (
        <Segments
          wrap
          label="要哪一种"
          items={reward.choices.map((choice) => ({ key: choice, word: choice }))}
          chosen={line.choice ?? ''}
          onChoose={(choice) => basket.choose(reward, choice)}
        />
      )}
    </Card>
  );
}

/** What was redeemed from a phone is fetched here. */
function Held({ basket, onDone }: { basket: Basket; onDone: (words: string) => void }) {
  if (basket.held.length === 0) return null;
  return (
    <View className="stack">
      <SectionHeader title="手机上已经换好的" note={`${basket.held.length} 张`} />
      {basket.held.map((voucher) => (
        <Card key={voucher.voucherId}>
          <View className="counter-thing">
            <View className="grow">
              <View className="strong">{titleWords(voucher)}</View>
              <View className="t-sub">{`券码 ${voucher.code ?? ''}`}</View>
            </View>
            <Button
              small
              busy={basket.busy}
              label={`发给他，${titleWords(voucher)}`}
              onTap={async () => {
                const done = await basket.fetchHeld(voucher.voucherId);
                if (done) onDone(`${done.title} ${done.quantity} 份，发给${basket.person.name}了`);
              }}
            >
              发给他
            </Button>
          </View>
        </Card>
      ))}
    </View>
  );
}

const sumWords = ({ lines }: Basket) =>
  lines.map(({ reward, quantity }) => `${reward.title} ${quantity} ${reward.goods?.measure ?? '份'}`).join('，');

function handBlocked({ lines, missing }: Basket): string | undefined {
  if (lines.length === 0) return '先点他要的东西';
  if (missing > 0) return `还差 ${missing} 分`;
  return lines.some(({ reward, choice }) => reward.choices.length > 0 && !choice) ? '先问清楚要哪一种' : undefined;
}

function Goods({ basket }: { basket: Basket }) {
  const { goods, refusal } = basket;
  if (!goods && refusal) return <RefusalAlert refusal={refusal} onRetry={() => void basket.reload()} />;
  if (!goods) return <Skeleton rows={4} />;
  if (goods.length === 0)
    return <EmptyState icon="gift" title="还没有能当面领的东西" words="管理员在“奖励”里开一样物品，就会出现在这里。" />;
  return (
    <View className="stack">
      <SectionHeader title="要什么" />
      <View className="counter-things">
        {goods.map((reward) => (
          <Thing key={reward.rewardId} reward={reward} basket={basket} />
        ))}
      </View>
    </View>
  );
}

interface Props {
  person: Person;
  /** On to the next one; with words when something was handed over. */
  onNext: (words?: string) => void;
}

/** One person at the counter: what they want, how many, handed over. Enter hands over, as the button does. */
export function BasketScreen({ person, onNext }: Props) {
  const basket = useBasket(person);
  const blocked = handBlocked(basket);
  const hand = async () => {
    if (blocked || basket.busy) return;
    const done = await basket.hand();
    if (done) onNext(`${person.name}：${sumWords(basket)}，用了 ${done.points} 分，还有 ${done.availableLeft} 分`);
  };
  const leave = () => leaveBegun(() => onNext());
  useEnter(() => void hand());
  return (
    <Screen
      title="发东西"
      shell="staff"
      onBack={leave}
      actions={
        <ActionBar note={basket.lines.length > 0 && sumWords(basket)}>
          <Button onTap={leave}>换一位</Button>
          <Button kind="primary" busy={basket.busy} blocked={blocked} onTap={() => void hand()}>
            {basket.points > 0 ? `用 ${basket.points} 分，发给他` : '发给他'}
          </Button>
        </ActionBar>
      }
    >
      <View className="stack">
        <WhoServed person={person} available={basket.available} />
        <RefusalAlert refusal={basket.handRefusal} />
        <Held basket={basket} onDone={onNext} />
        <Lenders pool={basket.lent} ticked={basket.pool} onToggle={basket.togglePool} members={basket.members} />
        <Goods basket={basket} />
      </View>
    </Screen>
  );
}
