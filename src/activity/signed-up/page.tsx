import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { businessDate } from '../../../cloudfunctions/values/dates';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { PersonRow } from '../../components/person-row';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Tag } from '../../components/tag';
import { usePaper } from '../../theme/use-paper';
import { fullDayWords, momentWords, weekdayOf } from '../../words/dates';
import type { Activity } from '../use-week';

type Person = DataOf<'activity.signedUp'>['people'][number];

const NOBODY = {
  icon: 'people',
  title: '还没有人报名',
  words: '邻居在活动里点“我要报名”，名字就会出现在这里。',
} as const;
const Print = () => (
  <ActionBar>
    <Button icon="print" onTap={() => window.print()}>
      打印名单
    </Button>
  </ActionBar>
);

function whenAndWhere({ startsAtMs, place }: Activity): string {
  const date = businessDate(startsAtMs);
  return `${fullDayWords(date)} ${weekdayOf(date)}，${place}`;
}

function Line({ title, people }: { title: string; people: readonly Person[] }) {
  if (people.length === 0) return null;
  return (
    <View>
      <SectionHeader title={title} note={`${people.length} 人`} />
      <List label={title}>
        {people.map(({ residentId, name, atMs, hasArrived }) => (
          <PersonRow
            key={residentId}
            name={name}
            note={`${momentWords(atMs)} 报的名`}
            trail={hasArrived && <Tag kind="ok">到了</Tag>}
          />
        ))}
      </List>
    </View>
  );
}

/** Who signed up for an activity, and who waits for a place; to call upon, and to print. */
export default function SignedUpPage() {
  const { id = '' } = useRouter().params;
  usePaper('A4', '12mm');
  const { data: activity } = useRead('activity.get', { activityId: id });
  const people = useWhole('activity.signedUp', { activityId: id, masked: false }, 'people');
  const isPrinted = process.env.TARO_ENV === 'h5' && (people.data?.length ?? 0) > 0;
  return (
    <Screen
      title={activity ? `${activity.title}·报名名单` : '报名名单'}
      shell="staff"
      {...(activity && { lead: whenAndWhere(activity) })}
      {...(isPrinted && { actions: <Print /> })}
    >
      <ListPage of={people} failed="名单没能打开" rows={5} empty={NOBODY}>
        {(all) => (
          <View className="stack">
            <Line title="报了名的" people={all.filter(({ state }) => state === 'signedUp')} />
            <Line title="在排队的" people={all.filter(({ state }) => state === 'waiting')} />
          </View>
        )}
      </ListPage>
    </Screen>
  );
}
