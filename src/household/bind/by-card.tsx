import { View } from '@tarojs/components';
import { BIND_CODE_DIGITS, CARD_DIGITS, HANDED_OVER_HOURS } from '../../../cloudfunctions/values/codes';
import { NEWEST_CONSENT } from '../../../cloudfunctions/values/consent';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { RefusalAlert } from '../../components/refusal-alert';
import { NotOpened } from '../../device/scanner/not-opened';
import { useWeChatScan } from '../../device/scanner/use-wechat-scan';
import { Consent, NOT_AGREED } from '../consent';

const WEB = process.env.TARO_ENV === 'h5';

/** The household card (scanned, or its ten digits typed) and the six digits that staff gave with it. */
export function ByCard({ card: scanned, onBound }: { card: string; onBound: (name: string) => void }) {
  const { run, ...writing } = useWrite('household.bindByCard');
  const form = useForm({
    begin: { card: scanned, code: '', agreed: false },
    problemsIn: ({ card, code, agreed }) => ({
      card: unless(card.trim().length >= CARD_DIGITS, '先填卡上的十位数字'),
      code: unless(code.length === BIND_CODE_DIGITS, '再填六位绑定码'),
      agreed: unless(agreed, NOT_AGREED),
    }),
    writing,
    send: ({ card, code }) => run({ card: card.trim(), code, consent: { version: NEWEST_CONSENT, agreed: true } }),
    onDone: ({ name }) => onBound(name),
  });
  const isScanned = form.values.card.includes('/');
  const weChat = useWeChatScan((card) => form.change({ card }));
  const scan = () => void weChat.scan();
  return (
    <View className="stack">
      {isScanned ? (
        <Alert kind="done" title="积分卡认出来了" />
      ) : (
        <Field
          {...form.field('card')}
          label="积分卡上的十位数字"
          kind="number"
          example="卡片正面，二维码下面"
          maxLength={CARD_DIGITS}
        />
      )}
      {weChat.refused && <NotOpened otherwise="也可以把卡上的十位数字填在上面。" onRetry={scan} />}
      {!WEB && !isScanned && (
        <Button wide icon="scan" onTap={scan}>
          扫积分卡
        </Button>
      )}
      <Field
        {...form.field('code')}
        label="工作人员给的六位绑定码"
        kind="number"
        maxLength={BIND_CODE_DIGITS}
        hint={`${HANDED_OVER_HOURS} 小时内有效，最多试五次`}
      />
      <Consent agreed={form.values.agreed} onChange={form.set('agreed')} {...form.choice('agreed')} />
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        绑定
      </Button>
    </View>
  );
}
