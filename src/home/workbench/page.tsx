import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { ActionBar } from '../../components/action-bar';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Icon } from '../../components/icon';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { menuGroups } from '../../components/side-menu/entries';
import { Tappable } from '../../components/tappable';
import { clock } from '../../device/clock';
import type { Me } from '../../session';
import { Gate } from '../../session/gate';
import { allowedKeys, roleWords } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { goTo, pageOf, startAt } from '../../ways';
import { dayWords, greetingAt, timeWords, weekdayOf } from '../../words/dates';
import { numberWords } from '../../words/number';
import { Desk, DeskTools } from './desk';
import { Handy } from './handy';
import { type Way, waysOf } from './keys';
import { LateSheets } from './late-sheet-list';
import { Today } from './today';
import { useWorkbench, type Workbench } from './use-workbench';
import { type Kind, tileWords, WAITING_WORDS } from './waiting-words';
import './page.scss';

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

/** Everybody who works here looks after applications; of what else waits there is a tile while something does. */
const isShown = ({ kind, count }: Kind) => count > 0 || kind === 'application';

function WaitingTile({ kind, ways }: { kind: Kind; ways: readonly Way[] }) {
  const { word, key, list } = WAITING_WORDS[kind.kind];
  const way = ways.find((one) => one.key === key);
  const open = () => way && goTo(pageOf(way.path), { list });
  return <Tile word={word} count={kind.count} note={tileWords(kind, clock())} onTap={open} />;
}

function Tiles({ bench, me }: { bench: Workbench; me: Me }) {
  const { activities, waiting } = bench;
  const ways = waysOf(allowedKeys(me));
  const next = activities?.find(({ endsAtMs }) => endsAtMs > clock());
  const today = !next
    ? activities?.length
      ? '今天的都办完了'
      : '今天没有'
    : `${next.startsAtMs > clock() ? '下一场' : '正在办'} ${timeWords(next.startsAtMs)}`;
  return (
    <View className="workbench-tiles">
      {waiting.data?.kinds.filter(isShown).map((kind) => <WaitingTile key={kind.kind} {...{ kind, ways }} />) ?? (
        <Tile word="加入申请" count={undefined} note="还不知道" onTap={() => goTo('staff/applications')} />
      )}
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
      label={`今天我发的，一小时内能撤回${today ? `，${numberWords(today.people)} 人次，${numberWords(today.points)} 分` : ''}`}
    >
      <View className="grow">
        <View className="strong">今天我发的</View>
        <View className="t-sub">一小时内能撤回</View>
      </View>
      {today ? (
        <View className="row">
          <View className="t-sub">{`${numberWords(today.people)} 人次`}</View>
          <View className="jade strong">{`${numberWords(today.points)} 分`}</View>
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

/** On a phone. */
function Bench({ bench, me }: { bench: Workbench; me: Me }) {
  return (
    <View>
      <Tiles bench={bench} me={me} />
      <SectionHeader title="今天的活动" />
      <Today bench={bench} />
      <LateSheets late={bench.lateSheets} />
      <Handy bench={bench} />
      <View className="stack workbench-side">
        <Given bench={bench} />
        <Ways me={me} />
      </View>
    </View>
  );
}

function Award() {
  return (
    <ActionBar>
      <Button kind="primary" icon="plus" onTap={() => goTo('staff/award')}>
        发积分
      </Button>
    </ActionBar>
  );
}

function Home() {
  return (
    <Tappable className="workbench-home" role="link" label="回首页" onTap={() => startAt('pages/home')}>
      <Icon name="home" />
    </Tappable>
  );
}

/** At a desk what is looked for and given stands at the head of the page. */
function Tools() {
  return (
    <View className="row">
      <DeskTools />
      <Home />
    </View>
  );
}

const SCREEN = { title: '工作台', shell: 'staff', bar: 'root', tools: <Home /> } as const;

/** 11月7日 周六 · 有 18 件事等你 */
function dayLead(bench: Workbench): string {
  const today = businessDate(clock());
  const kinds = bench.waiting.data?.kinds;
  const count = kinds?.reduce((sum, kind) => sum + kind.count, 0);
  const waits = count === undefined ? '' : count > 0 ? `有 ${count} 件事等你` : '没有等着你的事';
  return [`${dayWords(today)} ${weekdayOf(today)}`, waits].filter(Boolean).join(' · ');
}

function Day({ me }: { me: Me }) {
  const wide = useWide();
  const bench = useWorkbench();
  const { ready, refusal, reload } = bench;
  const name = me.resident?.name;
  const frame = wide
    ? {
        ...SCREEN,
        title: name ? `${greetingAt(clock())}，${name}` : SCREEN.title,
        lead: dayLead(bench),
        tools: <Tools />,
      }
    : { ...SCREEN, lead: name && `${name} · ${roleWords(me)}`, actions: <Award /> };
  return (
    <Screen {...frame}>
      <Answer of={{ data: ready ? bench : undefined, refusal, reload }} failed="工作台没能打开" rows={6}>
        {(known) => (wide ? <Desk bench={known} me={me} /> : <Bench bench={known} me={me} />)}
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
