import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { useRead } from '../../api/use-read';
import { readWhole } from '../../api/use-whole';
import { Answer as Answered } from '../../components/answer';
import { DataTable } from '../../components/data-table';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useSheet } from '../../components/data-table/use-sheet';
import { Filters } from '../../components/filters';
import { filterWords } from '../../components/filters/in-force';
import { List } from '../../components/list';
import { ListFoot } from '../../components/list-foot';
import { ListRow } from '../../components/list-row';
import { EmptyState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Gate } from '../../session/gate';
import { roleWords } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { goTo } from '../../ways';
import { monthWords } from '../../words/dates';
import { Band } from './band';
import { columnsFor } from './columns';
import { CommunityView } from './community-view';
import { Desk } from './desk';
import { type Answer, type CountedUnit, countedOf, countedWords, type Units, useUnits } from './use-units';
import './page.scss';

const VIEWS = [
  { key: 'households', word: '按户看' },
  { key: 'people', word: '按人看' },
] as const;
const keyOf = ({ unitId }: CountedUnit) => unitId;

function Elsewhere() {
  return (
    <List label="管理">
      <ListRow icon="person" title="人员和机构" note="谁在做什么，开通权限" onTap={() => goTo('staff/team')} />
      <ListRow
        icon="swap"
        title="机构变动"
        note="哪里改了名、合并了、重划了"
        onTap={() => goTo('staff/unit-changes')}
      />
      <ListRow
        icon="book"
        title="指导标准"
        note="分值的范围，社区在里面定自己的"
        onTap={() => goTo('staff/guidelines')}
      />
      <ListRow icon="gift" title="奖励种类" note="自己发文定的，社区照着开" onTap={() => goTo('staff/kinds')} />
    </List>
  );
}

function useUnitSheet(of: Units, place: string, first: Answer) {
  const { month } = countedOf(first.months);
  return useSheet<CountedUnit>({
    title: '各社区参与情况',
    about: [place, monthWords(month), filterWords(of.filters, of.inForce), countedWords(first)].filter(Boolean),
    columns: columnsFor(of),
    keyOf,
    whole: () => readWhole('oversight.participation', { ...of.question, limit: PAGE_MAX }, 'units'),
  });
}

const NONE = { icon: 'home', title: '没有这样的社区', words: '去掉一个条件再看看。' } as const;
const NONE_YET = { icon: 'home', title: '还没有社区', words: '社区开通以后，会列在这里。' } as const;

function Shown({ of, first, place }: { of: Units; first: Answer; place: string }) {
  const wide = useWide();
  const sheet = useUnitSheet(of, place, first);
  const { months, filters, inForce, sift, view, choose, units, list, question } = of;
  const columns = columnsFor(of);
  const open = ({ unitId }: CountedUnit) => goTo('staff/units', { id: unitId, back: question.monthsBack });
  return (
    <View className="stack desk-page">
      <View className="list-tools units-head">
        <View className="grow">
          <Filters filters={months} inForce={inForce} onChange={sift} />
        </View>
        <View className="t-sub">{`${countedWords(first)}${first.isDemo ? ' · 样例数据' : ''}`}</View>
        <SheetTools sheet={sheet} />
      </View>
      <SheetTold sheet={sheet} />
      <Band first={first} />
      <View className="row units-sieve">
        <View className="grow">
          <Filters filters={filters} inForce={inForce} onChange={sift} />
        </View>
        <View>
          <Segments wrap label="怎么看" items={VIEWS} chosen={view} onChoose={choose} />
        </View>
        <View className="t-sub">{`${first.count} 个社区和村`}</View>
      </View>
      {units.length === 0 && <EmptyState {...(filterWords(filters, inForce) ? NONE : NONE_YET)} />}
      {units.length > 0 && wide && (
        <Desk
          {...{ of, columns }}
          count={first.count}
          pane={(unit) => <CommunityView key={unit.unitId} unit={unit} monthsBack={question.monthsBack} />}
        />
      )}
      {units.length > 0 && !wide && (
        <>
          <DataTable label="各社区" rows={units} onOpen={open} groupOf={({ above }) => above} {...{ columns, keyOf }} />
          <ListFoot list={list} more="再看一些" />
        </>
      )}
    </View>
  );
}

function Below({ unitId, place }: { unitId: string; place: string }) {
  const wide = useWide();
  const of = useUnits(unitId);
  const { refusal, reload } = of.list;
  const shown = (
    <Answered of={{ data: of.first, refusal, reload }} failed="各社区没能打开" rows={6}>
      {(first) => <Shown {...{ of, first, place }} />}
    </Answered>
  );
  if (wide) return shown;
  return (
    <View className="stack">
      <Elsewhere />
      {shown}
    </View>
  );
}

/** On a phone a community is a page of its own. */
function One({ id, monthsBack }: { id: string; monthsBack: number }) {
  const asked = useRead('oversight.participation', { unitId: id, monthsBack });
  return (
    <Answered of={asked} failed="这个社区没能打开" rows={5}>
      {({ units: [unit] }) => (unit ? <CommunityView {...{ unit, monthsBack }} /> : <EmptyState {...NONE} />)}
    </Answered>
  );
}

const SCREEN = { title: '各社区', shell: 'staff' } as const;

export default function UnitsPage() {
  const { id, back } = useRouter().params;
  const wide = useWide();
  return (
    <Gate who="supervisor" words="社区自己的事在工作台里办。" failed="各社区没能打开" rows={5} screen={SCREEN}>
      {({ me, role, unitId }) => (
        <Screen {...SCREEN} className="desk-fit" lead={id ? undefined : roleWords(me)}>
          {id && !wide ? (
            <One id={id} monthsBack={Number(back) || 0} />
          ) : (
            <Below unitId={unitId} place={role.unitName} />
          )}
        </Screen>
      )}
    </Gate>
  );
}
