import { View } from '@tarojs/components';
import { DAY_MS } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { List } from '../../components/list';
import { ListAndDetail } from '../../components/list-and-detail';
import { ListPage } from '../../components/list-page';
import { PersonRow } from '../../components/person-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { Tag } from '../../components/tag';
import { clock } from '../../device/clock';
import { useWide } from '../../theme/use-wide';
import { momentWords } from '../../words/dates';
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

function Waiting({ all, opened }: { all: Applications; opened: Application | undefined }) {
  const { applications: data, refusal, reload } = all;
  return (
    <View className="stack">
      {all.told && <Alert kind="done" title={all.told} />}
      <ListPage
        of={{ data, refusal, reload }}
        failed="申请没能打开"
        empty={NOBODY}
        end={all.hasMore ? `先列等得最久的 ${PAGE_MAX} 件，办好了后面的会接上` : '就这些了，等得最久的排在最前'}
      >
        {(applications) => (
          <List label="等着办的申请">
            {applications.map((one) => (
              <Row key={one.applicationId} all={all} application={one} opened={one === opened} />
            ))}
          </List>
        )}
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
