import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Facts } from '../../components/facts';
import { Heading } from '../../components/heading';
import { PointsBadge } from '../../components/points-badge';
import { Screen } from '../../components/screen';
import { ShownCode } from '../../components/shown-code';
import { saveText, shareLink } from '../../device/save-text';
import { useMe } from '../../session';
import { isOffice } from '../../session/work';
import { goTo } from '../../ways';
import { fullDayWords, momentWords, timeWords } from '../../words/dates';
import { sourceWords } from '../entry-words';
import { KINDS } from '../lines';
import { HowKnown } from './how-known';
import { DONE, withOutside } from './receipt-words';
import { linkOfShared, type SharedReceipt, textOfShared } from './shared';
import { trustedKey } from './trusted-key';
import { useOutside } from './use-outside';
import { useVerdict } from './use-verdict';
import { VerdictPanel } from './verdict';

type Data = DataOf<'ledger.receipt'>;

/** 清洁家园，每次 5 分 */
const ruleWords = ({ name, countedPer, points }: NonNullable<Data['rule']>) => `${name}，每${countedPer} ${points} 分`;

/** What is handed on: the receipt, the name as it stands in public, and the rule in words. */
function sharedOf({ receipt, holder, rule }: Data): SharedReceipt | undefined {
  if (!receipt) return undefined;
  const basis = rule?.documentNumber ? `（${rule.documentNumber}）` : '';
  return { receipt, name: holder.masked, rule: rule ? `${ruleWords(rule)}${basis}` : '' };
}

type Me = NonNullable<ReturnType<typeof useMe>['me']>;
const isOurs = ({ resident, household }: Me, holderId: string): boolean =>
  [resident?.residentId, household?.householdId, ...(household?.members ?? []).map((one) => one.residentId)].includes(
    holderId,
  );

/** Staff propose to correct a credit from where they see it. */
function WrongEntry({ entry: { accountId: holder, seq, kind, correctedBySeq } }: { entry: Data['entry'] }) {
  const { me } = useMe();
  if (!me || !isOffice(me) || kind !== 'credit' || correctedBySeq !== null) return null;
  return (
    <Button wide icon="edit" onTap={() => goTo('staff/corrections', { holder, seq })}>
      这一笔记错了
    </Button>
  );
}

const TOLD = {
  shared: '交给你选的人了。',
  copied: '链接拷好了，发给谁，谁就能核对。',
  saved: '存好了。把这个文件给谁，谁就能核对。',
  neither: '这台设备不让拷贝，请截屏，或者换一台设备再试。',
} as const;

/** Saving and sharing are the holder's own doing: what goes out is the deed, the points and a name as it stands in public. */
function useHandingOn(data: Data) {
  const [told, setTold] = useState<keyof typeof TOLD>();
  const { me } = useMe();
  const shared = me && isOurs(me, data.entry.accountId) ? sharedOf(data) : undefined;
  if (!shared) return { told, bar: undefined };
  const save = async () => {
    const isSaved = await saveText(`积分回执-${data.number}.json`, textOfShared(shared), 'application/json');
    setTold(isSaved ? 'saved' : 'neither');
  };
  const share = async () => setTold(await shareLink('积分回执', linkOfShared(data.verifyUrl, shared)));
  const bar = (
    <ActionBar note={`给别人看的有：做了什么、几分、哪天，名字写成${shared.name || '＊'}`}>
      <Button icon="save" onTap={() => void save()}>
        保存回执
      </Button>
      <Button kind="primary" icon="share" onTap={() => void share()}>
        给别人看
      </Button>
    </ActionBar>
  );
  return { told, bar };
}

function factsOf({ entry, receipt, number, rule, hash }: Data) {
  return [
    { term: entry.kind === 'credit' ? '怎么来的' : '这一笔', value: sourceWords(entry) },
    ...(rule
      ? [
          {
            term: '按哪一条',
            value: ruleWords(rule),
            note: [`积分项目第 ${rule.version} 版`, rule.documentNumber].filter(Boolean).join(' · '),
          },
        ]
      : []),
    { term: '记账时间', value: `${fullDayWords(businessDate(entry.postedAtMs))} ${timeWords(entry.postedAtMs)}` },
    {
      term: '回执编号',
      value: <ShownCode name="回执编号" code={number} small />,
      note: `存折第 ${entry.seq} 笔`,
    },
    ...(entry.correctedBySeq !== null ? [{ term: '改正', value: `第 ${entry.correctedBySeq} 笔已经改正它` }] : []),
    {
      term: '这一笔的校验码',
      value: <ShownCode name="校验码" code={hash} small />,
      ...(receipt && { note: `在${fullDayWords(receipt.checkpoint.day)}的校验码里` }),
    },
  ];
}

function Shown({ data }: { data: Data }) {
  const { entry, receipt, dueAtMs, holder } = data;
  const { key, isBuiltIn } = trustedKey(data.publicKey);
  const outside = useOutside(receipt?.checkpoint);
  const verdict = withOutside(useVerdict(receipt, key), outside);
  const { told, bar } = useHandingOn(data);
  const wait = `${momentWords(dueAtMs)} 以后可以核对。${DONE[entry.kind]}`;
  return (
    <Screen title="积分回执" actions={bar}>
      <View className="stack">
        {told && <Alert kind={told === 'neither' ? 'refused' : 'done'} title={TOLD[told]} />}
        <VerdictPanel verdict={verdict} instead={verdict === 'notYet' ? wait : undefined} />
        <View className="row">
          <View className="grow">
            <Heading level={1} size="t-head">
              {entry.title}
            </Heading>
            <View className="t-sub">{[holder.name, fullDayWords(entry.deedDate)].filter(Boolean).join(' · ')}</View>
          </View>
          <PointsBadge points={entry.points} kind={KINDS[entry.kind]} />
        </View>
        {receipt && <HowKnown receipt={receipt} verdict={verdict} outside={outside} isBuiltIn={isBuiltIn} />}
        <Facts card items={factsOf(data)} />
        <View className="t-cap">
          每一笔都有自己的校验码，改一个字就变。每天夜里把当天的合成一个，签字公布，所以事后改过的，对一对就看得出来。
        </View>
        <WrongEntry entry={entry} />
        <Button kind="quiet" onTap={() => goTo('pages/nights')}>
          看每晚公布的校验码
        </Button>
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
