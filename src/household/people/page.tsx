import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import type { RequestFor } from '../../api';
import { readWhole } from '../../api/use-whole';
import { ActionBar } from '../../components/action-bar';
import { ColumnTools } from '../../components/data-table/column-tools';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useColumns } from '../../components/data-table/use-columns';
import { useSheet } from '../../components/data-table/use-sheet';
import { useSorting } from '../../components/data-table/use-sorting';
import { Filters } from '../../components/filters';
import { filterWords, type InForce } from '../../components/filters/in-force';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { clock } from '../../device/clock';
import { Gate } from '../../session/gate';
import { useWide } from '../../theme/use-wide';
import { goTo, textOf } from '../../ways';
import { fullDayWords } from '../../words/dates';
import { FoundState } from '../find/found-state';
import { whoAmong } from '../find/person-words';
import { SearchRow } from '../find/search-row';
import type { Person } from '../find/use-found-people';
import type { HoldingsOf } from '../staff-household/member-panel';
import { COLUMNS, ReachTag } from './columns';
import { type AwardTo, Desk } from './desk';
import { Homes, type PlaceProps } from './homes';
import { Newcomers } from './newcomers';
import { onlyOf, placeWords, useFilters } from './sieve';
import { type Register as Found, useRegister } from './use-register';

function Rows({ finder, onOpen }: { finder: Found; onOpen: (person: Person) => void }) {
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

/** Of the whole list, and not of the rows that happen to be here. */
const countWords = ({ count, people }: Found) =>
  people.length < count ? `一共 ${count} 人，先看了 ${people.length} 人` : `一共 ${count} 人`;

const SCREEN = { title: '找居民', shell: 'staff' } as const;
const open = ({ householdId, residentId }: Person) =>
  goTo('staff/household', { id: householdId, resident: residentId });

/** The list in its order and sifted, and every row of it to be saved or printed. */
function usePeople(unitId: string, place: string) {
  const { scanned } = useRouter().params;
  const { sort, sorting } = useSorting<NonNullable<RequestFor<'ledger.people'>['sort']>['by']>('name');
  const [inForce, sift] = useState<InForce>({});
  const filters = useFilters(unitId);
  const only = onlyOf(inForce);
  const finder = useRegister(inForce.unit ?? unitId, scanned && textOf(scanned), { sort, only });
  const { columns, ...choice } = useColumns('people', COLUMNS);
  const whole = () => readWhole('ledger.people', { ...finder.question, limit: PAGE_MAX }, 'people');
  const words = [filterWords(filters, inForce), finder.typed.trim() && `找“${finder.typed.trim()}”`];
  const sheet = useSheet({
    title: '居民',
    about: [place, words.filter(Boolean).join('，') || '全部', fullDayWords(businessDate(clock()))],
    columns: COLUMNS,
    keyOf: ({ residentId }) => residentId,
    whole,
  });
  const shown = placeWords(place, filters, inForce);
  return { finder, sorting, filters, inForce, sift, sheet, columns, choice, shown };
}

function People({ unitId, place, holdings, award, views }: PlaceProps & { award: AwardTo }) {
  const { finder, sorting, filters, inForce, sift, sheet, columns, choice, shown } = usePeople(unitId, place);
  const wide = useWide();
  const sieve = <Filters filters={filters} inForce={inForce} onChange={sift} />;
  if (!wide)
    return (
      <>
        {views}
        <SearchRow finder={finder} />
        {sieve}
        {finder.ready && <View className="t-sub">{countWords(finder)}</View>}
        {finder.people.length > 0 && <Rows finder={finder} onOpen={open} />}
        <FoundState finder={finder} />
      </>
    );
  return (
    <>
      <View className="list-tools">
        <View>{views}</View>
        <View className="grow">
          <SearchRow finder={finder} />
        </View>
        <ColumnTools choice={choice} />
        <SheetTools sheet={sheet} />
        <Newcomers />
      </View>
      <View className="row">
        <View className="grow">{sieve}</View>
        {finder.ready && <View className="t-sub">{countWords(finder)}</View>}
      </View>
      <SheetTold sheet={sheet} />
      <Desk
        {...{ unitId, columns, sorting, holdings, award, sheet }}
        register={finder}
        place={shown}
        key={JSON.stringify(inForce)}
      />
    </>
  );
}

const VIEWS = [
  { key: 'people', word: '按人看' },
  { key: 'homes', word: '按户看' },
] as const;

/** The register: by person, or by household. */
function Register({ award, ...place }: Omit<PlaceProps, 'views'> & { award: AwardTo }) {
  const [view, choose] = useState<(typeof VIEWS)[number]['key']>('people');
  const views = <Segments label="怎么看" items={VIEWS} chosen={view} onChoose={choose} />;
  return (
    <View className="stack desk-page">
      {view === 'people' ? <People {...place} award={award} views={views} /> : <Homes {...place} views={views} />}
    </View>
  );
}

export function PeoplePage({ holdings, award }: { holdings: HoldingsOf; award: AwardTo }) {
  const wide = useWide();
  const actions = !wide && (
    <ActionBar>
      <Newcomers />
    </ActionBar>
  );
  return (
    <Gate who="staff" words="找居民要由社区工作人员来做。" rows={5} screen={SCREEN}>
      {({ unitId, role }) => (
        <Screen {...SCREEN} className="desk-fit" actions={actions}>
          <Register unitId={unitId} place={role.unitName} holdings={holdings} award={award} />
        </Screen>
      )}
    </Gate>
  );
}
