import { View } from '@tarojs/components';
import { businessDate, DAY_MS } from '../../../cloudfunctions/values/dates';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { type Column, DataTable } from '../../components/data-table';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useRowKeys } from '../../components/data-table/use-row-keys';
import { useSheet } from '../../components/data-table/use-sheet';
import { Facts } from '../../components/facts';
import { List } from '../../components/list';
import { ListAndDetail } from '../../components/list-and-detail';
import { ListPage } from '../../components/list-page';
import { PersonRow } from '../../components/person-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { Tag } from '../../components/tag';
import { clock } from '../../device/clock';
import { useWork } from '../../session/use-work';
import { useWide } from '../../theme/use-wide';
import { fullDayWords, momentWords } from '../../words/dates';
import { Choices } from './choices';
import { type Application, decisionWord, toDecision } from './decision';
import { type Applications, useApplications } from './use-applications';

function waitedWords(createdAtMs: number): string {
  const days = Math.floor((clock() - createdAtMs) / DAY_MS);
  return days > 0 ? `等了 ${days} 天` : '今天来的';
}

function Row({ all, application, opened }: { all: Applications; application: Application; opened: boolean }) {
  const { name, age, address, createdAtMs } = application;
  return (
    <PersonRow
      name={name}
      note={[age === null ? '' : `${age} 岁`, address].filter(Boolean).join(' · ')}
      trail={opened ? <Tag kind="ok">正在看</Tag> : <Tag kind="wait">{waitedWords(createdAtMs)}</Tag>}
      onTap={() => all.choose(application)}
    />
  );
}

const NOBODY = {
  icon: 'done',
  title: '没有人在等',
  words: '有人申请加入社区，会出现在这里，也会在工作台提醒你。',
} as const;

const keyOf = ({ applicationId }: Application) => applicationId;
const COLUMNS: readonly Column<Application>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'age', title: '年龄', cell: ({ age }) => age ?? '', sortBy: ({ age }) => age ?? 0, align: 'right' },
  { key: 'address', title: '住址', cell: ({ address }) => address, sortBy: ({ address }) => address },
  { key: 'phone', title: '电话', cell: ({ phone }) => phone, shown: 'wide' },
  {
    key: 'waited',
    title: '等了多久',
    cell: ({ createdAtMs }) => waitedWords(createdAtMs),
    sortBy: ({ createdAtMs }) => -createdAtMs,
  },
  {
    key: 'alike',
    title: '花名册里',
    cell: ({ matches }) => (matches.length > 0 ? `像的有 ${matches.length} 位` : '没有像的'),
    sortBy: ({ matches }) => matches.length,
  },
];

/** All that wait, as a table; to be kept or printed, too. */
function Desk({ all, applications, opened }: DeskProps) {
  const { role } = useWork();
  const sheet = useSheet({
    title: '加入申请',
    about: [role?.unitName ?? '', fullDayWords(businessDate(clock()))],
    columns: COLUMNS,
    keyOf,
    whole: () => Promise.resolve({ ok: true, data: applications }),
  });
  return (
    <View className="stack">
      <View className="list-tools only-screen">
        <View className="t-sub grow">{`一共 ${applications.length} 件`}</View>
        <SheetTools sheet={sheet} />
      </View>
      <SheetTold sheet={sheet} />
      <DataTable
        label="等着办的申请"
        columns={COLUMNS}
        rows={applications}
        keyOf={keyOf}
        onOpen={all.choose}
        opened={opened && keyOf(opened)}
        keys={{}}
        useKeys={useRowKeys}
      />
    </View>
  );
}
interface DeskProps {
  all: Applications;
  applications: readonly Application[];
  opened: Application | undefined;
}

function Waiting({ all, opened }: { all: Applications; opened: Application | undefined }) {
  const { applications: data, refusal, reload } = all;
  const wide = useWide();
  return (
    <View className="stack">
      {all.told && <Alert kind="done" title={all.told} />}
      <ListPage of={{ data, refusal, reload }} failed="申请没能打开" empty={NOBODY} end="就这些了，等得最久的排在最前">
        {(applications) =>
          wide ? (
            <Desk all={all} applications={applications} opened={opened} />
          ) : (
            <List label="等着办的申请">
              {applications.map((one) => (
                <Row key={one.applicationId} all={all} application={one} opened={one === opened} />
              ))}
            </List>
          )
        }
      </ListPage>
    </View>
  );
}

function Opened({ all, application }: { all: Applications; application: Application }) {
  return (
    <View className="stack">
      <Card kind="soft">
        <View className="t-title strong">{application.name}</View>
        <Facts
          ruled={false}
          items={[
            { term: '电话', value: application.phone },
            { term: '住址', value: application.address },
            ...(application.age === null ? [] : [{ term: '年龄', value: `${application.age} 岁` }]),
            { term: '什么时候', value: momentWords(application.createdAtMs) },
          ]}
        />
      </Card>
      <RefusalAlert refusal={all.decideRefusal} onRetry={() => void all.decide(application)} />
      <SectionHeader title="他是谁" note={application.matches.length > 0 ? '花名册里有像的' : '花名册里没有像的'} />
      <Choices application={application} draft={all.draft} onChange={all.setDraft} />
    </View>
  );
}

function Foot({ all, application }: { all: Applications; application: Application }) {
  const decision = toDecision(all.draft);
  return (
    <ActionBar>
      <Button
        kind="primary"
        busy={all.busy}
        blocked={typeof decision === 'string' ? decision : undefined}
        onTap={() => void all.decide(application)}
      >
        {decisionWord(all.draft, application.name)}
      </Button>
    </ActionBar>
  );
}

/** Who asks to be recorded as living here, the one who has waited longest first. */
export default function ApplicationsPage() {
  const all = useApplications();
  const wide = useWide();
  const opened = all.opened ?? (wide ? all.applications?.[0] : undefined);
  return (
    <ListAndDetail
      title="加入申请"
      shell="staff"
      list={<Waiting all={all} opened={opened} />}
      detail={opened && <Opened key={opened.applicationId} all={all} application={opened} />}
      onClose={() => all.choose(undefined)}
      actions={opened && <Foot all={all} application={opened} />}
    />
  );
}
