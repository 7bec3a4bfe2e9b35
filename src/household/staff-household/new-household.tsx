import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { useWork } from '../../session/use-work';
import { replaceBy } from '../../ways';
import { GridChoice } from '../grid-choice';
import { EMPTY_PERSON, PersonFields, personMissing, toPerson } from './person-form';

/** Newcomers, tenants: by where they live, not by where they are registered. */
export function NewHousehold() {
  const { communityId } = useWork();
  const [unitId, setUnitId] = useState<string>();
  const [address, setAddress] = useState('');
  const [head, setHead] = useState(EMPTY_PERSON);
  const { run, busy, refusal } = useWrite('household.addHousehold');
  const missing = !unitId ? '先选住在哪个网格' : !address.trim() ? '先填住址' : personMissing(head);
  const add = async () => {
    if (!unitId) return;
    const added = await run({ unitId, address: address.trim(), head: toPerson(head) });
    if (added) replaceBy('staff/household', { id: added.householdId });
  };
  return (
    <View className="stack">
      <View className="t-sub">按现在住的地方登记，租房的、外地来的都可以。户编号自动给。</View>
      <SectionHeader title="住在哪里" />
      <GridChoice communityId={communityId} chosen={unitId} onChoose={setUnitId} />
      <Field label="住址" value={address} onInput={setAddress} example="浏河路 8 号 2 单元 301" maxLength={100} />
      <SectionHeader title="户主" />
      <PersonFields form={head} onChange={setHead} />
      <RefusalAlert refusal={refusal} onRetry={() => void add()} />
      <Button wide kind="primary" busy={busy} blocked={missing} onTap={() => void add()}>
        登记这一户
      </Button>
    </View>
  );
}
