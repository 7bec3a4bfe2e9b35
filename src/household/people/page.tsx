import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ADULT_AT } from '../../../cloudfunctions/values/people';
import type { RequestFor } from '../../api';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { useSorting } from '../../components/data-table/use-sorting';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Tag } from '../../components/tag';
import { Gate } from '../../session/gate';
import { useWide } from '../../theme/use-wide';
import { goTo, textOf } from '../../ways';
import { FoundState } from '../find/found-state';
import { reachWords, whoAmong } from '../find/person-words';
import { SearchRow } from '../find/search-row';
import { type Finder, useFinder } from '../find/use-finder';
import type { Person } from '../find/use-found-people';
import { HouseholdView } from '../staff-household/household-view';
import type { HoldingsOf } from '../staff-household/member-panel';

const COLUMNS: readonly Column<Person>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name, sortKey: 'name', width: 120 },
  {
    key: 'age',
    title: '年龄',
    cell: ({ age }) => age ?? '',
    sortKey: 'age',
    width: 80,
    align: 'right',
  },
  {
    key: 'household',
    title: '户编号',
    cell: ({ householdNumber }) => householdNumber,
    sortKey: 'household',
    width: 110,
  },
  { key: 'address', title: '住址', cell: ({ address, unitName }) => `${address} · ${unitName}`, sortKey: 'address' },
];

function ReachTag({ person }: { person: Person }) {
  return <Tag kind={person.isBound ? 'ok' : 'plain'}>{reachWords(person)}</Tag>;
}

function Rows({ finder, onOpen }: { finder: Finder; onOpen: (person: Person) => void }) {
  const who = whoAmong(finder.people);
  return (
    <List label="居民">
      {finder.people.map((person) => (
        <PersonRow
          key={person.residentId}
          name={person.name}
          note={who(person)}
          trail={<ReachTag person={person} />}
          onTap={() => onOpen(person)}
        />
      ))}
    </List>
  );
}

/** The list at the left, the chosen one's household at the right. */
function Desk({ finder, sorting, holdings }: { finder: Finder; sorting: Sorting; holdings: HoldingsOf }) {
  const [chosen, choose] = useState<Person>();
  const opened = finder.people.find(({ residentId }) => residentId === chosen?.residentId) ?? finder.people[0];
  return (
    <View className="columns">
      <View className="stack">
        {finder.people.length > 0 && (
          <DataTable
            label="居民"
            columns={COLUMNS}
            rows={finder.people}
            keyOf={({ residentId }) => residentId}
            sorting={sorting}
            onOpen={choose}
            {...(opened && { opened: opened.residentId })}
          />
        )}
        <FoundState finder={finder} />
      </View>
      {opened && (
        <HouseholdView
          key={opened.householdId}
          id={opened.householdId}
          residentId={opened.residentId}
          holdings={holdings}
        />
      )}
    </View>
  );
}

const SIFTS = [
  { key: 'all', word: '全部' },
  { key: 'bound', word: '已绑定' },
  { key: 'unbound', word: '没绑定' },
  { key: 'assisted', word: '代办' },
  { key: 'old', word: '60 岁以上' },
  { key: 'young', word: `不满 ${ADULT_AT} 岁` },
  { key: 'noBirth', word: '没登记生日' },
  { key: 'yearOnly', word: '生日只知道年份' },
] as const;
type Sift = (typeof SIFTS)[number]['key'];
const ONLY: Readonly<Record<Sift, NonNullable<RequestFor<'household.find'>['only']>>> = {
  all: {},
  bound: { reach: 'bound' },
  unbound: { reach: 'unbound' },
  assisted: { reach: 'assisted' },
  old: { ageFrom: 60 },
  young: { ageTo: ADULT_AT - 1 },
  noBirth: { birth: 'unknown' },
  yearOnly: { birth: 'yearOnly' },
};
type Sorting = ReturnType<typeof useSorting>['sorting'];

/** Of the whole list, and not of the rows that happen to be here. */
const countWords = ({ count, people }: Finder) =>
  people.length < count ? `一共 ${count} 人，先看了 ${people.length} 人` : `一共 ${count} 人`;

const SCREEN = { title: '找居民', shell: 'staff' } as const;
const open = ({ householdId, residentId }: Person) =>
  goTo('staff/household', { id: householdId, resident: residentId });

function People({ unitId, holdings }: { unitId: string; holdings: HoldingsOf }) {
  const { scanned } = useRouter().params;
  const { sort, sorting } = useSorting<NonNullable<RequestFor<'household.find'>['sort']>['by']>('name');
  const [sift, choose] = useState<Sift>('all');
  const finder = useFinder(unitId, {}, scanned && textOf(scanned), false, { sort, only: ONLY[sift] });
  const wide = useWide();
  return (
    <View className="stack">
      <SearchRow finder={finder} />
      <Segments wrap label="看哪些人" items={SIFTS} chosen={sift} onChoose={choose} />
      {finder.ready && <View className="t-sub">{countWords(finder)}</View>}
      {wide ? (
        <Desk finder={finder} sorting={sorting} holdings={holdings} />
      ) : (
        <>
          {finder.people.length > 0 && <Rows finder={finder} onOpen={open} />}
          <FoundState finder={finder} />
        </>
      )}
    </View>
  );
}

const Newcomers = () => (
  <ActionBar>
    <Button icon="plus" onTap={() => goTo('staff/household', { new: 1 })}>
      登记新的一户
    </Button>
  </ActionBar>
);

export function PeoplePage({ holdings }: { holdings: HoldingsOf }) {
  return (
    <Gate who="staff" words="找居民要由社区工作人员来做。" rows={5} screen={SCREEN}>
      {({ unitId }) => (
        <Screen {...SCREEN} actions={<Newcomers />}>
          <People unitId={unitId} holdings={holdings} />
        </Screen>
      )}
    </Gate>
  );
}
