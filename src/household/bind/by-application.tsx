import { View } from '@tarojs/components';
import { MOBILE_DIGITS, PERSON_NAME_MAX } from '../../../cloudfunctions/values/limits';
import { useWhole } from '../../api/use-whole';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { BirthField } from '../birth-field';
import { Consent } from '../consent';
import type { Application } from './use-application';

function Communities({ chosen, choose }: { chosen: string; choose: (id: string) => void }) {
  const tree = useWhole('organisation.tree', { levels: ['community'] }, 'units');
  return (
    <Answer of={tree} amid rows={3}>
      {(units) => (
        <List label="你住在哪个社区">
          {units.map(({ unitId: id, name }) => (
            <Checkbox key={id} role="radio" words={name} checked={id === chosen} onChange={() => choose(id)} />
          ))}
        </List>
      )}
    </Answer>
  );
}

/** For those without a card: a grid worker looks at it and decides. */
export function ByApplication({ application: { form } }: { application: Application }) {
  return (
    <View className="stack">
      <SectionHeader title="你住在哪个社区" />
      <ChoiceError {...form.choice('communityId')} />
      <Communities chosen={form.values.communityId} choose={form.set('communityId')} />
      <Field {...form.field('name')} label="姓名" maxLength={PERSON_NAME_MAX} hint="和花名册对得上，网格员好认" />
      <Field {...form.field('phone')} label="手机号" kind="tel" maxLength={MOBILE_DIGITS} hint="只用来核对和联系你" />
      <Field
        {...form.field('address')}
        label="住址"
        example="浏河路 8 号 2 单元 301"
        maxLength={100}
        hint="按现在住的地方写，租房也可以"
      />
      <BirthField form={form} />
      <Consent agreed={form.values.agreed} onChange={form.set('agreed')} {...form.choice('agreed')} />
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        交给网格员
      </Button>
    </View>
  );
}
