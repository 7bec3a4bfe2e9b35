import { View } from '@tarojs/components';
import { useState } from 'react';
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
import { type ActivityForm, emptyForm, missingIn, toActivity } from './form';
import { ItemChoice } from './item-choice';
import './page.scss';

type Set = <Key extends keyof ActivityForm>(key: Key) => (value: ActivityForm[Key]) => void;

function When({ form, set }: { form: ActivityForm; set: Set }) {
  return (
    <View className="activity-when">
      <Field label="哪一天" kind="date" value={form.date} onInput={set('date')} />
      <Field label="几点开始" kind="time" value={form.from} onInput={set('from')} />
      <Field label="几点结束" kind="time" value={form.to} onInput={set('to')} />
    </View>
  );
}

function SignUp({ form, set }: { form: ActivityForm; set: Set }) {
  return (
    <Card className="stack">
      <Checkbox role="switch" words="要先报名" note="不打开，来了就行" checked={form.signUp} onChange={set('signUp')} />
      {form.signUp && (
        <Field
          label="最多几个人（不限就空着）"
          kind="number"
          value={form.capacity}
          onInput={(value) => set('capacity')(value.replace(/\D/g, ''))}
          maxLength={String(CAPACITY_MAX).length}
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
  const [form, setForm] = useState(() => emptyForm(businessDate(clock() + DAY_MS)));
  const set: Set = (key) => (value) => setForm((now) => ({ ...now, [key]: value }));
  const { run, busy, refusal } = useWrite('activity.create');
  const chosen = items.items.find(({ itemId }) => itemId === form.itemId);
  const choose = (itemId: string) =>
    setForm((now) => {
      const name = items.items.find((item) => item.itemId === itemId)?.name ?? '';
      return { ...now, itemId, title: now.title === (chosen?.name ?? '') ? name : now.title };
    });
  const announce = async () => {
    if (!items.communityId) return;
    const made = await run(toActivity(form, items.communityId));
    if (made) replaceBy('staff/activity-edit', { id: made.activityId, made: 1 });
  };
  return (
    <Screen
      title="办活动"
      shell="staff"
      actions={
        <ActionBar>
          <Button kind="primary" busy={busy} blocked={missingIn(form, clock())} onTap={() => void announce()}>
            发布这场活动
          </Button>
        </ActionBar>
      }
    >
      <View className="columns">
        <View className="stack">
          <RefusalAlert refusal={refusal} onRetry={() => void announce()} />
          <ItemChoice items={items} chosen={chosen} onChoose={choose} />
          <Field label="活动名称" value={form.title} onInput={set('title')} example="清洁家园" maxLength={TITLE_MAX} />
          <Field label="在哪里" value={form.place} onInput={set('place')} example="三号院绿地" maxLength={100} />
          <When form={form} set={set} />
          <SignUp form={form} set={set} />
          <Field
            label="带什么（可以不填）"
            value={form.bring}
            onInput={set('bring')}
            example="手套、水杯"
            maxLength={BRING_MAX}
          />
          <Field
            label="说几句（可以不填）"
            kind="lines"
            value={form.about}
            onInput={set('about')}
            example="做什么、怎么集合"
            maxLength={ABOUT_MAX}
          />
        </View>
        <Planned unitId={items.communityId} />
      </View>
    </Screen>
  );
}
