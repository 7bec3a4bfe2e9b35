import { View } from '@tarojs/components';
import { useState } from 'react';
import { type ChangeReason, isMendReason, MEND_REASONS } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { ChoiceError } from '../../components/choice-error';
import { unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { List } from '../../components/list';
import type { FormProps, PersonData } from './data';
import { Foot } from './foot';
import { SentToColleague } from './sent-to-colleague';

const DRAWN_ON = '合并以后花过它的积分，不能再分开';

/** Whether one of the records that were merged into this one can be parted from it again. */
export const canBeParted = ({ merged }: PersonData): boolean => merged.some(({ isDrawnOn }) => !isDrawnOn);

/** Two records were taken for one person, and are two after all. */
export function TwoPeople({ person, onClose }: FormProps) {
  const { run, ...writing } = useWrite('household.proposeParting');
  const [sent, setSent] = useState(false);
  const open = person.merged.filter(({ isDrawnOn }) => !isDrawnOn);
  const form = useForm({
    begin: { mergedId: open.length === 1 ? (open[0]?.residentId ?? '') : '', reason: '' as ChangeReason | '' },
    problemsIn: ({ mergedId, reason }) => ({
      mergedId: unless(mergedId !== '', '先选哪一条'),
      reason: unless(reason !== '', '先选怎么知道的'),
    }),
    writing,
    send: async ({ mergedId, reason }) => (isMendReason(reason) ? run({ mergedId, reason }) : undefined),
    onDone: () => setSent(true),
  });
  if (sent) return <SentToColleague onClose={onClose} />;
  return (
    <Card className="stack household-panel">
      <View className="strong">{`${person.name}其实是两个人`}</View>
      <View className="field-label">把哪一条分出去</View>
      <List label="把哪一条分出去">
        {person.merged.map(({ residentId, name, isDrawnOn }) => (
          <Checkbox
            key={residentId}
            role="radio"
            words={name}
            {...(isDrawnOn && { blocked: DRAWN_ON })}
            checked={residentId === form.values.mergedId}
            onChange={() => form.change({ mergedId: residentId })}
          />
        ))}
      </List>
      <ChoiceError {...form.choice('mergedId')} />
      <Foot
        form={form}
        among={MEND_REASONS}
        lines={[
          '另一位同事同意以后才算数，自己提的自己不能同意。',
          '分出去的那位回到原来的户里，各看各的积分、存折和兑换券，哪一笔都不改。',
          '合并以前绑定的手机，各回各的。',
        ]}
        word="提给同事看"
        close={{ word: '先不提', onTap: onClose }}
      />
    </Card>
  );
}
