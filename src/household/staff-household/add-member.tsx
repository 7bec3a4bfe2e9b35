import { View } from '@tarojs/components';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { RELATION_MAX } from '../../../cloudfunctions/values/limits';
import { ageOn, isYoung } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { clock } from '../../device/clock';
import { CONSENT_VERSION } from '../consent';
import type { Household } from './household-data';
import { EMPTY_PERSON, PersonFields, personMissing, toPerson } from './person-form';

/** Whether a guardian must agree first. */
function bornYoung(bornOn: string): boolean {
  if (!bornOn) return false;
  return isYoung(ageOn(bornOn, businessDate(clock())));
}

interface Props {
  household: Household;
  onDone: () => void;
  onClose: () => void;
}

/** A person more in the household; one without a phone gets a helper, a child the guardian's consent. */
export function AddMember({ household, onDone, onClose }: Props) {
  const [form, setForm] = useState(EMPTY_PERSON);
  const [relation, setRelation] = useState('');
  const [assisted, setAssisted] = useState(false);
  const [helperId, setHelperId] = useState<string>();
  const [agreed, setAgreed] = useState(false);
  const { run, busy, refusal } = useWrite('household.addMember');
  const young = bornYoung(form.bornOn);
  const missing =
    personMissing(form) ?? (!relation.trim() ? '先填和户主的关系' : young && !agreed ? '孩子要监护人同意' : undefined);
  const add = async () => {
    const about = { householdId: household.householdId, ...toPerson(form), relation: relation.trim(), assisted };
    const added = await run({
      ...about,
      ...(assisted && helperId && { helperId }),
      ...(young && { guardianConsent: { version: CONSENT_VERSION, agreed: true as const } }),
    });
    if (added) onDone();
  };
  return (
    <Card className="stack household-panel">
      <View className="strong">加一位家人</View>
      <PersonFields form={form} onChange={setForm} />
      <Field
        label="和户主的关系"
        value={relation}
        onInput={setRelation}
        example="母亲、儿子、租客"
        maxLength={RELATION_MAX}
      />
      <Checkbox words="没有手机，由别人代办" checked={assisted} onChange={setAssisted} />
      {assisted && (
        <List label="由谁代办">
          {household.members.map(({ residentId, name }) => (
            <Checkbox
              key={residentId}
              role="radio"
              words={name}
              checked={residentId === helperId}
              onChange={() => setHelperId(residentId)}
            />
          ))}
        </List>
      )}
      {young && <Checkbox words="监护人看过说明，同意登记" checked={agreed} onChange={setAgreed} />}
      <RefusalAlert refusal={refusal} onRetry={() => void add()} />
      <Button wide kind="primary" busy={busy} blocked={missing} onTap={() => void add()}>
        {form.name.trim() ? `把${form.name.trim()}加进来` : '加进来'}
      </Button>
      <Button wide kind="quiet" onTap={onClose}>
        先不加
      </Button>
    </Card>
  );
}
