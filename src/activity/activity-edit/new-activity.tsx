import { View } from '@tarojs/components';
import { CAPACITY_MAX } from '../../../cloudfunctions/values/activities';
import { businessDate, DAY_MS } from '../../../cloudfunctions/values/dates';
import { ABOUT_MAX, BRING_MAX, TITLE_MAX } from '../../../cloudfunctions/values/limits';
import { usePages } from '../../api/use-pages';
import { useWrite } from '../../api/use-write';
import { useItems } from '../../award/award/use-award';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { digitsIn } from '../../components/form/checks';
import { type Form, useForm } from '../../components/form/use-form';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { clock } from '../../device/clock';
import { goTo, replaceBy } from '../../ways';
import { dayWords, timeWords, weekdayOf } from '../../words/dates';
import { StateTag } from '../state-tag';
import { type ActivityForm, emptyForm, problemsIn, toActivity } from './form';
import { ItemChoice } from './item-choice';
import './page.scss';

interface PartProps {
  form: Form<ActivityForm>;
}

const When = ({ form }: PartProps) => (
  <View className="activity-when">
    <Field {...form.field('date')} label="哪一天" kind="date" />
    <Field {...form.field('from')} label="几点开始" kind="time" />
    <Field {...form.field('to')} label="几点结束" kind="time" />
  </View>
);

function SignUp({ form }: PartProps) {
  const { signUp } = form.values;
  return (
    <Card className="stack">
      <Checkbox role="switch" words="要先报名" note="不打开，来了就行" checked={signUp} onChange={form.set('signUp')} />
      {signUp && (
        <Field
          {...form.field('capacity')}
          label="最多几个人（不限就空着）"
          kind="number"
          onInput={(typed) => form.change({ capacity: typed.replace(/\D/g, '') })}
          maxLength={digitsIn(CAPACITY_MAX)}
          hint="满了以后的人排队，有人让出来就轮到他"
        />
      )}
    </Card>
  );
}

/** What is planned already, to look at and so that nothing is announced twice. */
function Planned({ unitId }: { unitId: string | undefined }) {
  const { pages, ready, ...asked } = usePages('activity.list', unitId ? { unitId, days: 30, limit: 50 } : null);
  const data = ready ? pages.flatMap((page) => page.activities) : undefined;
  return (
    <View>
      <SectionHeader title="已经安排的" note="一个月里" />
      <ListPage
        of={{ data, ...asked }}
        failed="活动没能打开"
        rows={3}
        empty={{ icon: 'calendar', title: '还没有安排', words: '发布以后，会放在这里。' }}
      >
        {(activities) => (
          <List label="已经安排的活动">
            {activities.map((activity) => (
              <ListRow
                key={activity.activityId}
                title={activity.title}
                note={`${dayWords(businessDate(activity.startsAtMs))} ${weekdayOf(businessDate(activity.startsAtMs))} ${timeWords(activity.startsAtMs)}`}
                tag={activity.isCancelled ? <StateTag activity={activity} nowMs={clock()} /> : undefined}
                onTap={() => goTo('staff/activity-edit', { id: activity.activityId })}
              />
            ))}
          </List>
        )}
      </ListPage>
    </View>
  );
}

export function NewActivity() {
  const items = useItems();
  const { run, ...writing } = useWrite('activity.create');
  const form = useForm({
    begin: emptyForm(businessDate(clock() + DAY_MS)),
    problemsIn: (typed) => problemsIn(typed, clock()),
    writing,
    send: async (typed) => (items.communityId ? run(toActivity(typed, items.communityId)) : undefined),
    onDone: ({ activityId }) => replaceBy('staff/activity-edit', { id: activityId, made: 1 }),
    named: { startsAtMs: 'from', endsAtMs: 'to' },
  });
  const itemOf = (id: string) => items.items.find(({ itemId }) => itemId === id);
  const chosen = itemOf(form.values.itemId);
  const choose = (itemId: string) => {
    const isNamedAfter = form.values.title === (chosen?.name ?? '');
    form.change({ itemId, ...(isNamedAfter && { title: itemOf(itemId)?.name ?? '' }) });
  };
  return (
    <Screen
      title="办活动"
      shell="staff"
      actions={
        <ActionBar>
          <Button kind="primary" {...form.button}>
            发布这场活动
          </Button>
        </ActionBar>
      }
    >
      <View className="columns">
        <View className="stack">
          <RefusalAlert {...form.alert} />
          <ItemChoice items={items} chosen={chosen} onChoose={choose} said={form.choice('itemId')} />
          <Field {...form.field('title')} label="活动名称" example="清洁家园" maxLength={TITLE_MAX} />
          <Field {...form.field('place')} label="在哪里" example="三号院绿地" maxLength={100} />
          <When form={form} />
          <SignUp form={form} />
          <Field {...form.field('bring')} label="带什么（可以不填）" example="手套、水杯" maxLength={BRING_MAX} />
          <Field
            {...form.field('about')}
            label="说几句（可以不填）"
            kind="lines"
            example="做什么、怎么集合"
            maxLength={ABOUT_MAX}
          />
        </View>
        <Planned unitId={items.communityId} />
      </View>
    </Screen>
  );
}
