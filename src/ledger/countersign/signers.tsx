import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import type { DataOf } from '../../api';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { RefusalAlert } from '../../components/refusal-alert';
import { ShownCode } from '../../components/shown-code';
import { Tag } from '../../components/tag';
import { fullDayWords } from '../../words/dates';

type Signer = DataOf<'ledger.countersignatures'>['countersigners'][number];

const STATES = {
  waiting: { word: '等第二个人', kind: 'wait' },
  inForce: { word: '在用', kind: 'ok' },
  ending: { word: '有人提出停用', kind: 'wait' },
} as const satisfies Record<Signer['state'], object>;

/** What two of the admin and those above may say of a key; neither of them alone. */
function Keeping({ signer, onDone }: { signer: Signer; onDone: (words: string) => void }) {
  const { countersignerId, name, publicKey, state, saidByMe } = signer;
  const which = `${name}，${publicKey.slice(0, 4)}`;
  const confirming = useWrite('ledger.confirmCountersigner');
  const ending = useWrite('ledger.endCountersigner');
  const confirm = async () => {
    if (await confirming.run({ countersignerId })) onDone(`${name}的公钥登记好了，从现在起可以签字`);
  };
  const end = async () => {
    const done = await ending.run({ countersignerId });
    if (done) onDone(done.isEnded ? `${name}的公钥停用了，签过的都还在` : '记下了，等第二个人点头才停用');
  };
  return (
    <View className="stack">
      {saidByMe && <View className="t-sub">你已经点过头，要再有一位管理员或者上级点头。</View>}
      <RefusalAlert refusal={confirming.refusal ?? ending.refusal} />
      <View className="row">
        {state === 'waiting' && !saidByMe && (
          <Button busy={confirming.busy} label={which} onTap={() => void confirm()}>
            和他们核对过，同意
          </Button>
        )}
        {!(state === 'ending' && saidByMe) && (
          <Button busy={ending.busy} label={which} onTap={() => void end()}>
            {state === 'waiting' ? '撤回' : state === 'ending' ? '同意停用' : '停用'}
          </Button>
        )}
      </View>
    </View>
  );
}

function One({ signer, mayKeep, onDone }: { signer: Signer; mayKeep: boolean; onDone: (words: string) => void }) {
  const { name, publicKey, state, sinceMs } = signer;
  return (
    <Card className="stack">
      <View className="row">
        <View className="grow">
          <View className="strong">{name}</View>
          <View className="t-sub">{`${fullDayWords(businessDate(sinceMs))}起`}</View>
        </View>
        <Tag kind={STATES[state].kind}>{STATES[state].word}</Tag>
      </View>
      <ShownCode name="公钥" code={publicKey} small />
      {mayKeep && <Keeping signer={signer} onDone={onDone} />}
    </Card>
  );
}

export function Signers({ signers, mayKeep, onDone }: SignersProps) {
  if (signers.length === 0)
    return <Card className="t-sub">还没有登记。登记要两个人：社区管理员和上级，各点一次头。</Card>;
  return (
    <View className="stack">
      {signers.map((signer) => (
        <One key={signer.countersignerId} signer={signer} mayKeep={mayKeep} onDone={onDone} />
      ))}
    </View>
  );
}
interface SignersProps {
  signers: readonly Signer[];
  mayKeep: boolean;
  onDone: (words: string) => void;
}
