import { View } from '@tarojs/components';
import { useState } from 'react';
import { RELATION_MAX } from '../../../cloudfunctions/values/limits';
import type { ChangeReason } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Card } from '../../components/card';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { ScanCode } from '../find/scan-code';
import { Foot } from './foot';
import { HouseholdChoice } from './household-choice';

const STAYS = '他自己的积分、兑换券和存折跟着他来，一分不少。和家人合用积分，要在新家重新点一次同意。';

interface Asking {
  readonly householdId: string;
  readonly relation: string;
  readonly reason: ChangeReason | '';
}
const problemsIn = ({ householdId, relation, reason }: Asking) => ({
  householdId: unless(householdId !== '', '先找到他要住进的那户'),
  relation: unless(isWritten(relation), '先填和户主的关系'),
  reason: unless(reason !== '', '先选为什么'),
});

/** Somebody who has left is taken in, in the same community. */
export function TakeBack({ residentId, unitId, onDone }: { residentId: string; unitId: string; onDone: () => void }) {
  const { run, ...writing } = useWrite('household.movePeople');
  const begin: Asking = { householdId: '', relation: '', reason: '' };
  const form = useForm({
    begin,
    problemsIn,
    writing,
    send: async ({ householdId, relation, reason }: Asking) =>
      reason
        ? run({ people: [{ residentId, relation: relation.trim() }], to: { kind: 'household', householdId }, reason })
        : undefined,
    onDone,
  });
  return (
    <Card className="stack household-panel">
      <View className="strong">他现在不在哪一户，接他进来</View>
      <HouseholdChoice
        unitId={unitId}
        exceptId=""
        chosen={form.values.householdId}
        onChoose={form.set('householdId')}
        said={form.choice('householdId')}
      />
      <Field
        {...form.field('relation')}
        label="是那户户主的什么人"
        example="儿子、女婿、租客"
        maxLength={RELATION_MAX}
      />
      <Foot form={form} among={['cameBack', 'movedHouse', 'married']} lines={[STAYS]} word="接进来" />
    </Card>
  );
}

/** Somebody from another community comes, and shows their own code: by that they agree. */
export function TakeIn({
  householdId,
  onDone,
  onClose,
}: {
  householdId: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { run, ...writing } = useWrite('household.movePeople');
  const [scanned, setScanned] = useState('');
  const form = useForm({
    begin: { scanned: '', relation: '', reason: '' as ChangeReason | '' },
    problemsIn: ({ relation, reason }) => ({
      scanned: unless(scanned !== '', '先扫他的“我的码”'),
      relation: unless(isWritten(relation), '先填和户主的关系'),
      reason: unless(reason !== '', '先选为什么'),
    }),
    writing,
    send: async ({ relation, reason }) =>
      reason
        ? run({ people: [{ relation: relation.trim() }], to: { kind: 'household', householdId }, scanned, reason })
        : undefined,
    onDone,
  });
  return (
    <Card className="stack household-panel">
      <View className="strong">接一位搬来的人</View>
      <View className="t-sub">他在别的社区登记过，就请他打开“我的”里的“我的码”给你扫，不用重新登记。</View>
      {scanned ? <Alert kind="done" title="扫到他的码了" /> : <ScanCode words="扫他的码" onFound={setScanned} />}
      <ChoiceError {...form.choice('scanned')} />
      <Field {...form.field('relation')} label="和户主的关系" example="儿子、女婿、租客" maxLength={RELATION_MAX} />
      <Foot
        form={form}
        among={['movedHouse', 'married', 'cameBack']}
        lines={[STAYS, '原来的社区看得到他搬到了这里。']}
        word="接进来"
        close={{ word: '先不接', onTap: onClose }}
      />
    </Card>
  );
}
