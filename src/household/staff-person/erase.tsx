import { View } from '@tarojs/components';
import type { ChangeReason } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Card } from '../../components/card';
import { unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { type HomeFormProps, needsHead } from './data';
import { Foot } from './foot';
import { NextHead } from './next-head';

/** Somebody asks at the desk that nothing be known of them any more. It cannot be taken back, and says so. */
export function Erase({ person, household, onDone, onClose }: HomeFormProps) {
  const { residentId, name } = person;
  const { run, ...writing } = useWrite('household.erasePerson');
  const asksHead = needsHead(household, [residentId]);
  const form = useForm({
    begin: { nextHeadId: '', reason: '' as ChangeReason | '' },
    problemsIn: ({ nextHeadId, reason }) => ({
      nextHeadId: unless(!asksHead || nextHeadId !== '', '先选谁接着当户主'),
      reason: unless(reason !== '', '先选是怎么来说的'),
    }),
    writing,
    send: async ({ nextHeadId, reason }) =>
      reason ? run({ residentId, reason, ...(asksHead && { nextHeadId }) }) : undefined,
    onDone,
  });
  return (
    <Card className="stack household-panel">
      <View className="strong">{`删除${name}的资料`}</View>
      <NextHead household={household} goingIds={[residentId]} form={form} />
      <Foot
        form={form}
        among={['toldUs', 'showedPaper']}
        lines={[
          '姓名、电话、生日这些资料都删掉，谁也找不回来，也不能撤回。',
          '记过的积分一条不少，只是不再有名字；这些积分以后谁也不能用，还没用的兑换券会取消。',
          '他离开这户，手机绑定、担任的工作、监护登记都结束。想先换的东西，请他先换好。',
          '家里人会收到消息：有一位删除了自己的资料。',
        ]}
        word="删除，不再找回"
        close={{ word: '先不删', onTap: onClose }}
      />
    </Card>
  );
}
