import { View } from '@tarojs/components';
import { RELATION_MAX } from '../../../cloudfunctions/values/limits';
import { type ChangeReason, HEAD } from '../../../cloudfunctions/values/people';
import type { RequestFor } from '../../api';
import { useWrite } from '../../api/use-write';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { isWritten, type Problems, unless } from '../../components/form/checks';
import { type Form, useForm } from '../../components/form/use-form';
import { List } from '../../components/list';
import { Segments } from '../../components/segments';
import { GridChoice } from '../grid-choice';
import { leadersAmong } from '../leaders';
import { type HomeFormProps, needsHead, restOf } from './data';
import { Foot } from './foot';
import { HouseholdChoice } from './household-choice';
import { MemberChoice } from './member-choice';
import { NextHead } from './next-head';

interface Values {
  readonly goingIds: readonly string[];
  readonly relations: Readonly<Record<string, string>>;
  readonly to: 'household' | 'newHousehold';
  readonly householdId: string;
  readonly unitId: string;
  readonly address: string;
  readonly newHeadId: string;
  readonly nextHeadId: string;
  readonly reason: ChangeReason | '';
}

const WHERE = [
  { key: 'household', word: '搬进另一户' },
  { key: 'newHousehold', word: '另立一户' },
] as const;

/** Who goes along, and what each will be to the head there. */
function Along({ form, household }: { form: Form<Values>; household: HomeFormProps['household'] }) {
  const { goingIds, relations, to, newHeadId } = form.values;
  const toggle = (id: string) =>
    form.change({ goingIds: goingIds.includes(id) ? goingIds.filter((one) => one !== id) : [...goingIds, id] });
  const going = household.members.filter(({ residentId }) => goingIds.includes(residentId));
  return (
    <>
      <View className="field-label">谁一起走</View>
      <List label="谁一起走">
        {household.members.map(({ residentId, name }) => (
          <Checkbox
            key={residentId}
            words={name}
            checked={goingIds.includes(residentId)}
            onChange={() => toggle(residentId)}
          />
        ))}
      </List>
      <ChoiceError {...form.choice('goingIds')} />
      {to === 'newHousehold' && (
        <MemberChoice
          label="新户的户主"
          members={leadersAmong(going)}
          chosen={newHeadId}
          onChoose={form.set('newHeadId')}
          said={form.choice('newHeadId')}
        />
      )}
      {going
        .filter(({ residentId }) => to === 'household' || residentId !== newHeadId)
        .map(({ residentId, name }) => (
          <Field
            key={residentId}
            label={`${name}是那户户主的什么人`}
            value={relations[residentId] ?? ''}
            onInput={(relation) => form.change({ relations: { ...relations, [residentId]: relation } })}
            example="儿子、女婿、租客"
            maxLength={RELATION_MAX}
          />
        ))}
      <ChoiceError {...form.choice('relations')} />
    </>
  );
}

function problemsIn(values: Values, household: HomeFormProps['household']): Problems<Values> {
  const { goingIds, relations, to, householdId, unitId, address, newHeadId, nextHeadId, reason } = values;
  const isNew = to === 'newHousehold';
  const others = goingIds.filter((id) => !isNew || id !== newHeadId);
  return {
    goingIds: unless(goingIds.length > 0, '先选谁走'),
    newHeadId: unless(!isNew || goingIds.includes(newHeadId), '先选新户的户主'),
    relations: unless(
      others.every((id) => isWritten(relations[id] ?? '')),
      '先填和那户户主的关系',
    ),
    householdId: unless(isNew || householdId !== '', '先找到要搬进的那户'),
    unitId: unless(!isNew || unitId !== '', '先选住在哪个网格'),
    address: unless(!isNew || isWritten(address), '先填住址'),
    nextHeadId: unless(!needsHead(household, goingIds) || nextHeadId !== '', '先选谁接着当原来那户的户主'),
    reason: unless(reason !== '', '先选为什么'),
  };
}

function toRequest(
  values: Values,
  household: HomeFormProps['household'],
): RequestFor<'household.movePeople'> | undefined {
  const { goingIds, relations, to, householdId, unitId, address, newHeadId, nextHeadId, reason } = values;
  if (!reason) return undefined;
  const isNew = to === 'newHousehold';
  const relationOf = (id: string) => (isNew && id === newHeadId ? HEAD : (relations[id] ?? '').trim());
  return {
    people: goingIds.map((residentId) => ({ residentId, relation: relationOf(residentId) })),
    to: isNew ? { kind: to, unitId, address: address.trim() } : { kind: to, householdId },
    ...(needsHead(household, goingIds) && { nextHeadId }),
    reason,
  };
}

function Where({ form, household }: { form: Form<Values>; household: HomeFormProps['household'] }) {
  const { to, householdId, unitId } = form.values;
  if (to === 'household')
    return (
      <HouseholdChoice
        unitId={household.communityId}
        exceptId={household.householdId}
        chosen={householdId}
        onChoose={form.set('householdId')}
        said={form.choice('householdId')}
      />
    );
  return (
    <>
      <ChoiceError {...form.choice('unitId')} />
      <GridChoice communityId={household.communityId} chosen={unitId} onChoose={form.set('unitId')} />
      <Field {...form.field('address')} label="新户的住址" example="浏河路 8 号 2 单元 301" maxLength={100} />
    </>
  );
}

/** To another household, or into one of their own: a family that splits, a marriage, a move next door. */
export function Move({ person, household, onDone, onClose }: HomeFormProps) {
  const { run, ...writing } = useWrite('household.movePeople');
  const begin: Values = {
    ...{ goingIds: [person.residentId], relations: {}, to: 'household', householdId: '' },
    ...{ unitId: household.unitId, address: '', newHeadId: person.residentId, nextHeadId: '', reason: '' },
  };
  const form = useForm({
    begin,
    problemsIn: (values: Values) => problemsIn(values, household),
    writing,
    send: async (values) => {
      const request = toRequest(values, household);
      return request && run(request);
    },
    onDone,
  });
  const { to, goingIds } = form.values;
  const rest = restOf(household, goingIds);
  return (
    <Card className="stack household-panel">
      <View className="strong">搬家、分户</View>
      <Segments label="搬到哪里" items={WHERE} chosen={to} onChoose={form.set('to')} />
      <Where form={form} household={household} />
      <Along form={form} household={household} />
      <NextHead household={household} goingIds={goingIds} form={form} label="原来那户谁接着当户主" />
      <Foot
        form={form}
        among={['movedHouse', 'married', 'livesApart', 'cameBack']}
        lines={[
          '各人自己的积分、兑换券和存折跟着人走，一分不少。',
          '原来那户共有的积分留在原来那户。',
          '和家人合用积分的同意，到新家要重新点一次。',
          ...(rest.length === 0
            ? ['原来那户没有别人了，会停用；那户共有的积分留在账上。全家一起搬，请用“这户换了住址”。']
            : []),
        ]}
        word="搬好了"
        close={{ word: '先不搬', onTap: onClose }}
      />
    </Card>
  );
}
