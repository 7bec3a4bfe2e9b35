import { View } from '@tarojs/components';
import type { DataOf } from '../../api';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { RefusalAlert } from '../../components/refusal-alert';
import { momentWords } from '../../words/dates';
import { REASON_WORDS } from '../changes/words';

export type Merge = DataOf<'household.merges'>['merges'][number];
type Registered = Merge['survivor'];

/** 80 岁 · 2号2单元803 · LH0142 户 · 手机尾号 3391 · 已绑定 */
const recordWords = ({ age, address, householdNumber, phoneTail, isBound }: Registered) =>
  [
    age === null ? '' : `${age} 岁`,
    address,
    householdNumber && `${householdNumber} 户`,
    phoneTail && `手机尾号 ${phoneTail}`,
    isBound ? '已绑定' : '没绑定',
  ]
    .filter(Boolean)
    .map((part) => String(part).replace(/ /g, '\u00a0')) // 手机尾号 and its digits stay together
    .join(' · ');

const RecordNote = ({ of }: { of: Registered }) => <View className="whole-words">{recordWords(of)}</View>;

const SAYS = {
  merge: { title: '登记了两次？', yes: '是同一个人', no: '不是同一个人', told: '合成一条了' },
  part: { title: '其实是两个人？', yes: '是两个人，分开', no: '就是同一个人', told: '分开了' },
} as const;

/** One proposal: both records side by side, and who says so. */
export function OneMerge({ merge, onDone }: { merge: Merge; onDone: (told: string) => void }) {
  const { mergeId, kind, survivor, merged, reason, proposedByName, isOwn, proposedAtMs } = merge;
  const { run, busy, refusal } = useWrite('household.decideMerge');
  const says = SAYS[kind];
  const which = `${merged.name}${merged.householdNumber && `，${merged.householdNumber} 户`}`;
  const decide = async (approve: boolean) => {
    const done = await run({ mergeId, approve });
    if (done) onDone(done.state === 'agreed' ? `${survivor.name}：${says.told}` : `${survivor.name}：记下了，没有动`);
  };
  return (
    <Card className="stack">
      <View className="t-title strong">{`${survivor.name}${says.title}`}</View>
      <Facts
        items={[
          { term: '留下的', value: survivor.name, note: <RecordNote of={survivor} /> },
          { term: '另一条', value: merged.name, note: <RecordNote of={merged} /> },
          {
            term: '谁提的',
            value: proposedByName || '一位同事',
            note: `${momentWords(proposedAtMs)}，${REASON_WORDS[reason]}`,
          },
        ]}
      />
      <RefusalAlert refusal={refusal} />
      {isOwn ? (
        <>
          <View className="t-sub">你提的，要请另一位同事来看。</View>
          <Button busy={busy} label={which} onTap={() => void decide(false)}>
            不提了
          </Button>
        </>
      ) : (
        <View className="button-pair">
          <Button busy={busy} label={which} onTap={() => void decide(false)}>
            {says.no}
          </Button>
          <Button busy={busy} label={which} onTap={() => void decide(true)}>
            {says.yes}
          </Button>
        </View>
      )}
    </Card>
  );
}
