import { View } from '@tarojs/components';
import { useState } from 'react';
import { SENTENCE_MAX } from '../../../cloudfunctions/values/limits';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { isWritten } from '../../components/form/checks';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { Windowed } from '../../components/windowed';
import { momentWords } from '../../words/dates';
import { fromWords, SLIP_WORDS, type Slip, slipWords } from './words';

interface Props {
  slip: Slip;
  onDone: (words: string) => void;
}

/** What is not right goes back with a reason, so that it can be counted again. */
function TurnDown({ busy, onClose, onSay }: { busy: boolean; onClose: () => void; onSay: (because: string) => void }) {
  const [because, type] = useState('');
  return (
    <View className="stack">
      <Field label="哪里不对" value={because} onInput={type} maxLength={SENTENCE_MAX} example="例如：只看到 18 袋" />
      <View className="row">
        <Button small onTap={onClose}>
          再想想
        </Button>
        <Button
          small
          busy={busy}
          blocked={isWritten(because) ? undefined : '先写哪里不对'}
          onTap={() => onSay(because.trim())}
        >
          退回去重数
        </Button>
      </View>
    </View>
  );
}

function Waiting({ slip, onDone }: Props) {
  const { run, busy, refusal } = useWrite('reward.watchSlip');
  const [turning, turn] = useState(false);
  const say = async (isRight: boolean, because?: string) => {
    const done = await run({ slipId: slip.slipId, isRight, ...(because && { because }) });
    if (done) onDone(isRight ? `${SLIP_WORDS[slip.kind]}记进账里了` : '退回去了，等重新数过再记');
  };
  return (
    <Card className="stack">
      <View>
        <View className="strong">{`${SLIP_WORDS[slip.kind]}：${slipWords(slip)}`}</View>
        <View className="t-sub">
          {[fromWords(slip), `${momentWords(slip.countedAtMs)} ${slip.countedByName}数的`].filter(Boolean).join(' · ')}
        </View>
      </View>
      <RefusalAlert refusal={refusal} />
      {!slip.mayWatch && <View className="t-sub">你数的，要另一位来看。</View>}
      {slip.mayWatch &&
        (turning ? (
          <TurnDown busy={busy} onClose={() => turn(false)} onSay={(because) => void say(false, because)} />
        ) : (
          <View className="row">
            <Button
              small
              icon="check"
              busy={busy}
              label={`我看过，数目对，${slipWords(slip)}`}
              onTap={() => void say(true)}
            >
              我看过，数目对
            </Button>
            <Button small kind="quiet" label={`不对，${slipWords(slip)}`} onTap={() => turn(true)}>
              不对
            </Button>
          </View>
        ))}
    </Card>
  );
}

/** Counted by one, and not in the book until another has seen it. */
export function WaitingSlips({ slips, onDone }: { slips: readonly Slip[]; onDone: (words: string) => void }) {
  if (slips.length === 0) return null;
  return (
    <View className="stack">
      <SectionHeader title="等另一位看" note={`${slips.length} 笔，看过才记进账`} />
      <Windowed className="windowed-apart" each={4} rowsOf={4}>
        {slips.map((slip) => (
          <Waiting key={slip.slipId} slip={slip} onDone={onDone} />
        ))}
      </Windowed>
    </View>
  );
}
