import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionBar } from '../components/action-bar';
import { Alert } from '../components/alert';
import { Button } from '../components/button';
import { CountPanel } from '../components/count-panel';
import { type Column, DataTable } from '../components/data-table';
import { Field } from '../components/field';
import { Icon } from '../components/icon';
import { List } from '../components/list';
import { ListRow } from '../components/list-row';
import { Meter } from '../components/meter';
import { PersonRow } from '../components/person-row';
import { PointsBadge } from '../components/points-badge';
import { QrCode } from '../components/qr-code';
import { Screen } from '../components/screen';
import { SectionHeader } from '../components/section-header';
import { Segments } from '../components/segments';
import { StepBar } from '../components/step-bar';

const stay = () => {};
const people = [
  { name: '马淑珍', note: '80 岁 · 2号2单元803' },
  { name: '罗桂芳', note: '79 岁 · 15号4单元1802' },
  { name: '赵建国', note: '58 岁 · 21号2单元104' },
];

function People() {
  const [picked, setPicked] = useState<readonly string[]>(['马淑珍']);
  const [words, setWords] = useState('');
  const [from, setFrom] = useState('often');
  const toggle = (name: string) =>
    setPicked(picked.includes(name) ? picked.filter((other) => other !== name) : [...picked, name]);
  return (
    <Screen
      title="清洁家园 +5"
      shell="staff"
      actions={
        <ActionBar
          note={
            <>
              <View className="strong">已选 {picked.length} 人</View>
              <View className="t-sub">{picked.join('、')}</View>
            </>
          }
        >
          <Button kind="primary" blocked={picked.length === 0 ? '先选至少一位邻居' : undefined} onTap={stay}>
            下一步
          </Button>
        </ActionBar>
      }
    >
      <StepBar steps={['什么事', '哪些人', '确认']} current={1} />
      <View className="row">
        <View className="grow">
          <Field
            label="找人"
            labelHidden
            kind="search"
            icon="search"
            example="姓名、手机尾号"
            value={words}
            onInput={setWords}
          />
        </View>
        <Button icon="scan" small onTap={stay}>
          扫积分卡
        </Button>
      </View>
      <Segments
        label="从哪里选"
        chosen={from}
        onChoose={setFrom}
        items={[
          { key: 'often', word: '常来的' },
          { key: 'recent', word: '最近发过的' },
          { key: 'all', word: '全部名单', count: 41 },
        ]}
      />
      <List label="邻居">
        {people.map((person) => (
          <PersonRow
            key={person.name}
            {...person}
            picked={picked.includes(person.name)}
            onTap={() => toggle(person.name)}
          />
        ))}
        <PersonRow name="李桂芳" note="68 岁 · 15号1单元302" picked={false} blocked="今天记过了" onTap={stay} />
        <PersonRow name="王建平" note="61 岁 · 9号3单元501" picked={false} blocked="自家人" onTap={stay} />
      </List>
    </Screen>
  );
}

function Workbench() {
  return (
    <Screen
      title="工作台"
      lead="王敏 · 第二网格网格员"
      bar="root"
      shell="staff"
      actions={
        <ActionBar>
          <Button kind="primary" onTap={stay}>
            发积分
          </Button>
        </ActionBar>
      }
    >
      <SectionHeader title="今天的活动" action={{ word: '全部', onTap: stay }} />
      <List label="今天的活动">
        <ListRow
          title="清洁家园"
          note="28 分钟后，三号院"
          lead={<View className="strong">9:00</View>}
          trail={
            <Button small icon="code" onTap={stay}>
              亮签到码
            </Button>
          }
        />
        <ListRow icon="shield" title="义务巡逻" note="每人每天 1 次" trail={<PointsBadge points={4} />} onTap={stay} />
        <ListRow icon="heart" title="照看独居老人" note="每人每天 1 次，要写经过" onTap={stay} />
      </List>
      <SectionHeader title="本月能发的分" />
      <Meter value={814} max={1200} label="1200 分里还剩 814 分" />
      <View className="t-sub">还剩 814 / 1,200</View>
      <View className="stack gallery-gap">
        <Alert
          kind="refused"
          title="这张券已经用过了"
          action={{ word: '再扫一张', onTap: stay, icon: 'scan' }}
          trace="7D2-418"
        >
          11月6日 9:52 在浏河社区卫生服务中心用的。请居民看看是不是拿错了券。
        </Alert>
        <Alert kind="done" title="都记上了">
          3 位邻居各加 5 分。
        </Alert>
        <Alert kind="danger" title="离开就丢了">
          还有 2 条没有上传。
        </Alert>
      </View>
    </Screen>
  );
}

function LiveCode() {
  return (
    <Screen title="签到码" bar="bare" back="close" tone="jade">
      <View className="gallery-thanks">
        <View className="gallery-deed">清洁家园</View>
        <View>打开微信扫一扫，就签到了</View>
      </View>
      <CountPanel left={18} of={30}>
        <QrCode text="https://example.org/a/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" size={286} />
      </CountPanel>
      <View className="gallery-thanks gallery-gap">18 秒后换新码</View>
      <View className="row gallery-gap">
        <Icon name="offline" size={20} />
        没网也能出码
      </View>
    </Screen>
  );
}

interface Applicant {
  id: string;
  name: string;
  home: string;
  days: number;
}
const applicants: Applicant[] = [
  { id: '1', name: '刘春英', home: '3号1单元502', days: 2 },
  { id: '2', name: '陈国强', home: '6号2单元201', days: 5 },
  { id: '3', name: '马志强', home: '9号3单元1101', days: 1 },
];
const columns: Column<Applicant>[] = [
  { key: 'name', title: '姓名', cell: (row) => row.name, sortBy: (row) => row.name },
  { key: 'home', title: '住址', cell: (row) => row.home },
  {
    key: 'days',
    title: '已等',
    cell: (row) => `${row.days} 天`,
    sortBy: (row) => row.days,
    width: 120,
    align: 'right',
  },
];

function Applications() {
  const [picked, setPicked] = useState<readonly string[]>(['2']);
  const [opened, setOpened] = useState('2');
  return (
    <Screen title="加入申请" lead="3 件等你看，等得最久的排在最前" bar="root" shell="staff">
      <View className="columns">
        <DataTable
          label="加入申请"
          columns={columns}
          rows={applicants}
          keyOf={(row) => row.id}
          opened={opened}
          onOpen={(row) => setOpened(row.id)}
          picked={picked}
          onPick={setPicked}
        />
        <Alert title="陈国强的申请">选中一行，在这里看详情。</Alert>
      </View>
    </Screen>
  );
}

export const staffParts = { applications: Applications, people: People, workbench: Workbench, live: LiveCode };
