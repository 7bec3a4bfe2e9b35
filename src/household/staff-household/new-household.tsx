import { View } from '@tarojs/components';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { useWork } from '../../session/use-work';
import { replaceBy } from '../../ways';
import { GridChoice } from '../grid-choice';
import { EMPTY_PERSON, PersonFields, personProblems, toPerson } from './person-form';

/** Newcomers, tenants: by where they live, not by where they are registered. */
export function NewHousehold() {
  const { communityId } = useWork();
  const { run, ...writing } = useWrite('household.addHousehold');
  const form = useForm({
    begin: { unitId: '', address: '', ...EMPTY_PERSON },
    problemsIn: ({ unitId, address, ...head }) => ({
      unitId: unless(unitId !== '', '先选住在哪个网格'),
      address: unless(isWritten(address), '先填住址'),
      ...personProblems(head),
    }),
    writing,
    send: ({ unitId, address, ...head }) => run({ unitId, address: address.trim(), head: toPerson(head) }),
    onDone: ({ householdId }) => replaceBy('staff/household', { id: householdId }),
  });
  return (
    <View className="stack">
      <View className="t-sub">按现在住的地方登记，租房的、外地来的都可以。户编号自动给。</View>
      <SectionHeader title="住在哪里" />
      <ChoiceError {...form.choice('unitId')} />
      <GridChoice communityId={communityId} chosen={form.values.unitId} onChoose={form.set('unitId')} />
      <Field {...form.field('address')} label="住址" example="浏河路 8 号 2 单元 301" maxLength={100} />
      <SectionHeader title="户主" />
      <PersonFields form={form} />
      <RefusalAlert {...form.alert} />
      <Button wide kind="primary" {...form.button}>
        登记这一户
      </Button>
    </View>
  );
}
