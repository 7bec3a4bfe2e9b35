import { View } from '@tarojs/components';
import type { ChangeReason } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { RefusalAlert } from '../../components/refusal-alert';
import { WillHappen } from '../../components/will-happen';
import { type HomeFormProps, needsHead } from './data';
import { Foot } from './foot';
import { NextHead } from './next-head';

/** Somebody has died. Said plainly, and what will happen before it does. */
export function Death({ person, household, onDone, onClose }: HomeFormProps) {
  const { residentId, name } = person;
  const { run, ...writing } = useWrite('household.recordDeath');
  const asksHead = needsHead(household, [residentId]);
  const form = useForm({
    begin: { diedOn: '', nextHeadId: '', reason: '' as ChangeReason | '' },
    problemsIn: ({ diedOn, nextHeadId, reason }) => ({
      diedOn: unless(isWritten(diedOn), '先填哪一天'),
      nextHeadId: unless(!asksHead || nextHeadId !== '', '先选谁接着当户主'),
      reason: unless(reason !== '', '先选怎么知道的'),
    }),
    writing,
    send: async ({ diedOn, nextHeadId, reason }) =>
      reason ? run({ residentId, diedOn, reason, ...(asksHead && { nextHeadId }) }) : undefined,
    onDone,
  });
  return (
    <Card className="stack household-panel">
      <View className="strong">{`登记${name}去世`}</View>
      <Field {...form.field('diedOn')} label="去世日期" kind="date" />
      <NextHead household={household} goingIds={[residentId]} form={form} />
      <Foot
        form={form}
        among={['showedPaper', 'toldUs']}
        lines={[
          '从现在起不再给他记分，还没用的兑换券会取消，积分退回。',
          '剩下的积分留给家里人合用，存折一直留着。',
          '手机绑定和他担任的工作都结束。参与率从那天起不再算他。',
          '万一登错了，可以在这一页撤回；绑定和兑换券要重新办。',
        ]}
        word="登记"
        close={{ word: '先不登记', onTap: onClose }}
      />
    </Card>
  );
}

/** It was the wrong person. */
export function UndoDeath({ person, onDone }: Pick<HomeFormProps, 'person' | 'onDone'>) {
  const { residentId, name } = person;
  const { run, busy, refusal } = useWrite('household.undoDeath');
  const undo = async () => {
    if (await run({ residentId, reason: 'wroteWrong' })) onDone();
  };
  return (
    <Card className="stack household-panel">
      <View className="strong">{`${name}的去世登记错了？`}</View>
      <WillHappen
        lines={['他回到原来的户里，积分照旧，又可以记分。手机绑定、担任的工作、已经取消的兑换券要重新办。']}
      />
      <RefusalAlert refusal={refusal} onRetry={() => void undo()} />
      <Button wide busy={busy} onTap={() => void undo()}>
        撤回去世登记
      </Button>
    </Card>
  );
}
