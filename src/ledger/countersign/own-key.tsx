import { View } from '@tarojs/components';
import { useState } from 'react';
import { COUNTERSIGNED_AT_ONCE_MAX, shortCode } from '../../../cloudfunctions/values/receipt';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { RefusalAlert } from '../../components/refusal-alert';
import { ShownCode } from '../../components/shown-code';
import { TextFileButton } from '../../device/files/text-file-button';
import { saveText } from '../../device/save-text';
import { dayWords, fullDayWords } from '../../words/dates';
import { type Looked, useWitness } from './use-witness';
import { type Doubt, publicKeyOf, type Witness } from './witness';

const DOUBTS: Record<Doubt['why'], (day: string) => string> = {
  otherKey: () => '系统签字的公钥换了',
  rewritten: (day) => `你签过的${dayWords(day)}，现在不一样了`,
  broken: (day) => `${fullDayWords(day)}和前一天接不上`,
};

/** No key on this device yet. */
function Begin({ onMake, onOpen }: { onMake: () => void; onOpen: (text: string) => boolean }) {
  const [isUnknown, setUnknown] = useState(false);
  return (
    <Card className="stack">
      <View>第一次来：在这台设备上做一把钥匙，再把公钥给社区管理员登记。钥匙只在这台设备上，不会传出去。</View>
      {isUnknown && (
        <Alert kind="refused" title="认不出这个文件">
          请选以前在这里存下来的钥匙文件，而且是这个社区的。
        </Alert>
      )}
      <Button onTap={onMake}>做一把钥匙</Button>
      <TextFileButton onChosen={(text) => setUnknown(!onOpen(text))}>用以前存的钥匙文件</TextFileButton>
    </Card>
  );
}

function Found({ looked: { found }, isBusy, onSign }: { looked: Looked; isBusy: boolean; onSign: () => void }) {
  if ('why' in found)
    return (
      <Alert kind="danger" title={DOUBTS[found.why](found.day)}>
        先不要签。请把这一页给上级看，并留好你的钥匙文件：里面记着你签到哪一天。
      </Alert>
    );
  const newest = found[found.length - 1];
  if (!newest) return <Alert kind="done" title="没有新的一天要签" />;
  const span = `${dayWords(found[0]?.day ?? newest.day)}到${dayWords(newest.day)}`;
  return (
    <View className="stack">
      <View>
        {`新公布了 ${found.length} 天（${span}），每一天都和前一天接得上，也和你上次签的接得上。最后一天的校验码是 ${shortCode(newest.hash)}。`}
      </View>
      <Button kind="primary" busy={isBusy} onTap={onSign}>
        {found.length > COUNTERSIGNED_AT_ONCE_MAX
          ? `先签最早的 ${COUNTERSIGNED_AT_ONCE_MAX} 天`
          : `签这 ${found.length} 天`}
      </Button>
    </View>
  );
}

/** The key with all that was signed up to now: without it nobody could say later what was seen. */
function Saving({ witness }: { witness: Witness }) {
  const [told, setTold] = useState<boolean>();
  const save = async () => setTold(await saveText('监督签字的钥匙.json', JSON.stringify(witness), 'application/json'));
  return (
    <View className="stack">
      <Button icon="save" onTap={() => void save()}>
        另存一份钥匙
      </Button>
      {told !== undefined && (
        <View className="t-sub">{told ? '存好了。收在别处，谁也不给。' : '这台设备存不了文件，请换一台。'}</View>
      )}
    </View>
  );
}

/** For whoever signs from outside: on a device of their own, checked there, with a key that stays there. */
export function OwnKey({ unitId, onSent }: { unitId: string; onSent: () => void }) {
  const { witness, looked, busy, refusal, make, open, look, sign, resend } = useWitness(unitId, onSent);
  if (!witness) return <Begin onMake={() => void make()} onOpen={open} />;
  const { last, unsent } = witness;
  return (
    <Card className="stack">
      <ShownCode
        name="你的公钥"
        code={publicKeyOf(witness)}
        share={`监督委员会签字的公钥：${publicKeyOf(witness)}`}
        small
      />
      <View className="t-sub">
        {last ? `你签到 ${fullDayWords(last.day)}。` : '还没有签过。先把公钥给社区管理员登记。'}
      </View>
      <RefusalAlert refusal={refusal} />
      {unsent.length > 0 && (
        <Alert
          kind="info"
          title={`有 ${unsent.length} 天签好了，还没有交上去`}
          action={{ word: '再交一次', onTap: () => void resend() }}
        />
      )}
      {looked ? (
        <Found looked={looked} isBusy={busy} onSign={() => void sign()} />
      ) : (
        <Button onTap={() => void look()}>看看有没有新的一天</Button>
      )}
      <Saving witness={witness} />
      <View className="t-cap">
        这一页也是系统给的。想更放心，请懂电脑的人用单独的签字程序（outside/countersign.mjs），它什么都不用系统的。
      </View>
    </Card>
  );
}
