import { View } from '@tarojs/components';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { ActionBar } from '../../components/action-bar';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Facts } from '../../components/facts';
import { useForm } from '../../components/form/use-form';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { clock } from '../../device/clock';
import { replaceBy } from '../../ways';
import type { Activity } from '../use-week';
import { Fields } from './fields';
import { formOf, problemsIn, toPlan } from './form';
import './page.scss';

function Editing({ activity }: { activity: Activity }) {
  const { activityId, itemName, points, signedUpCount } = activity;
  const { run, ...writing } = useWrite('activity.change');
  const form = useForm({
    begin: formOf(activity),
    problemsIn: (typed) => problemsIn(typed, clock()),
    writing,
    send: (typed) => run({ activityId, ...toPlan(typed) }),
    onDone: ({ movedUpCount }) => replaceBy('staff/activity-edit', { id: activityId, changed: movedUpCount }),
    named: { startsAtMs: 'from', endsAtMs: 'to' },
  });
  return (
    <Screen
      title="改一改"
      lead={activity.title}
      shell="staff"
      actions={
        <ActionBar>
          <Button kind="primary" {...form.button}>
            改好了
          </Button>
        </ActionBar>
      }
    >
      <View className="stack">
        <RefusalAlert {...form.alert} />
        <Facts
          card
          items={[
            { term: '签到记', value: `${itemName}，${points} 分`, note: '记哪一件不能换；要换就取消，重新办一场' },
            ...(signedUpCount > 0
              ? [{ term: '报名', value: `${signedUpCount} 人`, note: '改了时间、地点，他们打开活动就看到' }]
              : []),
          ]}
        />
        <Fields form={form} once />
      </View>
    </Screen>
  );
}

/** What was announced, mended. */
export function ChangeActivity({ id }: { id: string }) {
  const asked = useRead('activity.get', { activityId: id });
  return (
    <Answer of={asked} failed="活动没能打开" rows={5} screen={{ title: '改一改', shell: 'staff' }}>
      {(activity) => <Editing activity={activity} />}
    </Answer>
  );
}
