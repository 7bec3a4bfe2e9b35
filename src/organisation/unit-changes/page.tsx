import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { UNIT_CHANGES, type UnitChangeKind } from '../../../cloudfunctions/values/units';
import { usePages } from '../../api/use-pages';
import { readWhole } from '../../api/use-whole';
import { Clamped } from '../../components/clamped';
import type { Column } from '../../components/data-table';
import { DeskList } from '../../components/data-table/desk-list';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useSheet } from '../../components/data-table/use-sheet';
import { Filters } from '../../components/filters';
import { askedBy, type Filter, filterWords, type InForce } from '../../components/filters/in-force';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { Screen } from '../../components/screen';
import { clock } from '../../device/clock';
import type { Me } from '../../session';
import { Gate } from '../../session/gate';
import { useWide } from '../../theme/use-wide';
import { fullDayWords, momentWords } from '../../words/dates';
import { countWords } from '../../words/figures';
import { type Names, readPeople } from '../people-names';
import { PositionChoice } from '../team/position-choice';
import { type Position, positionWords } from '../team/positions';
import { usePosition } from '../team/use-team';
import { besideWords, enteredWords, KIND_WORDS, sentenceOf, sinceWords, type UnitChange, whereWords } from './words';

type Told = UnitChange & { readonly byName: string | undefined };

const COLUMNS: readonly Column<Told>[] = [
  { key: 'day', title: '从哪天起', cell: ({ fromOn }) => fullDayWords(fromOn) },
  { key: 'kind', title: '什么事', cell: ({ kind }) => KIND_WORDS[kind] },
  { key: 'where', title: '在哪里', cell: whereWords },
  { key: 'before', title: '原来', cell: ({ name }) => name },
  { key: 'since', title: '改成、并到、划到', cell: sinceWords },
  { key: 'households', title: '过去多少户', cell: ({ households }) => households ?? '', align: 'right' },
  {
    key: 'because',
    title: '文号，或者为什么',
    cell: ({ because }) => <Clamped>{because}</Clamped>,
    text: ({ because }) => because,
  },
  { key: 'by', title: '谁记的', cell: ({ byName }) => enteredWords(byName), shown: 'wide' },
  { key: 'entered', title: '什么时候记的', cell: ({ changedAtMs }) => momentWords(changedAtMs), shown: 'wide' },
];

const FILTERS: readonly Filter<{ kind: UnitChangeKind }>[] = [
  {
    key: 'kind',
    word: '什么事',
    options: UNIT_CHANGES.map((kind) => ({ key: kind, word: KIND_WORDS[kind], only: { kind } })),
  },
];

const keyOf = ({ changeId }: UnitChange) => changeId;
const NONE = {
  icon: 'home',
  title: '还没有变动',
  words: '社区、网格改了名，并到了别处，或者划出了住户，都记在这里。',
} as const;
const NONE_OF_KIND = { icon: 'home', title: '没有这样的变动', words: '去掉上面的条件再看看。' } as const;

const enteredBy = (changes: readonly UnitChange[]) => [...new Set(changes.map(({ changedBy }) => changedBy))];
const withNames = (changes: readonly UnitChange[], names: Names): Told[] =>
  changes.map((change) => ({ ...change, byName: names.get(change.changedBy) }));

/** Who entered what is shown, each asked for once. */
function useNames(changes: readonly UnitChange[]): Names {
  const [names, know] = useState<Names>(new Map());
  const unknown = enteredBy(changes).filter((id) => !names.has(id));
  const key = unknown.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says whose name is wanted
  useEffect(() => {
    if (unknown.length === 0) return;
    const known: Names = new Map(names);
    void readPeople(unknown, known).then((refusal) => refusal ?? know(known));
  }, [key]);
  return names;
}

/** All of them, to be saved or printed. */
async function readTold(question: Parameters<typeof readWhole<'organisation.unitChanges', 'changes'>>[1]) {
  const answer = await readWhole('organisation.unitChanges', { ...question, limit: PAGE_MAX }, 'changes');
  if (!answer.ok) return answer;
  const names: Names = new Map();
  const refusal = await readPeople(enteredBy(answer.data), names);
  return refusal ?? { ...answer, data: withNames(answer.data, names) };
}

function useChanges(position: Position) {
  const [inForce, sift] = useState<InForce>({});
  const question = { unitId: position.unitId, below: true, ...askedBy(FILTERS, inForce) };
  const { pages, ready, ...list } = usePages('organisation.unitChanges', question);
  const changes = pages.flatMap((page) => page.changes);
  const rows = withNames(changes, useNames(changes));
  const sheet = useSheet({
    title: '机构变动',
    about: [positionWords(position), filterWords(FILTERS, inForce) || '全部', fullDayWords(businessDate(clock()))],
    columns: COLUMNS,
    keyOf,
    whole: () => readTold(question),
  });
  return { inForce, sift, rows, count: pages[0]?.count ?? 0, list: { ...list, data: ready ? rows : undefined }, sheet };
}

const Row = ({ change }: { change: Told }) => (
  <ListRow
    title={sentenceOf(change)}
    note={
      <>
        <View>{[`从 ${fullDayWords(change.fromOn)} 起`, besideWords(change)].filter(Boolean).join(' · ')}</View>
        <View>{change.because}</View>
        <View>{`${[enteredWords(change.byName), momentWords(change.changedAtMs)].filter(Boolean).join('，')} 记的`}</View>
      </>
    }
    trail={change.households !== null && <View className="t-sub">{`${countWords(change.households)} 户`}</View>}
  />
);

function Changes({ position }: { position: Position }) {
  const { inForce, sift, rows, count, list, sheet } = useChanges(position);
  const wide = useWide();
  const until = { failed: '机构变动没能打开', rows: 5, empty: filterWords(FILTERS, inForce) ? NONE_OF_KIND : NONE };
  return (
    <>
      <View className="list-tools">
        <View className="grow">
          <Filters filters={FILTERS} inForce={inForce} onChange={sift} />
        </View>
        {list.data && <View className="t-sub">{`一共 ${countWords(count)} 件`}</View>}
        <SheetTools sheet={sheet} />
      </View>
      <SheetTold sheet={sheet} />
      {wide ? (
        <DeskList
          key={JSON.stringify(inForce)}
          label="机构变动"
          one="件"
          columns={COLUMNS}
          instead={<ListPage of={list} {...until} />}
          {...{ rows, keyOf, count, list, sheet }}
        />
      ) : (
        <ListPage of={list} {...until} more="再看早些的">
          {(changes) => (
            <List label="机构变动">
              {changes.map((change) => (
                <Row key={keyOf(change)} change={change} />
              ))}
            </List>
          )}
        </ListPage>
      )}
    </>
  );
}

const SCREEN = { title: '机构变动', shell: 'staff' } as const;

function Below({ me }: { me: Me }) {
  const { positions, position, choose } = usePosition(me);
  if (!position) return null;
  return (
    <Screen {...SCREEN} className="desk-fit" lead={positionWords(position)}>
      <View className="stack desk-page">
        <PositionChoice {...{ positions, position, choose }} />
        <Changes key={position.unitId} position={position} />
      </View>
    </Screen>
  );
}

/** What became of the units below somebody: renamed, merged, redrawn, from which day and by which document. */
export default function UnitChangesPage() {
  return (
    <Gate who="appointer" words="机构变动由社区管理员和主管来看。" rows={5} screen={SCREEN}>
      {({ me }) => <Below me={me} />}
    </Gate>
  );
}
