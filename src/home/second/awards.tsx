import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DataOf } from '../../api';
import { usePages } from '../../api/use-pages';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { Heading } from '../../components/heading';
import { RefusalAlert } from '../../components/refusal-alert';
import { useMe } from '../../session';
import { dayWords, momentWords } from '../../words/dates';
import { Decide } from './decide';
import { WaitingList } from './waiting-list';
import './awards.scss';

type Award = DataOf<'award.waiting'>['awards'][number];
const NAMES_SHOWN = 12;

function whoWords(holders: Award['holders'], isWhole: boolean): string {
  const told = holders.slice(0, isWhole ? holders.length : NAMES_SHOWN).map(({ name, householdNumber }) => {
    const house = householdNumber ? `（${householdNumber} 户）` : '';
    return `${name || '已经注销的居民'}${house}`;
  });
  const more = holders.length > told.length ? ` 等 ${holders.length} 位` : '';
  return `${told.join('、')}${more}`;
}

/** Two names stand under it, or it does not count. */
function Signers({ award: { givenByName, givenAtMs, isOwn } }: { award: Award }) {
  const { me } = useMe();
  const own = me?.resident?.name;
  return (
    <View className="second-signers">
      <View className="second-signer second-signed">
        <View className="strong">{`${givenByName || '一位同事'}${isOwn ? '（你）' : ''}`}</View>
        <View className="t-sub">{`${momentWords(givenAtMs)} 发的`}</View>
      </View>
      <View className="second-signer">
        <View className="strong">{isOwn || !own ? '另一位同事' : `${own}（你）`}</View>
        <View className="t-sub">还没签</View>
      </View>
    </View>
  );
}

function One({ award, onDone }: { award: Award; onDone: (told: string) => void }) {
  const { waitingId, itemName, points, pointsAlone, holders, deedDate, isOwn } = award;
  const [isWhole, showWhole] = useState(false);
  const signing = useWrite('award.sign');
  const turning = useWrite('award.turnDown');
  const sign = async () => {
    const done = await signing.run({ waitingId });
    if (done) onDone(`签好了，${done.postedCount} 位的积分入账了`);
  };
  const turnDown = async (because: string) => {
    const done = await turning.run({ waitingId, because });
    if (done) onDone(isOwn ? '收回来了，没有记' : '没有签，发的人看得到为什么');
  };
  return (
    <Card className="stack">
      <Heading level={2} size="t-title">{`${itemName}，谢 ${holders.length} 位邻居`}</Heading>
      <View className="second-sum">
        <View className="num second-points">{points * holders.length}</View>
        <View>{`${holders.length > 1 ? `分 = ${holders.length} 位 × ${points} 分` : '分'}，${dayWords(deedDate)}的事`}</View>
      </View>
      <Facts
        items={[
          { term: '给谁', value: whoWords(holders, isWhole) },
          ...(award.evidence ? [{ term: '凭什么', value: award.evidence }] : []),
          { term: '为什么签', value: `一个人一次最多发 ${pointsAlone} 分，多了要两人同意` },
          ...(award.policyDocumentNumber ? [{ term: '依据', value: award.policyDocumentNumber }] : []),
        ]}
      />
      {holders.length > NAMES_SHOWN && !isWhole && (
        <Button small kind="quiet" onTap={() => showWhole(true)}>
          {`看全部 ${holders.length} 位`}
        </Button>
      )}
      <Signers award={award} />
      <RefusalAlert refusal={signing.refusal ?? turning.refusal} />
      {isOwn ? (
        <View className="row">
          <Button busy={turning.busy} onTap={() => void turnDown('自己收回')}>
            收回
          </Button>
        </View>
      ) : (
        <Decide
          yes={{ word: '我同意，签字', busy: signing.busy, onTap: () => void sign() }}
          no={{
            word: '不签',
            busy: turning.busy,
            asks: '为什么不签',
            missing: '先写为什么',
            hint: '发的人在“今天我给的”里看得到',
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
    <WaitingList of={{ ...list, data }} empty={NOTHING} rowsOf={9}>
      {(award, onDone) => <One key={award.waitingId} award={award} onDone={onDone} />}
    </WaitingList>
  );
}
