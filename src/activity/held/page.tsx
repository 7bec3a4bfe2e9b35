import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import type { RequestFor } from '../../api';
import { usePages } from '../../api/use-pages';
import { readWhole } from '../../api/use-whole';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import type { Column } from '../../components/data-table';
import { DeskList } from '../../components/data-table/desk-list';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useSheet } from '../../components/data-table/use-sheet';
import { useSorting } from '../../components/data-table/use-sorting';
import { Field } from '../../components/field';
import { Filters } from '../../components/filters';
import { askedBy, type Filter, soughtWords } from '../../components/filters/in-force';
import { useSifting } from '../../components/filters/use-sifting';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { Screen } from '../../components/screen';
import { Tag } from '../../components/tag';
import { clock } from '../../device/clock';
import { Gate } from '../../session/gate';
import { useWide } from '../../theme/use-wide';
import { goTo } from '../../ways';
import { fullDayWords, hoursWords, weekdayOf } from '../../words/dates';
import { type Held, heldState, signedUpWords } from './words';

type Asked = RequestFor<'activity.held'>;

const dayOf = ({ startsAtMs }: Held) => {
  const date = businessDate(startsAtMs);
  return `${fullDayWords(date)} ${weekdayOf(date)}`;
};
const hoursOf = ({ startsAtMs, endsAtMs }: Held) => hoursWords(startsAtMs, endsAtMs);
const State = ({ held }: { held: Held }) => <Tag {...heldState(held, clock())} />;

const COLUMNS: readonly Column<Held>[] = [
  { key: 'title', title: '活动', cell: ({ title }) => title, sortKey: 'title' },
  { key: 'day', title: '哪一天', cell: dayOf, sortKey: 'time' },
  { key: 'hours', title: '几点', cell: hoursOf },
  { key: 'place', title: '地点', cell: ({ place }) => place, sortKey: 'place' },
  { key: 'host', title: '谁办的', cell: ({ societyName }) => societyName ?? '社区', shown: 'wide' },
  {
    key: 'signedUp',
    title: '报名',
    cell: signedUpWords,
    sortKey: 'signedUp',
    align: 'right',
  },
  { key: 'attended', title: '到了', cell: ({ attendedCount }) => attendedCount, sortKey: 'attended', align: 'right' },
  {
    key: 'state',
    title: '状态',
    cell: (held) => <State held={held} />,
    text: (held) => heldState(held, clock()).children,
  },
];

const FILTERS: readonly Filter<NonNullable<Asked['only']>>[] = [
  {
    key: 'when',
    word: '什么时候',
    options: [
      { key: 'today', word: '今天的', only: { when: 'today' } },
      { key: 'coming', word: '还没开始的', only: { when: 'coming' } },
      { key: 'over', word: '结束了的', only: { when: 'over' } },
    ],
  },
  {
    key: 'cancelled',
    word: '取消没有',
    options: [
      { key: 'stands', word: '没取消的', only: { cancelled: false } },
      { key: 'cancelled', word: '取消了的', only: { cancelled: true } },
    ],
  },
  {
    key: 'signUp',
    word: '要不要报名',
    options: [
      { key: 'open', word: '要报名', only: { signUp: true } },
      { key: 'none', word: '不用报名', only: { signUp: false } },
    ],
  },
  {
    key: 'host',
    word: '谁办的',
    options: [
      { key: 'community', word: '社区办的', only: { bySociety: false } },
      { key: 'society', word: '社团办的', only: { bySociety: true } },
    ],
  },
];

const keyOf = ({ activityId }: Held) => activityId;
const open = (id: string) => goTo('staff/activity-edit', { id });
const NONE = { icon: 'calendar', title: '没有这样的活动', words: '去掉一个条件再看看，或者办一场新的。' } as const;
const SCREEN = { title: '活动', shell: 'staff' } as const;

function useHeld(unitId: string, place: string) {
  const { sort, sorting } = useSorting<NonNullable<Asked['sort']>['by']>('near');
  const { inForce, sift, typed, type, query } = useSifting();
  const question = { unitId, sort, only: askedBy(FILTERS, inForce), ...(query && { query }) };
  const { pages, ready, ...list } = usePages('activity.held', question);
  const rows = pages.flatMap((page) => page.activities);
  const words = soughtWords(FILTERS, inForce, query);
  const sheet = useSheet({
    title: '活动',
    about: [place, words || '全部', fullDayWords(businessDate(clock()))],
    columns: COLUMNS,
    keyOf,
    whole: () => readWhole('activity.held', { ...question, limit: PAGE_MAX }, 'activities'),
  });
  const data = ready ? rows : undefined;
  return { sorting, inForce, sift, typed, type, rows, count: pages[0]?.count ?? 0, list: { ...list, data }, sheet };
}
type HeldList = ReturnType<typeof useHeld>;

const New = ({ small = false }: { small?: boolean }) => (
  <Button kind="primary" small={small} icon="plus" onTap={() => goTo('staff/activity-edit')}>
    办活动
  </Button>
);

function Table({ held }: { held: HeldList }) {
  const { rows, count, list, sorting, sheet, inForce } = held;
  const instead = <ListPage of={list} failed="活动没能打开" rows={5} empty={NONE} />;
  return (
    <DeskList
      key={JSON.stringify(inForce)}
      label="活动"
      one="场"
      columns={COLUMNS}
      edit={{ word: '打开', go: open }}
      {...{ rows, keyOf, count, list, sorting, sheet, instead }}
    />
  );
}

const Rows = ({ list }: Pick<HeldList, 'list'>) => (
  <ListPage of={list} failed="活动没能打开" rows={5} empty={NONE} more="再看一些">
    {(all) => (
      <List label="活动">
        {all.map((held) => (
          <ListRow
            key={keyOf(held)}
            title={held.title}
            note={
              <>
                <View>{`${dayOf(held)} ${hoursOf(held)}`}</View>
                <View>{held.place}</View>
                <State held={held} />
              </>
            }
            trail={held.startsAtMs < clock() && <View className="t-sub">{`到了 ${held.attendedCount} 人`}</View>}
            onTap={() => open(keyOf(held))}
          />
        ))}
      </List>
    )}
  </ListPage>
);

function Activities({ unitId, place }: { unitId: string; place: string }) {
  const held = useHeld(unitId, place);
  const { inForce, sift, typed, type, count, list, sheet } = held;
  const wide = useWide();
  return (
    <View className="stack desk-page">
      <View className="list-tools">
        <View className="grow">
          <Field
            label="找活动"
            labelHidden
            kind="search"
            icon="search"
            example="名称或地点"
            value={typed}
            onInput={type}
          />
        </View>
        <SheetTools sheet={sheet} />
        {wide && <New small />}
      </View>
      <View className="list-tools">
        <View className="grow">
          <Filters filters={FILTERS} inForce={inForce} onChange={sift} />
        </View>
        {list.data && <View className="t-sub">{`一共 ${count} 场`}</View>}
      </View>
      <SheetTold sheet={sheet} />
      {wide ? <Table held={held} /> : <Rows list={list} />}
    </View>
  );
}

/** What the community holds and has held: by day, by how many came, to be printed and saved. */
export default function HeldPage() {
  const wide = useWide();
  const actions = !wide && (
    <ActionBar>
      <New />
    </ActionBar>
  );
  return (
    <Gate who="staff" words="活动由社区工作人员来办。" rows={5} screen={SCREEN}>
      {({ communityId, role }) => (
        <Screen {...SCREEN} className="desk-fit" actions={actions}>
          <Activities unitId={communityId} place={role.unitName} />
        </Screen>
      )}
    </Gate>
  );
}
