import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { BIND_CODE_DIGITS, CARD_DIGITS, HANDED_OVER_HOURS } from '../../../cloudfunctions/values/codes';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { RefusalAlert } from '../../components/refusal-alert';
import { CONSENT_VERSION, Consent } from '../consent';
import { digitsOf } from './digits';

/** As much as a field takes before the gaps are left out. */
const WITH_GAPS = 20;

const WEB = process.env.TARO_ENV === 'h5';

/** The household card (scanned, or its ten digits typed) and the six digits that staff gave with it. */
export function ByCard({ card: scanned, onBound }: { card: string; onBound: (name: string) => void }) {
  const [card, setCard] = useState(scanned);
  const [code, setCode] = useState('');
  const [agreed, setAgreed] = useState(false);
  const { run, busy, refusal } = useWrite('household.bindByCard');
  const isScanned = card.includes('/');
  const ready = card.trim().length >= CARD_DIGITS && code.length === BIND_CODE_DIGITS;
  const bind = async () => {
    const bound = await run({ card: card.trim(), code, consent: { version: CONSENT_VERSION, agreed: true } });
    if (bound) onBound(bound.name);
  };
  const scan = async () => {
    const result = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => null);
    if (result?.result) setCard(result.result);
  };
  return (
    <View className="stack">
      {isScanned ? (
        <Alert kind="done" title="积分卡认出来了" />
      ) : (
        <Field
          label="积分卡上的十位数字"
          kind="number"
          example="卡片正面，二维码下面"
          maxLength={WITH_GAPS}
          value={card}
          onInput={(value) => setCard(digitsOf(value, CARD_DIGITS))}
        />
      )}
      {!WEB && !isScanned && (
        <Button wide icon="scan" onTap={() => void scan()}>
          扫积分卡
        </Button>
      )}
      <Field
        label="工作人员给的六位绑定码"
        kind="number"
        maxLength={WITH_GAPS}
        value={code}
        onInput={(value) => setCode(digitsOf(value, BIND_CODE_DIGITS))}
        hint={`${HANDED_OVER_HOURS} 小时内有效，最多试五次`}
      />
      <Consent agreed={agreed} onChange={setAgreed} />
      <RefusalAlert refusal={refusal} onRetry={() => void bind()} />
      <Button
        kind="primary"
        wide
        busy={busy}
        blocked={!ready ? '先填好卡号和绑定码' : agreed ? undefined : '先看一下上面的说明，点同意'}
        onTap={() => void bind()}
      >
        绑定
      </Button>
    </View>
  );
}
