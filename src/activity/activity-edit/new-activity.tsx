import { View } from '@tarojs/components';
import { businessDate, DAY_MS } from '../../../cloudfunctions/values/dates';
import { usePages } from '../../api/use-pages';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { useItems } from '../../award/award/use-items';
import { ActionBar } from '../../components/action-bar';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { useForm } from '../../components/form/use-form';
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
import { Fields } from './fields';
import { type ActivityForm, emptyForm, formLike, problemsIn, toActivity } from './form';
import { ItemChoice } from './item-choice';
import './page.scss';
import { useWork } from '../../session/use-work';

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

/** Another one like it, on a later day. */
export function LikeActivity({ id }: { id: string }) {
  const asked = useRead('activity.get', { activityId: id });
  return (
    <Answer of={asked} failed="那场活动没能打开" rows={5} screen={{ title: '再办一场', shell: 'staff' }}>
      {(activity) => <NewActivity begin={formLike(activity, clock())} />}
    </Answer>
  );
}

export function NewActivity({ begin }: { begin?: ActivityForm }) {
  const items = useItems();
  const { unitId, role } = useWork();
  // a grid worker holds it for their grid, the office for all
  const heldBy = role?.role === 'gridWorker' ? unitId : items.communityId;
  const { run, ...writing } = useWrite('activity.create');
  const form = useForm({
    begin: begin ?? emptyForm(businessDate(clock() + DAY_MS)),
    problemsIn: (typed) => problemsIn(typed, clock()),
    writing,
    send: async (typed) => (heldBy ? run(toActivity(typed, heldBy)) : undefined),
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
      title={begin ? '再办一场' : '办活动'}
      shell="staff"
      actions={
        <ActionBar>
          <Button kind="primary" {...form.button}>
            {form.values.weeks === '1' ? '发布这场活动' : `发布这 ${form.values.weeks} 场活动`}
          </Button>
        </ActionBar>
      }
    >
      <View className="columns">
        <View className="stack">
          <RefusalAlert {...form.alert} />
          <ItemChoice items={items} chosen={chosen} onChoose={choose} said={form.choice('itemId')} />
          <Fields form={form} once={false} />
        </View>
        <Planned unitId={items.communityId} />
      </View>
    </Screen>
  );
}
