import { View } from '@tarojs/components';
import { INVITE_MIN, SCANNED_MAX } from '../../../cloudfunctions/values/codes';
import { NEWEST_CONSENT } from '../../../cloudfunctions/values/consent';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { RefusalAlert } from '../../components/refusal-alert';
import { Consent, NOT_AGREED } from '../consent';

/** The one-time invite of a household's head. */
export function ByInvite({ invite, onBound }: { invite: string; onBound: (name: string) => void }) {
  const { run, ...writing } = useWrite('household.acceptInvite');
  const form = useForm({
    begin: { code: invite, agreed: false },
    problemsIn: ({ code, agreed }) => ({
      code: unless(code.trim().length >= INVITE_MIN, '先填邀请码'),
      agreed: unless(agreed, NOT_AGREED),
    }),
    writing,
    send: ({ code }) => run({ code: code.trim(), consent: { version: NEWEST_CONSENT, agreed: true } }),
    onDone: ({ name }) => onBound(name),
  });
  return (
    <View className="stack">
      <Field {...form.field('code')} label="邀请码" example="家里户主手机上显示的" maxLength={SCANNED_MAX} />
      <Consent agreed={form.values.agreed} onChange={form.set('agreed')} {...form.choice('agreed')} />
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        绑定
      </Button>
    </View>
  );
}
