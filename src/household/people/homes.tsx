import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import type { DataOf, RequestFor } from '../../api';
import { usePages } from '../../api/use-pages';
import { readWhole } from '../../api/use-whole';
import type { Column } from '../../components/data-table';
import { DeskList } from '../../components/data-table/desk-list';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useSheet } from '../../components/data-table/use-sheet';
import { useSorting } from '../../components/data-table/use-sorting';
import { Filters } from '../../components/filters';
import { askedBy, type Filter, filterWords, type InForce } from '../../components/filters/in-force';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { clock } from '../../device/clock';
import { useWide } from '../../theme/use-wide';
import { goTo } from '../../ways';
import { fullDayWords } from '../../words/dates';
import type { HoldingsOf } from '../staff-household/member-panel';
import { PrintCards } from './print-cards';
import { RegisterScreen } from './register-screen';
import { placeWords, useGridFilter } from './sieve';
import { usePane } from './use-pane';

type Home = DataOf<'household.list'>['households'][number];
type Asked = RequestFor<'household.list'>;

const COLUMNS: readonly Column<Home>[] = [
  { key: 'number', title: '户编号', cell: ({ number }) => number, sortKey: 'number' },
  { key: 'head', title: '户主', cell: ({ headName }) => headName || '还没有', sortKey: 'head' },
  { key: 'address', title: '住址', cell: ({ address }) => address || '没有登记', sortKey: 'address' },
  { key: 'unit', title: '网格', cell: ({ unitName }) => unitName, sortKey: 'unit' },
  { key: 'size', title: '几口人', cell: ({ memberCount }) => memberCount, sortKey: 'size', align: 'right' },
  { key: 'bound', title: '绑了几个', cell: ({ boundCount }) => boundCount, align: 'right' },
  { key: 'card', title: '积分卡', cell: ({ hasCard }) => (hasCard ? '有' : '没有') },
  {
    key: 'pool',
    title: '家里的积分',
    cell: ({ poolAgreed }) => (poolAgreed ? '大人可以用' : '还没说好'),
    shown: 'wide',
  },
];

const FIXED: readonly Filter<NonNullable<Asked['only']>>[] = [
  { key: 'alone', word: '几个人住', options: [{ key: 'alone', word: '一个人住', only: { alone: true } }] },
  {
    key: 'bound',
    word: '微信绑没绑',
    options: [
      { key: 'some', word: '有人绑定', only: { bound: true } },
      { key: 'none', word: '没人绑定', only: { bound: false } },
    ],
  },
  {
    key: 'card',
    word: '积分卡',
    options: [
      { key: 'with', word: '有卡', only: { card: true } },
      { key: 'without', word: '没有卡', only: { card: false } },
    ],
  },
  { key: 'headed', word: '户主', options: [{ key: 'without', word: '没有户主', only: { headed: false } }] },
];

const keyOf = ({ householdId }: Home) => householdId;
const NONE = { icon: 'home', title: '没有这样的户', words: '去掉一个条件再看看。' } as const;

function useHomes(unitId: string, place: string) {
  const { sort, sorting } = useSorting<NonNullable<Asked['sort']>['by']>('number');
  const [inForce, sift] = useState<InForce>({});
  const grids = useGridFilter(unitId);
  const filters = [...grids, ...FIXED];
  const question = { unitId: inForce.unit ?? unitId, sort, only: askedBy(FIXED, inForce) };
  const { pages, ready, ...list } = usePages('household.list', question);
  const rows = pages.flatMap((page) => page.households);
  const sheet = useSheet({
    title: '家庭户',
    about: [place, filterWords(filters, inForce) || '全部', fullDayWords(businessDate(clock()))],
    columns: COLUMNS,
    keyOf,
    whole: () => readWhole('household.list', { ...question, limit: PAGE_MAX }, 'households'),
  });
  return {
    sorting,
    filters,
    inForce,
    sift,
    rows,
    count: pages[0]?.count ?? 0,
    list,
    sheet,
    data: ready ? rows : undefined,
  };
}

export interface PlaceProps {
  unitId: string;
  /** What the place is called. */
  place: string;
  /** It, and how many live there. */
  lead: string;
  holdings: HoldingsOf;
  /** The way between people and households. */
  views: ReactNode;
}

/** The households of a place, as the register counts them. */
export function Homes({ unitId, place, lead, holdings, views }: PlaceProps) {
  const { sorting, filters, inForce, sift, rows, count, list, sheet, data } = useHomes(unitId, place);
  const wide = useWide();
  const { pane } = usePane({ unitId, holdings, reload: list.reload });
  const empty = <ListPage of={{ ...list, data }} failed="名单没能打开" rows={5} empty={NONE} />;
  return (
    <RegisterScreen lead={lead} tools={views}>
      {!wide && views}
      <View className="list-tools">
        <View className="grow">
          <Filters filters={filters} inForce={inForce} onChange={sift} />
        </View>
        {data && <View className="t-sub">{`一共 ${count} 户`}</View>}
        <SheetTools sheet={sheet} />
      </View>
      <SheetTold sheet={sheet} />
      {wide ? (
        <DeskList
          key={JSON.stringify(inForce)}
          label="家庭户"
          one="户"
          columns={COLUMNS}
          instead={empty}
          deeds={(chosen) => (
            <PrintCards asked={{ of: 'householdIds', ids: chosen, place: placeWords(place, filters, inForce) }} />
          )}
          {...{ pane, rows, keyOf, count, list, sorting, sheet }}
        />
      ) : (
        <ListPage of={{ ...list, data }} failed="名单没能打开" rows={5} empty={NONE} more="再看一些">
          {(homes) => (
            <List label="家庭户">
              {homes.map((home) => (
                <ListRow
                  key={keyOf(home)}
                  title={home.headName ? `${home.headName}家` : home.number}
                  note={<View className="whole-words">{[home.number, home.address].filter(Boolean).join(' · ')}</View>}
                  trail={<View className="t-sub">{`${home.memberCount} 口人`}</View>}
                  onTap={() => goTo('staff/household', { id: keyOf(home) })}
                />
              ))}
            </List>
          )}
        </ListPage>
      )}
    </RegisterScreen>
  );
}
