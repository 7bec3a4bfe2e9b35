import { View } from '@tarojs/components';
import { RELATION_MAX } from '../../../cloudfunctions/values/limits';
import { type ChangeReason, MEND_REASONS } from '../../../cloudfunctions/values/people';
import type { RequestFor } from '../../api';
import { useWrite } from '../../api/use-write';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { PersonFields, type PersonForm, personProblems } from '../staff-household/person-form';
import type { FormProps, PersonData } from './data';
import { Foot } from './foot';

const YEAR = /^(1[89]|20)\d{2}$/;

interface Values extends PersonForm {
  readonly yearOnly: boolean;
  readonly year: string;
  readonly relation: string;
  readonly reason: ChangeReason | '';
}

const asWritten = ({ name, sex, bornOn, bornPrecision, phone, relation }: PersonData): Values => ({
  ...{ name, sex: sex ?? '', phone: phone ?? '', relation },
  bornOn: bornPrecision === 'day' ? (bornOn ?? '') : '',
  yearOnly: bornPrecision === 'year',
  year: bornPrecision === 'year' ? (bornOn ?? '').slice(0, 4) : '',
  reason: '',
});

type Corrected = Omit<RequestFor<'household.correctPerson'>, 'residentId' | 'reason'>;

/** A birthday, or a year alone, where it is another one than before. */
function bornAnew(before: Values, now: Values): Pick<Corrected, 'born'> {
  const isSame = now.yearOnly === before.yearOnly;
  if (now.yearOnly) {
    const isLeft = !now.year || (isSame && now.year === before.year);
    return isLeft ? {} : { born: { known: 'year', year: Number(now.year) } };
  }
  const isLeft = !now.bornOn || (isSame && now.bornOn === before.bornOn);
  return isLeft ? {} : { born: { known: 'day', on: now.bornOn } };
}

/** What differs from what stands there; what is left as it was is left out. */
function changed(before: Values, now: Values): Corrected {
  return {
    ...(now.name.trim() !== before.name && { name: now.name.trim() }),
    ...(now.sex && now.sex !== before.sex && { sex: now.sex }),
    ...bornAnew(before, now),
    ...(now.phone !== before.phone && { phone: now.phone || null }),
    ...(now.relation.trim() !== before.relation && { relation: now.relation.trim() }),
  };
}

/** Puts right what is registered; the birthday first, since it decides who may have what. */
export function Correct({ person, onDone, onClose }: FormProps) {
  const { run, ...writing } = useWrite('household.correctPerson');
  const before = asWritten(person);
  const form = useForm({
    begin: before,
    problemsIn: (typed) => ({
      ...personProblems(typed),
      year: unless(!typed.yearOnly || YEAR.test(typed.year), '年份写四位数，比如 1952'),
      relation: unless(person.householdId === null || isWritten(typed.relation), '先填和户主的关系'),
      reason: unless(typed.reason !== '', '先选为什么改'),
    }),
    writing,
    send: async (typed) =>
      typed.reason
        ? run({ residentId: person.residentId, ...changed(before, typed), reason: typed.reason })
        : undefined,
    onDone,
    named: { on: 'bornOn' },
  });
  const { yearOnly } = form.values;
  return (
    <Card className="stack household-panel">
      <View className="strong">改登记的信息</View>
      <PersonFields form={form} />
      <Checkbox words="只知道哪一年生的" checked={yearOnly} onChange={form.set('yearOnly')} />
      {yearOnly && (
        <Field
          {...form.field('year')}
          label="出生年份"
          kind="number"
          maxLength={4}
          hint="先按那年 12 月 31 日算，看过证件再改成准日子"
        />
      )}
      {!person.isHead && person.householdId && (
        <Field {...form.field('relation')} label="和户主的关系" maxLength={RELATION_MAX} />
      )}
      <Foot
        form={form}
        among={MEND_REASONS}
        lines={[
          '积分、兑换券、存折都不动。出生日期改了，按年龄的奖励从现在起按新的算。',
          '谁改的、什么时候、为什么，他家里人在“我家”能看到。',
        ]}
        word="改好了"
        close={{ word: '先不改', onTap: onClose }}
      />
    </Card>
  );
}
