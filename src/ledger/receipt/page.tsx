import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { type DataOf, read } from '../../api';
import { useRead } from '../../api/use-read';
import { ActionBar } from '../../components/action-bar';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Facts } from '../../components/facts';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { PointsBadge } from '../../components/points-badge';
import { Screen } from '../../components/screen';
import { useMe } from '../../session';
import { isOffice } from '../../session/work';
import { goTo } from '../../ways';
import { fullDayWords, momentWords, timeWords } from '../../words/dates';
import { KINDS, sourceWords } from '../lines';
import { isGenuine, type Receipt } from './check';
import { DONE, type Verdict, WORDS } from './receipt-words';
import './page.scss';

type Data = DataOf<'ledger.receipt'>;
/** What the device finds by itself: undefined where it cannot reckon, on a phone too old for it. That blames no receipt. */
function reckon(receipt: Receipt, publicKey: string): boolean | undefined {
  try {
    return isGenuine(receipt, publicKey);
  } catch {
    return undefined;
  }
}

/** On the device first, then against what was published. */
function useVerdict(data: Data): Verdict {
  const [verdict, setVerdict] = useState<Verdict>(data.receipt ? 'checking' : 'notYet');
  const { receipt, publicKey } = data;
  useEffect(() => {
    if (!receipt) return setVerdict('notYet');
    const own = reckon(receipt, publicKey);
    if (own === false) return setVerdict('altered');
    void read('ledger.verifyReceipt', { receipt }).then((result) => {
      if (!result.ok) setVerdict(own ? 'unpublished' : 'unchecked');
      else setVerdict(result.data.verdict === 'genuine' ? 'genuine' : 'altered');
    });
  }, [receipt, publicKey]);
  return verdict;
}

/** Staff propose to correct a credit from where they see it. */
function WrongEntry({ accountId: holder, seq }: Data['entry']) {
  return (
    <ActionBar>
      <Button wide icon="edit" onTap={() => goTo('staff/corrections', { holder, seq })}>
        这一笔记错了
      </Button>
    </ActionBar>
  );
}

function Shown({ data }: { data: Data }) {
  const verdict = useVerdict(data);
  const { entry, receipt, dueAtMs } = data;
  const { me } = useMe();
  const correctable = me && isOffice(me) && entry.kind === 'credit' && entry.correctedBySeq === null;
  const { title, next } = WORDS[verdict];
  return (
    <Screen title="积分回执" actions={correctable && <WrongEntry {...entry} />}>
      <View className="stack">
        <View className="row">
          <View className="grow">
            <Heading level={1} size="t-head">
              {entry.title}
            </Heading>
            <View className="t-sub">{fullDayWords(entry.deedDate)}</View>
          </View>
          <PointsBadge points={entry.points} kind={KINDS[entry.kind]} />
        </View>
        <View className={`receipt-verdict${verdict === 'altered' ? ' receipt-bad' : ''}`}>
          <Icon name={verdict === 'altered' ? 'warning' : verdict === 'genuine' ? 'shield' : 'clock'} size={32} />
          <View className="grow">
            <View className="strong">{title}</View>
            <View className="t-sub">
              {verdict === 'notYet' ? `${momentWords(dueAtMs)} 以后可以核对。${DONE[entry.kind]}` : next}
            </View>
          </View>
        </View>
        <Facts
          card
          items={[
            { term: entry.kind === 'credit' ? '怎么来的' : '这一笔', value: sourceWords(entry) },
            {
              term: '记账时间',
              value: `${fullDayWords(businessDate(entry.postedAtMs))} ${timeWords(entry.postedAtMs)}`,
            },
            { term: '第几笔', value: `存折第 ${entry.seq} 笔` },
            ...(entry.correctedBySeq !== null
              ? [{ term: '改正', value: `第 ${entry.correctedBySeq} 笔已经改正它` }]
              : []),
            {
              term: '校验码',
              value: <View className="receipt-hash">{data.hash}</View>,
              ...(receipt && {
                note: `${fullDayWords(receipt.checkpoint.day)}公布，一共 ${receipt.checkpoint.leafCount} 条`,
              }),
            },
          ]}
        />
        <View className="t-cap">
          校验码像一笔积分的指纹：积分改一个字，指纹就变。每天夜里社区把当天的指纹合在一起公布，所以谁也不能悄悄改掉以前的积分。
        </View>
      </View>
    </Screen>
  );
}

export default function ReceiptPage() {
  const { account = '', seq = '' } = useRouter().params;
  const asked = useRead('ledger.receipt', { accountId: account, seq: Number(seq) });
  return (
    <Answer of={asked} failed="回执没能打开" screen={{ title: '积分回执' }}>
      {(data) => <Shown data={data} />}
    </Answer>
  );
}
