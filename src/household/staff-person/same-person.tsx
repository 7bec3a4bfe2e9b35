import { View } from '@tarojs/components';
import { useState } from 'react';
import { type ChangeReason, isMendReason } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Card } from '../../components/card';
import { ChoiceError } from '../../components/choice-error';
import { unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { whoWords } from '../find/person-words';
import type { Person } from '../find/use-found-people';
import type { HomeFormProps } from './data';
import { Foot } from './foot';
import { OtherPerson } from './other-person';
import { SentToColleague } from './sent-to-colleague';

/** Somebody was registered twice. This record stays; the other one is no longer shown once a colleague agrees. */
export function SamePerson({ person, household, onClose }: HomeFormProps) {
  const { residentId, name } = person;
  const { run, ...writing } = useWrite('household.proposeMerge');
  const [other, choose] = useState<Person>();
  const [sent, setSent] = useState(false);
  const form = useForm({
    begin: { otherId: '', reason: '' as ChangeReason | '' },
    problemsIn: ({ otherId, reason }) => ({
      otherId: unless(otherId !== '', '先找出另一条登记'),
      reason: unless(reason !== '', '先选怎么知道的'),
    }),
    writing,
    send: async ({ otherId, reason }) =>
      isMendReason(reason) ? run({ survivorId: residentId, mergedId: otherId, reason }) : undefined,
    onDone: () => setSent(true),
    named: { mergedId: 'otherId' },
  });
  if (sent) return <SentToColleague onClose={onClose} />;
  return (
    <Card className="stack household-panel">
      <View className="strong">{`${name}登记了两次`}</View>
      {other ? (
        <Alert
          kind="info"
          title={`另一条是${other.name}，${whoWords(other)}`}
          action={{
            word: '换一条',
            onTap: () => {
              choose(undefined);
              form.change({ otherId: '' });
            },
          }}
        >
          {`户编号 ${other.householdNumber}。留下现在打开的这一条，另一条不再显示。`}
        </Alert>
      ) : (
        <OtherPerson
          unitId={household.communityId}
          not={residentId}
          onChoose={(chosen) => {
            choose(chosen);
            form.change({ otherId: chosen.residentId });
          }}
        />
      )}
      <ChoiceError {...form.choice('otherId')} />
      <Foot
        form={form}
        among={['showedPaper', 'toldUs', 'wroteWrong']}
        lines={[
          '另一位同事同意以后才算数，自己提的自己不能同意。',
          '两条登记的积分、存折、兑换券以后一起看、一起用，哪一笔都不改。',
          '用另一条绑定的手机，以后看到的就是这一条。',
          '弄错了可以用同样的办法分开；分开以前花过另一条的积分，就不能再分了。',
        ]}
        word="提给同事看"
        close={{ word: '先不提', onTap: onClose }}
      />
    </Card>
  );
}
