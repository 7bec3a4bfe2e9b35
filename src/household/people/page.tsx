import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import type { RequestFor } from '../../api';
import { useRead } from '../../api/use-read';
import { readWhole } from '../../api/use-whole';
import { ColumnTools } from '../../components/data-table/column-tools';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useColumns } from '../../components/data-table/use-columns';
import { useSheet } from '../../components/data-table/use-sheet';
import { useSorting } from '../../components/data-table/use-sorting';
import { Filters } from '../../components/filters';
import { type InForce, soughtWords } from '../../components/filters/in-force';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { Segments } from '../../components/segments';
import { clock } from '../../device/clock';
import { Gate } from '../../session/gate';
import { useWide } from '../../theme/use-wide';
import { goTo, textOf } from '../../ways';
import { fullDayWords } from '../../words/dates';
import { FoundState } from '../find/found-state';
import { whoAmong } from '../find/person-words';
import { Scanned, SearchLine, useSearch } from '../find/search-row';
import type { Person } from '../find/use-found-people';
import type { HoldingsOf } from '../staff-household/member-panel';
import { COLUMNS, ReachTag } from './columns';
import { type AwardTo, Desk } from './desk';
import { Homes, type PlaceProps } from './homes';
import { RegisterScreen, SCREEN } from './register-screen';
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
const countWords = ({ count }: Found, inAll: number | undefined) =>
  inAll === undefined || inAll === count ? `一共 ${count} 人` : `${inAll} 人里有 ${count} 人`;

/** As many chips as stand in one row of a small desk. */
const FILTERS_AT_ONCE = 4;
const open = ({ householdId, residentId }: Person) =>
  goTo('staff/household', { id: householdId, resident: residentId });

/** At a desk: how many there are, whatever is looked for. */
function useCounts(unitId: string) {
  const wide = useWide();
  const asked = wide ? { unitId, limit: 1 } : null;
  const people = useRead('ledger.people', asked).data?.count;
  const homes = useRead('household.list', asked).data?.count;
  return people === undefined || homes === undefined ? undefined : { people, homes };
}
type Counts = ReturnType<typeof useCounts>;

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
  const sheet = useSheet({
    title: '居民',
    about: [place, soughtWords(filters, inForce, finder.typed.trim()) || '全部', fullDayWords(businessDate(clock()))],
    columns: COLUMNS,
    keyOf: ({ residentId }) => residentId,
    whole,
  });
  const shown = placeWords(place, filters, inForce);
  return { finder, sorting, filters, inForce, sift, sheet, columns, choice, shown };
}

function People({
  unitId,
  place,
  lead,
  holdings,
  award,
  views,
  inAll,
}: PlaceProps & Pick<RegisterProps, 'award' | 'inAll'>) {
  const { finder, sorting, filters, inForce, sift, sheet, columns, choice, shown } = usePeople(unitId, place);
  const search = useSearch({ finder });
  const wide = useWide();
  const sieve = <Filters filters={filters} inForce={inForce} onChange={sift} {...(wide && { few: FILTERS_AT_ONCE })} />;
  const count = finder.ready && <View className="t-sub">{countWords(finder, inAll)}</View>;
  const tools = (
    <>
      {views}
      <SearchLine search={search} />
      <ColumnTools choice={choice} />
    </>
  );
  return (
    <RegisterScreen lead={lead} tools={tools}>
      {wide ? (
        <>
          <View className="list-tools">
            <View className="grow">{sieve}</View>
            {count}
            <SheetTools sheet={sheet} />
          </View>
          <Scanned search={search} />
          <SheetTold sheet={sheet} />
          <Desk
            {...{ unitId, columns, sorting, holdings, award, sheet }}
            register={finder}
            place={shown}
            key={JSON.stringify(inForce)}
          />
        </>
      ) : (
        <>
          {views}
          <SearchLine search={search} />
          <Scanned search={search} />
          {sieve}
          {count}
          {finder.people.length > 0 && <Rows finder={finder} onOpen={open} />}
          <FoundState finder={finder} />
        </>
      )}
    </RegisterScreen>
  );
}

const VIEWS = [
  { key: 'people', word: '按人看' },
  { key: 'homes', word: '按户看' },
] as const;

interface RegisterProps extends Omit<PlaceProps, 'views' | 'lead'> {
  award: AwardTo;
  inAll: number | undefined;
}

/** 浏河社区 892 人，338 户 */
const leadWords = (place: string, counts: Counts) =>
  counts ? `${place} ${counts.people} 人，${counts.homes} 户` : place;

/** The register: by person, or by household. */
function Register(props: Omit<RegisterProps, 'inAll'>) {
  const { award, ...place } = props;
  const [view, choose] = useState<(typeof VIEWS)[number]['key']>('people');
  const counts = useCounts(place.unitId);
  const of = {
    ...place,
    lead: leadWords(place.place, counts),
    views: <Segments wrap label="怎么看" items={VIEWS} chosen={view} onChoose={choose} />,
  };
  return view === 'people' ? <People {...of} award={award} inAll={counts?.people} /> : <Homes {...of} />;
}

export function PeoplePage(ways: { holdings: HoldingsOf; award: AwardTo }) {
  return (
    <Gate who="staff" words="花名册由社区工作人员来看。" rows={5} screen={SCREEN}>
      {({ unitId, role }) => <Register unitId={unitId} place={role.unitName} {...ways} />}
    </Gate>
  );
}
