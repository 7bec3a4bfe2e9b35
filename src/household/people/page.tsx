import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { Screen } from '../../components/screen';
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
  { key: 'name', title: '姓名', cell: ({ name }) => name, width: 120 },
  {
    key: 'age',
    title: '年龄',
    cell: ({ age }) => age ?? '',
    sortBy: ({ age }) => age ?? -1,
    width: 80,
    align: 'right',
  },
  { key: 'household', title: '户编号', cell: ({ householdNumber }) => householdNumber, width: 110 },
  { key: 'address', title: '住址', cell: ({ address, unitName }) => `${address} · ${unitName}` },
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
function Desk({ finder, holdings }: { finder: Finder; holdings: HoldingsOf }) {
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

const SCREEN = { title: '找居民', shell: 'staff' } as const;
const open = ({ householdId, residentId }: Person) =>
  goTo('staff/household', { id: householdId, resident: residentId });

function People({ unitId, holdings }: { unitId: string; holdings: HoldingsOf }) {
  const { scanned } = useRouter().params;
  const finder = useFinder(unitId, {}, scanned && textOf(scanned));
  const wide = useWide();
  return (
    <View className="stack">
      <SearchRow finder={finder} />
      {wide ? (
        <Desk finder={finder} holdings={holdings} />
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
