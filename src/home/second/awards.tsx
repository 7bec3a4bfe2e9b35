import { View } from '@tarojs/components';
import type { DataOf } from '../../api';
import { usePages } from '../../api/use-pages';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { RefusalAlert } from '../../components/refusal-alert';
import { dayWords, momentWords } from '../../words/dates';
import { Decide } from './decide';
import { WaitingList } from './waiting-list';

type Award = DataOf<'award.waiting'>['awards'][number];
const NAMES_SHOWN = 12;

function whoWords(holders: Award['holders']): string {
  const told = holders.slice(0, NAMES_SHOWN).map(({ name, householdNumber }) => {
    const house = householdNumber ? `（${householdNumber} 户）` : '';
    return `${name || '已经注销的居民'}${house}`;
  });
  const more = holders.length > NAMES_SHOWN ? ` 等 ${holders.length} 位` : '';
  return `${told.join('、')}${more}`;
}

function One({ award, onDone }: { award: Award; onDone: (told: string) => void }) {
  const { waitingId, itemName, points, pointsAlone, holders, deedDate, isOwn } = award;
  const signing = useWrite('award.sign');
  const turning = useWrite('award.turnDown');
  const sign = async () => {
    const done = await signing.run({ waitingId });
    if (done) onDone(`签好了，${done.postedCount} 位的积分入账了`);
  };
  const turnDown = async (because: string) => {
    const done = await turning.run({ waitingId, because });
    if (done) onDone(isOwn ? '收回来了，没有记' : '没有签，原因记下了');
  };
  return (
    <Card className="stack">
      <View className="t-title strong">{`${itemName} ${points} 分，${holders.length} 位`}</View>
      <Facts
        items={[
          { term: '给谁', value: whoWords(holders) },
          { term: '哪天的事', value: dayWords(deedDate) },
          { term: '谁发的', value: award.givenByName || '一位同事', note: momentWords(award.givenAtMs) },
          { term: '为什么等', value: `一个人一次最多发 ${pointsAlone} 分` },
          ...(award.policyDocumentNumber ? [{ term: '依据', value: award.policyDocumentNumber }] : []),
        ]}
      />
      <RefusalAlert refusal={signing.refusal ?? turning.refusal} />
      {isOwn ? (
        <View className="row">
          <Button busy={turning.busy} onTap={() => void turnDown('自己收回')}>
            收回
          </Button>
        </View>
      ) : (
        <Decide
          yes={{ word: '签字入账', busy: signing.busy, onTap: () => void sign() }}
          no={{
            word: '不签',
            busy: turning.busy,
            asks: '为什么不签',
            missing: '先写为什么',
            hint: '发的人看得到',
            onTap: (because) => void turnDown(because),
          }}
        />
      )}
      {isOwn && <View className="t-sub">这是你发的，要请另一位来签。</View>}
    </Card>
  );
}

const NOTHING = { icon: 'done', title: '没有等签字的', words: '超过一个人能发的分数，会在这里等另一位签字。' } as const;

/** Awards above what one person gives alone. */
export function Awards({ unitId }: { unitId: string }) {
  const { pages, ready, ...list } = usePages('award.waiting', { unitId });
  const data = ready ? pages.flatMap(({ awards }) => awards) : undefined;
  return (
    <WaitingList of={{ ...list, data }} empty={NOTHING}>
      {(award, onDone) => <One key={award.waitingId} award={award} onDone={onDone} />}
    </WaitingList>
  );
}
