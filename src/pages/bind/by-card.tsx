import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { RefusalNotice } from '../../components/refusal-notice';
import { CONSENT_VERSION, Consent } from './consent';

const WEB = process.env.TARO_ENV === 'h5';

/** The household card (scanned, or its ten digits typed) and the six digits that staff gave with it. */
export function ByCard({ card: scanned, onBound }: { card: string; onBound: (name: string) => void }) {
  const [card, setCard] = useState(scanned);
  const [code, setCode] = useState('');
  const [agreed, setAgreed] = useState(false);
  const { run, busy, refusal } = useWrite('household.bindByCard');
  const isScanned = card.includes('/');
  const ready = card.replace(/\s/g, '').length >= 10 && /^\d{6}$/.test(code);
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
        <Notice kind="done" title="积分卡认出来了" />
      ) : (
        <Field
          label="积分卡上的十位数字"
          kind="number"
          example="卡片正面，二维码下面"
          maxLength={10}
          value={card}
          onInput={setCard}
        />
      )}
      {!WEB && !isScanned && (
        <Button wide icon="scan" onTap={() => void scan()}>
          扫积分卡
        </Button>
      )}
      <Field
        label="工作人员给的六位验证码"
        kind="number"
        maxLength={6}
        value={code}
        onInput={(value) => setCode(value.replace(/\D/g, ''))}
        hint="72 小时内有效，最多试五次"
      />
      <Consent agreed={agreed} onChange={setAgreed} />
      <RefusalNotice refusal={refusal} onRetry={() => void bind()} />
      <Button
        kind="primary"
        wide
        busy={busy}
        blocked={!ready ? '先填好卡号和验证码' : agreed ? undefined : '先看一下上面的说明，点同意'}
        onTap={() => void bind()}
      >
        绑定
      </Button>
    </View>
  );
}
