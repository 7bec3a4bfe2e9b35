import { View } from '@tarojs/components';
import { MOBILE_DIGITS, PERSON_NAME_MAX } from '../../../cloudfunctions/values/limits';
import { Field } from '../../components/field';
import { isMobile, isWritten, orEmpty, type Problems, unless } from '../../components/form/checks';
import type { PartOf } from '../../components/form/use-form';
import { Segments } from '../../components/segments';
import { BirthField } from '../birth-field';

export interface PersonForm {
  readonly name: string;
  readonly sex: '' | 'female' | 'male';
  readonly bornOn: string;
  readonly phone: string;
}
export const EMPTY_PERSON: PersonForm = { name: '', sex: '', bornOn: '', phone: '' };

export const personProblems = ({ name, phone }: PersonForm): Problems<PersonForm> => ({
  name: unless(isWritten(name), '先填姓名'),
  phone: unless(orEmpty(phone, isMobile), '手机号要十一位，没有就空着'),
});

/** As the contract takes it: what was left empty is left out. */
export function toPerson({ name, sex, bornOn, phone }: PersonForm) {
  return { name: name.trim(), ...(sex && { sex }), ...(bornOn && { bornOn }), ...(phone && { phone }) };
}

const SEXES = [
  { key: '', word: '不填' },
  { key: 'female', word: '女' },
  { key: 'male', word: '男' },
] as const;

type Part = { form: PartOf<PersonForm> };

export const NameField = ({ form }: Part) => <Field {...form.field('name')} label="姓名" maxLength={PERSON_NAME_MAX} />;

export const PhoneField = ({ form }: Part) => (
  <Field
    {...form.field('phone')}
    label="手机号（没有就空着）"
    kind="tel"
    maxLength={MOBILE_DIGITS}
    hint="只用来核对和联系"
  />
);

export const SexChoice = ({ form }: Part) => (
  <View>
    <View className="field-label">性别</View>
    <Segments label="性别" items={SEXES} chosen={form.values.sex} onChoose={(sex) => form.change({ sex })} />
  </View>
);

export function PersonFields({ form }: Part) {
  return (
    <View className="stack">
      <NameField form={form} />
      <SexChoice form={form} />
      <BirthField form={form} />
      <PhoneField form={form} />
    </View>
  );
}
