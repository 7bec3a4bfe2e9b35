import { View } from '@tarojs/components';
import { MOBILE_DIGITS, PERSON_NAME_MAX } from '../../../cloudfunctions/values/limits';
import { Field } from '../../components/field';
import { Segments } from '../../components/segments';

export interface PersonForm {
  readonly name: string;
  readonly sex: '' | 'female' | 'male';
  readonly bornOn: string;
  readonly phone: string;
}
export const EMPTY_PERSON: PersonForm = { name: '', sex: '', bornOn: '', phone: '' };

/** What is still missing or wrong, as a sentence. */
export function personMissing({ name, phone }: PersonForm): string | undefined {
  if (!name.trim()) return '先填姓名';
  return phone && !/^1\d{10}$/.test(phone) ? '手机号要十一位，没有就空着' : undefined;
}

/** As the contract takes it: what was left empty is left out. */
export function toPerson({ name, sex, bornOn, phone }: PersonForm) {
  return { name: name.trim(), ...(sex && { sex }), ...(bornOn && { bornOn }), ...(phone && { phone }) };
}

const SEXES = [
  { key: '', word: '不填' },
  { key: 'female', word: '女' },
  { key: 'male', word: '男' },
] as const;

export function PersonFields({ form, onChange }: { form: PersonForm; onChange: (form: PersonForm) => void }) {
  const set = (key: keyof PersonForm) => (value: string) => onChange({ ...form, [key]: value });
  return (
    <View className="stack">
      <Field label="姓名" value={form.name} onInput={set('name')} maxLength={PERSON_NAME_MAX} />
      <View>
        <View className="field-label">性别</View>
        <Segments label="性别" items={SEXES} chosen={form.sex} onChoose={set('sex')} />
      </View>
      <Field
        label="出生日期（可以不填）"
        kind="date"
        value={form.bornOn}
        onInput={set('bornOn')}
        hint="有的奖励看年龄，比如体检"
      />
      <Field
        label="手机号（没有就空着）"
        kind="tel"
        value={form.phone}
        onInput={set('phone')}
        maxLength={MOBILE_DIGITS}
        hint="只用来核对和联系"
      />
    </View>
  );
}
