import { View } from '@tarojs/components';
import type { ChangeReason } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { GridChoice } from '../grid-choice';
import type { HomeFormProps } from './data';
import { Foot } from './foot';

/** The household as a whole at another address. */
export function House({ household, onDone, onClose }: HomeFormProps) {
  const { householdId, communityId } = household;
  const { run, ...writing } = useWrite('household.moveHousehold');
  const form = useForm({
    begin: { unitId: household.unitId, address: household.address, reason: '' as ChangeReason | '' },
    problemsIn: ({ address, reason }) => ({
      address: unless(isWritten(address), '先填住址'),
      reason: unless(reason !== '', '先选为什么'),
    }),
    writing,
    send: async ({ unitId, address, reason }) =>
      reason ? run({ householdId, unitId, address: address.trim(), reason }) : undefined,
    onDone,
  });
  return (
    <Card className="stack household-panel">
      <View className="strong">这户换了住址</View>
      <Field {...form.field('address')} label="新住址" example="浏河路 8 号 2 单元 301" maxLength={100} />
      <View className="field-label">在哪个网格</View>
      <GridChoice communityId={communityId} chosen={form.values.unitId} onChoose={form.set('unitId')} />
      <Foot
        form={form}
        among={['movedHouse', 'wroteWrong', 'toldUs']}
        lines={['全家人一起搬，积分、积分卡、共有的积分都跟着走。换了网格，就由新网格的网格员照看。']}
        word="改好了"
        close={{ word: '先不改', onTap: onClose }}
      />
    </Card>
  );
}
