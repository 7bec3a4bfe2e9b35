import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useSheet } from '../../components/data-table/use-sheet';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { PersonRow } from '../../components/person-row';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Tag } from '../../components/tag';
import { Tappable } from '../../components/tappable';
import { clock } from '../../device/clock';
import { useMe } from '../../session';
import { isStaff } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { fullDayWords, momentWords, weekdayOf } from '../../words/dates';
import type { Activity } from '../use-week';

type Person = DataOf<'activity.signedUp'>['people'][number];

const NOBODY = {
  icon: 'people',
  title: '还没有人报名',
  words: '邻居在活动里点“我要报名”，名字就会出现在这里。',
} as const;
const STATES = { signedUp: '报了名', waiting: '在排队' } as const;

function whenAndWhere({ startsAtMs, place }: Activity): string {
  const date = businessDate(startsAtMs);
  return `${fullDayWords(date)} ${weekdayOf(date)}，${place}`;
}

/** 14000000008，户主的; nothing while it was not asked for. */
const phoneWords = ({ phone, isHeadsPhone }: Person): string =>
  phone === null ? '没有登记' : isHeadsPhone ? `${phone}，户主的` : phone;

const PHONE: Column<Person> = { key: 'phone', title: '电话', cell: phoneWords };
const COLUMNS: readonly Column<Person>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'state', title: '报上没有', cell: ({ state }) => STATES[state], sortBy: ({ state }) => state },
  { key: 'at', title: '什么时候报的', cell: ({ atMs }) => momentWords(atMs), sortBy: ({ atMs }) => atMs },
  {
    key: 'arrived',
    title: '到没到',
    cell: ({ hasArrived }) => (hasArrived ? <Tag kind="ok">到了</Tag> : ''),
    text: ({ hasArrived }) => (hasArrived ? '到了' : ''),
    sortBy: ({ hasArrived }) => Number(hasArrived),
  },
];

const Arrived = ({ hasArrived }: Person) => hasArrived && <Tag kind="ok">到了</Tag>;
/** As lean as it can be: there are as many as people in sight. */
const Ring = ({ name, phone }: Person & { phone: string }) => (
  <Tappable
    role="button"
    className="button button-line button-small"
    label={`打电话，${name}`}
    onTap={() => void Taro.makePhoneCall({ phoneNumber: phone })}
  >
    打电话
  </Tappable>
);

function Line({ title, people, phones }: { title: string; people: readonly Person[]; phones: boolean }) {
  if (people.length === 0) return null;
  return (
    <View>
      <SectionHeader title={title} note={`${people.length} 人`} />
      <List label={title}>
        {people.map((person) => (
          <PersonRow
            key={person.residentId}
            name={person.name}
            note={phones ? phoneWords(person) : `${momentWords(person.atMs)} 报的名`}
            trail={phones && person.phone ? <Ring {...person} phone={person.phone} /> : <Arrived {...person} />}
          />
        ))}
      </List>
    </View>
  );
}

function People({
  all,
  columns,
  phones,
}: {
  all: readonly Person[];
  columns: readonly Column<Person>[];
  phones: boolean;
}) {
  const wide = useWide();
  if (wide) return <DataTable label="报名名单" columns={columns} rows={all} keyOf={({ residentId }) => residentId} />;
  return (
    <View className="stack">
      <Line title="报了名的" people={all.filter(({ state }) => state === 'signedUp')} phones={phones} />
      <Line title="在排队的" people={all.filter(({ state }) => state === 'waiting')} phones={phones} />
    </View>
  );
}

/** The list, whole; telephones are read when they are asked for, and that is noted. */
function useSignedUp(id: string, activity: Activity | undefined) {
  const [phones, askPhones] = useState(false);
  const question = { activityId: id, masked: false, withPhones: phones, limit: PAGE_MAX };
  const people = useWhole('activity.signedUp', question, 'people');
  const columns = phones ? [...COLUMNS, PHONE] : COLUMNS;
  const sheet = useSheet({
    title: '报名名单',
    about: activity ? [activity.title, whenAndWhere(activity), `${fullDayWords(businessDate(clock()))} 导出`] : [],
    columns,
    keyOf: ({ residentId }) => residentId,
    whole: async () => ({ ok: true, data: people.data ?? [] }),
  });
  return { people, columns, sheet, phones, askPhones: () => askPhones(true) };
}

/** Who signed up for an activity, and who waits for a place; to ring up, to call upon, and to print. */
export default function SignedUpPage() {
  const { id = '' } = useRouter().params;
  const { me } = useMe();
  const { data: activity } = useRead('activity.get', { activityId: id });
  const { people, columns, sheet, phones, askPhones } = useSignedUp(id, activity);
  const some = (people.data?.length ?? 0) > 0;
  return (
    <Screen
      title={activity ? `${activity.title}·报名名单` : '报名名单'}
      shell="staff"
      {...(activity && { lead: whenAndWhere(activity) })}
    >
      <View className="stack">
        {some && (
          <View className="list-tools only-screen">
            <View className="t-sub grow">{`一共 ${people.data?.length} 人`}</View>
            {me && isStaff(me) && !phones && (
              <Button small icon="phone" onTap={askPhones}>
                看电话
              </Button>
            )}
            <SheetTools sheet={sheet} />
          </View>
        )}
        <SheetTold sheet={sheet} />
        <ListPage of={people} failed="名单没能打开" rows={5} empty={NOBODY}>
          {(all) => <People all={all} columns={columns} phones={phones} />}
        </ListPage>
      </View>
    </Screen>
  );
}
