import { View } from '@tarojs/components';
import { NEWEST_CONSENT } from '../../../cloudfunctions/values/consent';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { RELATION_MAX } from '../../../cloudfunctions/values/limits';
import { ageOn, isYoung } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { clock } from '../../device/clock';
import type { Household } from './household-data';
import { EMPTY_PERSON, PersonFields, personProblems, toPerson } from './person-form';

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

const EMPTY = { ...EMPTY_PERSON, relation: '', assisted: false, helperId: '', agreed: false };

/** A person more in the household; one without a phone gets a helper, a child the guardian's consent. */
export function AddMember({ household, onDone, onClose }: Props) {
  const { run, ...writing } = useWrite('household.addMember');
  const form = useForm({
    begin: EMPTY,
    problemsIn: (typed) => ({
      ...personProblems(typed),
      relation: unless(isWritten(typed.relation), '先填和户主的关系'),
      agreed: unless(typed.agreed || !bornYoung(typed.bornOn), '孩子要监护人同意'),
    }),
    writing,
    send: ({ relation, assisted, helperId, ...person }) =>
      run({
        ...{ householdId: household.householdId, ...toPerson(person), relation: relation.trim(), assisted },
        ...(assisted && helperId && { helperId }),
        ...(bornYoung(person.bornOn) && { guardianConsent: { version: NEWEST_CONSENT, agreed: true as const } }),
      }),
    onDone,
  });
  const { name, bornOn, assisted, helperId, agreed } = form.values;
  return (
    <Card className="stack household-panel">
      <View className="strong">加一位家人</View>
      <PersonFields form={form} />
      <Field {...form.field('relation')} label="和户主的关系" example="母亲、儿子、租客" maxLength={RELATION_MAX} />
      <Checkbox words="没有手机，由别人代办" checked={assisted} onChange={form.set('assisted')} />
      {assisted && (
        <List label="由谁代办">
          {household.members.map((member) => (
            <Checkbox
              key={member.residentId}
              role="radio"
              words={member.name}
              checked={member.residentId === helperId}
              onChange={() => form.change({ helperId: member.residentId })}
            />
          ))}
        </List>
      )}
      {bornYoung(bornOn) && (
        <View>
          <Checkbox words="监护人看过说明，同意登记" checked={agreed} onChange={form.set('agreed')} />
          <ChoiceError {...form.choice('agreed')} />
        </View>
      )}
      <RefusalAlert {...form.alert} />
      <Button wide kind="primary" {...form.button}>
        {name.trim() ? `把${name.trim()}加进来` : '加进来'}
      </Button>
      <Button wide kind="quiet" onTap={onClose}>
        先不加
      </Button>
    </Card>
  );
}
