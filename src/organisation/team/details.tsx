import { View } from '@tarojs/components';
import { HOURS_MAX, MOBILE_DIGITS, SENTENCE_MAX, UNIT_PHONE_MAX } from '../../../cloudfunctions/values/limits';
import { UNIT_CODE_MAX } from '../../../cloudfunctions/values/units';
import { ChoiceError, type Said } from '../../components/choice-error';
import { Field } from '../../components/field';
import type { Form } from '../../components/form/use-form';
import { Segments } from '../../components/segments';
import { type Adding, PROVIDER_KINDS, STAGES } from './adding';

const SETTINGS = [
  { key: 'urban' as const, word: '城镇' },
  { key: 'rural' as const, word: '农村' },
];

interface PartProps {
  form: Form<Adding>;
}

/** One of a few, with its label in sight as a field has it. */
function Chips<Key extends string>({ words, items, chosen, onChoose, said }: ChipsProps<Key>) {
  return (
    <View>
      <View className="t-sub">{words}</View>
      <Segments wrap label={words} items={items} chosen={chosen ?? ('' as Key)} onChoose={onChoose} />
      <ChoiceError {...said} />
    </View>
  );
}
interface ChipsProps<Key extends string> {
  words: string;
  items: readonly { key: Key; word: string }[];
  chosen: Key | undefined;
  onChoose: (key: Key) => void;
  said: Said;
}

const Phone = ({ form, label, maxLength }: PartProps & { label: string; maxLength: number }) => (
  <Field {...form.field('phone')} label={label} kind="tel" hint="没有就空着" maxLength={maxLength} />
);

function OfUnit({ form, level }: PartProps & { level: string | undefined }) {
  return (
    <>
      {level === 'community' && (
        <Chips
          words="城镇还是农村"
          items={SETTINGS}
          chosen={form.values.setting}
          onChoose={(setting) => form.change({ setting })}
          said={form.choice('setting')}
        />
      )}
      <View className="team-fields">
        <Field {...form.field('code')} label="代码" hint="已经按顺序排好，一般不用改" maxLength={UNIT_CODE_MAX} />
        <Phone form={form} label="办公电话" maxLength={UNIT_PHONE_MAX} />
      </View>
    </>
  );
}

function OfProvider({ form }: PartProps) {
  return (
    <>
      <Chips
        words="他做什么"
        items={PROVIDER_KINDS}
        chosen={form.values.providerKind}
        onChoose={(providerKind) => form.change({ providerKind })}
        said={form.choice('providerKind')}
      />
      <Field {...form.field('place')} label="在什么地方" example="例如：浏河路 18 号" maxLength={SENTENCE_MAX} />
      <Field
        {...form.field('hours')}
        label="什么时候开门"
        hint="可以不填"
        example="周一到周五 8:00–17:00"
        maxLength={HOURS_MAX}
      />
      <Phone form={form} label="手机号" maxLength={MOBILE_DIGITS} />
    </>
  );
}

/** What each kind says of itself beside its name and place. */
export function Details({ form, level }: PartProps & { level: string | undefined }) {
  const { kind, stage } = form.values;
  if (kind === 'unit') return <OfUnit form={form} level={level} />;
  if (kind === 'provider') return <OfProvider form={form} />;
  return <Segments label="到哪一步了" items={STAGES} chosen={stage} onChoose={form.set('stage')} />;
}
