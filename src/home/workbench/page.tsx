import { View } from '@tarojs/components';
import { DAY_MS } from '../../../cloudfunctions/values/dates';
import { ItemRow } from '../../award/award/item-step';
import { ActionBar } from '../../components/action-bar';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { EmptyState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { menuGroups } from '../../components/side-menu/entries';
import { Tappable } from '../../components/tappable';
import { clock } from '../../device/clock';
import type { Me } from '../../session';
import { Gate } from '../../session/gate';
import { allowedKeys, roleWords } from '../../session/work';
import { goTo, pageOf, startAt } from '../../ways';
import { timeWords } from '../../words/dates';
import { LateSheets } from './late-sheet-list';
import { Today } from './today';
import { useWorkbench, type Waiting, type Workbench } from './use-workbench';
import './page.scss';

/** How long the one that has waited longest has waited. */
function agoWords({ count, oldestAtMs }: Waiting): string {
  if (count === 0) return '没有人在等';
  const days = Math.floor((clock() - (oldestAtMs ?? clock())) / DAY_MS);
  return days > 0 ? `最久等了 ${days} 天` : '今天来的';
}

function Tile({
  word,
  count,
  note,
  onTap,
}: {
  word: string;
  count: number | undefined;
  note: string;
  onTap: () => void;
}) {
  return (
    <Card className="workbench-tile" onTap={onTap} label={`${word} ${count ?? ''}，${note}`}>
      <View className="workbench-tile-head">
        <View className="strong">{word}</View>
        <View className="num workbench-count">{count ?? '–'}</View>
      </View>
      <View className="t-sub">{note}</View>
    </Card>
  );
}

function WaitingTile({ word, of, path }: { word: string; of: Waiting | undefined; path: string }) {
  return <Tile word={word} count={of?.count} note={of ? agoWords(of) : '还不知道'} onTap={() => goTo(path)} />;
}

function Tiles({ bench }: { bench: Workbench }) {
  const { activities, applications, corrections, decides } = bench;
  const next = activities?.find(({ endsAtMs }) => endsAtMs > clock());
  const today = !next
    ? activities?.length
      ? '今天的都办完了'
      : '今天没有'
    : `${next.startsAtMs > clock() ? '下一场' : '正在办'} ${timeWords(next.startsAtMs)}`;
  return (
    <View className="workbench-tiles">
      <WaitingTile word="加入申请" of={applications} path="staff/applications" />
      {decides && <WaitingTile word="等着改正" of={corrections} path="staff/corrections" />}
      <Tile word="今日活动" count={activities?.length} note={today} onTap={() => goTo('staff/activity-edit')} />
    </View>
  );
}

function Given({ bench }: { bench: Workbench }) {
  const today = bench.recent?.today;
  return (
    <Card
      className="workbench-given"
      onTap={() => goTo('staff/given')}
      label={`今天发了${today ? ` ${today.people} 人次，${today.points} 分` : ''}，看今天我给的`}
    >
      <View className="grow">
        <View className="strong">今天发了</View>
        <View className="t-sub">看今天我给的</View>
      </View>
      {today ? (
        <View className="row">
          <View className="t-sub">{`${today.people} 人次`}</View>
          <View className="jade strong">{`${today.points} 分`}</View>
        </View>
      ) : (
        <View className="t-sub">还不知道</View>
      )}
    </Card>
  );
}

/** What stands on the workbench itself, or in its bar. */
const HERE: readonly string[] = ['workbench', 'award'];

/** The side menu of the desk, for a phone. */
function Ways({ me }: { me: Me }) {
  const allowed = allowedKeys(me);
  const entries = menuGroups.flatMap((group) => group.entries);
  return (
    <View className="workbench-ways">
      {entries
        .filter(({ key }) => allowed.includes(key) && !HERE.includes(key))
        .map(({ key, path, icon, word }) => (
          <Tappable key={key} className="workbench-way" role="link" onTap={() => goTo(pageOf(path))}>
            <View className="tile tile-big workbench-way-tile">
              <Icon name={icon} />
            </View>
            <View>{word}</View>
          </Tappable>
        ))}
    </View>
  );
}

function Handy({ bench }: { bench: Workbench }) {
  if (bench.handy.length === 0)
    return <EmptyState icon="book" title="还没有积分项目" words="社区管理员发布以后，这里就能直接发。" />;
  return (
    <List label="常发的">
      {bench.handy.map((item) => (
        <ItemRow key={item.itemId} item={item} onTap={() => goTo('staff/award', { item: item.itemId })} />
      ))}
    </List>
  );
}

function Bench({ bench, me }: { bench: Workbench; me: Me }) {
  return (
    <View className="columns">
      <View>
        <View className="workbench-narrow">
          <Tiles bench={bench} />
        </View>
        <SectionHeader title="今天的活动" />
        <Today bench={bench} />
        <LateSheets late={bench.lateSheets} />
        <SectionHeader title={bench.often.length > 0 ? '常发的' : '可以发的'} note="点一下，选人就发" />
        <Handy bench={bench} />
      </View>
      <View className="stack workbench-side">
        <View className="workbench-wide">
          <Tiles bench={bench} />
        </View>
        <Given bench={bench} />
        <Ways me={me} />
      </View>
    </View>
  );
}

const SCREEN = {
  title: '工作台',
  shell: 'staff',
  bar: 'root',
  tools: (
    <Tappable className="workbench-home" role="link" label="回首页" onTap={() => startAt('pages/home')}>
      <Icon name="home" />
    </Tappable>
  ),
} as const;

function Day({ me }: { me: Me }) {
  const bench = useWorkbench();
  const { ready, refusal, reload } = bench;
  return (
    <Screen
      {...SCREEN}
      lead={me.resident ? `${me.resident.name} · ${roleWords(me)}` : undefined}
      actions={
        <ActionBar>
          <Button kind="primary" icon="plus" onTap={() => goTo('staff/award')}>
            发积分
          </Button>
        </ActionBar>
      }
    >
      <Answer of={{ data: ready ? bench : undefined, refusal, reload }} failed="工作台没能打开" rows={6}>
        {(known) => <Bench bench={known} me={me} />}
      </Answer>
    </Screen>
  );
}

export default function WorkbenchPage() {
  return (
    <Gate
      who="staff"
      words="你要是网格员或社区工作人员，请社区管理员给你开通。"
      failed="工作台没能打开"
      rows={6}
      screen={SCREEN}
    >
      {({ me }) => <Day me={me} />}
    </Gate>
  );
}
