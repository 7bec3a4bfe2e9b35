import { View } from '@tarojs/components';
import type { ChangeReason } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Card } from '../../components/card';
import { unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { type HomeFormProps, needsHead, restOf } from './data';
import { Foot } from './foot';
import { NextHead } from './next-head';

/** Somebody has gone where nobody of ours lives. */
export function Go({ person, household, onDone, onClose }: HomeFormProps) {
  const { residentId, name } = person;
  const { run, ...writing } = useWrite('household.leave');
  const asksHead = needsHead(household, [residentId]);
  const form = useForm({
    begin: { nextHeadId: '', reason: '' as ChangeReason | '' },
    problemsIn: ({ nextHeadId, reason }) => ({
      nextHeadId: unless(!asksHead || nextHeadId !== '', '先选谁接着当户主'),
      reason: unless(reason !== '', '先选为什么'),
    }),
    writing,
    send: async ({ nextHeadId, reason }) =>
      reason ? run({ residentId, reason, ...(asksHead && { nextHeadId }) }) : undefined,
    onDone,
  });
  const rest = restOf(household, [residentId]);
  return (
    <Card className="stack household-panel">
      <View className="strong">{`${name}搬走了`}</View>
      <NextHead household={household} goingIds={[residentId]} form={form} />
      <Foot
        form={form}
        among={['movedHouse', 'married', 'toldUs']}
        lines={[
          `${name}不再是这户的人。他自己的积分、兑换券和存折都还是他的，一分不少。`,
          '搬到别的社区，请他出示“我的码”，由那边的网格员接进新家。搬回来，在这一页就能接回。',
          ...(rest.length === 0 ? ['这户没有别人了，会停用；这户共有的积分留在账上。'] : []),
        ]}
        word="登记搬走"
        close={{ word: '先不登记', onTap: onClose }}
      />
    </Card>
  );
}
