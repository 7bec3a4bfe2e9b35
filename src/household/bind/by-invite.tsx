import { View } from '@tarojs/components';
import { useState } from 'react';
import { SCANNED_MAX } from '../../../cloudfunctions/values/codes';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { RefusalAlert } from '../../components/refusal-alert';
import { CONSENT_VERSION, Consent } from '../consent';

/** The one-time invite of a household's head. */
export function ByInvite({ invite, onBound }: { invite: string; onBound: (name: string) => void }) {
  const [code, setCode] = useState(invite);
  const [agreed, setAgreed] = useState(false);
  const { run, busy, refusal } = useWrite('household.acceptInvite');
  const accept = async () => {
    const bound = await run({ code: code.trim(), consent: { version: CONSENT_VERSION, agreed: true } });
    if (bound) onBound(bound.name);
  };
  const ready = code.trim().length >= 8;
  return (
    <View className="stack">
      <Field label="邀请码" example="家里户主手机上显示的" maxLength={SCANNED_MAX} value={code} onInput={setCode} />
      <Consent agreed={agreed} onChange={setAgreed} />
      <RefusalAlert refusal={refusal} onRetry={() => void accept()} />
      <Button
        kind="primary"
        wide
        busy={busy}
        blocked={!ready ? '先填邀请码' : agreed ? undefined : '先看一下上面的说明，点同意'}
        onTap={() => void accept()}
      >
        绑定
      </Button>
    </View>
  );
}
