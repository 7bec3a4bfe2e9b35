import { View } from '@tarojs/components';
import { RELATION_MAX } from '../../../cloudfunctions/values/limits';
import type { ChangeReason } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import type { HomeFormProps } from './data';
import { Foot } from './foot';

/** This person speaks for the household from now on. */
export function Head({ person, household, onDone, onClose }: HomeFormProps) {
  const { residentId, name } = person;
  const { run, ...writing } = useWrite('household.changeHead');
  const former = household.members.find(({ isHead }) => isHead);
  const form = useForm({
    begin: { formerRelation: former ? '' : '成员', reason: '' as ChangeReason | '' },
    problemsIn: ({ formerRelation, reason }) => ({
      formerRelation: unless(isWritten(formerRelation), '先填原户主是新户主的什么人'),
      reason: unless(reason !== '', '先选为什么'),
    }),
    writing,
    send: async ({ formerRelation, reason }) =>
      reason
        ? run({ householdId: household.householdId, headId: residentId, formerRelation: formerRelation.trim(), reason })
        : undefined,
    onDone,
  });
  return (
    <Card className="stack household-panel">
      <View className="strong">{`让${name}当户主`}</View>
      {former && (
        <Field
          {...form.field('formerRelation')}
          label={`${former.name}是${name}的什么人`}
          example="父亲、母亲、配偶"
          maxLength={RELATION_MAX}
        />
      )}
      <Foot
        form={form}
        among={['toldUs', 'showedPaper', 'wroteWrong']}
        lines={[
          `以后由${name}替这户说话：请家里人绑定、替孩子和老人办事。`,
          '动用全家共有的积分，要新户主自己再同意一次。各人的积分不变。',
          '别的家人和户主的关系变了的，再一位一位改。',
        ]}
        word="换户主"
        close={{ word: '先不换', onTap: onClose }}
      />
    </Card>
  );
}
