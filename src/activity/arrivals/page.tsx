import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { HELPED_AT_ONCE } from '../../../cloudfunctions/values/activities';
import { useRead } from '../../api/use-read';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { PersonRow } from '../../components/person-row';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { namesWords } from '../../household/find/person-words';
import { useWide } from '../../theme/use-wide';
import { goTo } from '../../ways';
import { timeWords } from '../../words/dates';
import { Hints } from '../hints';
import type { Arrival } from '../live-code/merge-arrivals';
import { useArrivals } from '../live-code/use-arrivals';
import { Pace } from '../pace';
import { Help } from './help';
import { NotYet, useNotYet } from './not-yet';
import { type Help as Helping, useHelp } from './use-help';
import './page.scss';

const HOW: Record<Arrival['how'], string> = {
  scan: '自己扫码',
  typed: '自己输数字',
  brought: '家人带来',
  personalCode: '扫个人码',
  card: '扫积分卡',
  name: '工作人员记的',
};
type Seen = ReturnType<typeof useArrivals>;

function Numbers({ seen, id }: { seen: NonNullable<Seen['seen']>; id: string }) {
  const { attendedCount, signedUpCount, waitingCount, walkInCount, perMinute, serverNowMs } = seen;
  const signed = [
    signedUpCount > 0 ? `报名 ${signedUpCount} 位` : '',
    waitingCount > 0 ? `排队 ${waitingCount} 位` : '',
    walkInCount > 0 ? `没报也来 ${walkInCount} 位` : '',
  ].filter(Boolean);
  const lines = attendedCount === 0 && signed.length === 0 ? ['来一位，这里马上就有'] : signed;
  return (
    <Card className="arrivals-numbers">
      <View className="num arrivals-count">{attendedCount}</View>
      <View className="grow">
        <View className="strong">位邻居到了</View>
        {lines.map((line) => (
          <View key={line} className="t-sub">
            {line}
          </View>
        ))}
      </View>
      <Pace perMinute={perMinute} nowMs={serverNowMs} />
      {signedUpCount + waitingCount > 0 && (
        <Button small icon="list" onTap={() => goTo('staff/signed-up', { id })}>
          报名名单
        </Button>
      )}
    </Card>
  );
}

const NOBODY = {
  icon: 'people',
  title: '还没有人到',
  words: '亮出签到码，扫了的会出现在这里。没带手机的，可以帮他记。',
} as const;

function Arrived({ arrivals, id }: { arrivals: Seen; id: string }) {
  const { seen, refusal, look, older } = arrivals;
  return (
    <View className="stack">
      {seen && <Numbers seen={seen} id={id} />}
      {seen && <Hints hints={seen.hints} activityId={id} />}
      <ListPage
        of={{ data: seen?.arrivals, refusal, reload: look, ...older }}
        failed="名单没能打开"
        rows={5}
        empty={NOBODY}
        more="看更早到的"
      >
        {(all) => (
          <List label="到了的人">
            {all.map(({ residentId, name, how, atMs }) => (
              <PersonRow key={residentId} name={name} note={`${timeWords(atMs)} · ${HOW[how]}`} />
            ))}
          </List>
        )}
      </ListPage>
    </View>
  );
}

function Foot({ help, points }: { help: Helping; points: number | undefined }) {
  const { picked } = help;
  const blocked =
    picked.length === 0
      ? '先找到人，点一下名字'
      : picked.length > HELPED_AT_ONCE
        ? `一次最多 ${HELPED_AT_ONCE} 位`
        : undefined;
  return (
    <ActionBar note={picked.length > 0 && namesWords(picked.map(({ name }) => name))}>
      <Button kind="primary" busy={help.busy} blocked={blocked} onTap={() => void help.checkIn()}>
        {picked.length > 0 ? `给 ${picked.length} 位邻居签到${points ? `，各 ${points} 分` : ''}` : '帮他签到'}
      </Button>
    </ActionBar>
  );
}

interface DoorProps {
  activityId: string;
  /** Left out where people are looked for beside the list anyway. */
  onFind?: (() => void) | undefined;
  onScan: () => void;
}

const AtTheDoor = ({ activityId, onFind, onScan }: DoorProps) => (
  <ActionBar>
    <Button icon="code" label="亮签到码" onTap={() => goTo('staff/live-code', { id: activityId })}>
      亮码
    </Button>
    {onFind && (
      <Button icon="search" label="没带手机的，找到人帮他记" onTap={onFind}>
        找人
      </Button>
    )}
    <Button kind="primary" icon="scan" onTap={onScan}>
      扫下一位
    </Button>
  </ActionBar>
);

type Side = 'here' | 'notYet' | 'help';

/** Who is here, or who is being helped; and how often the next one is to be scanned. */
function useDoorView(begunWith: string | undefined, help: Helping) {
  const begins = begunWith === 'help' || begunWith === 'scan' ? 'help' : 'here';
  const [view, setView] = useState<Side>(begins);
  const [scans, setScans] = useState(begunWith === 'scan' ? 1 : 0);
  const find = () => {
    setScans(0);
    setView('help');
  };
  const scanNext = () => {
    help.finder.clear();
    setScans(scans + 1);
    setView('help');
  };
  return { view, setView, scans, find, scanNext, hasBegun: help.picked.length > 0 || help.finder.searching };
}

const counted = (count: number | undefined) => (count === undefined ? {} : { count });

interface ViewsProps {
  wide: boolean;
  /** People sign up for it: somebody may still be to come. */
  signsUp: boolean;
  arrived: number | undefined;
  toCome: number | undefined;
  view: Side;
  onChoose: (view: Side) => void;
}

/** Who is here, who is still to come; on a phone also the way to help somebody, which stands beside them at a desk. */
function Views({ wide, signsUp, arrived, toCome, view, onChoose }: ViewsProps) {
  if (wide && !signsUp) return null;
  const items: { key: Side; word: string; count?: number }[] = [
    { key: 'here', word: '到了的', ...counted(arrived) },
    ...(signsUp ? [{ key: 'notYet' as const, word: '还没到', ...counted(toCome) }] : []),
    ...(wide ? [] : [{ key: 'help' as const, word: '帮他记' }]),
  ];
  return (
    <Segments<Side> label="看什么" items={items} chosen={wide && view === 'help' ? 'here' : view} onChoose={onChoose} />
  );
}

/** Who has come, who is still to come, and those who came without a phone. */
export default function ArrivalsPage() {
  const { id = '', view: begunWith } = useRouter().params;
  const wide = useWide();
  const { data: activity } = useRead('activity.get', { activityId: id });
  const arrivals = useArrivals(id, false);
  const help = useHelp(id, () => void arrivals.look());
  const { view, setView, scans, find, scanNext, hasBegun } = useDoorView(begunWith, help);
  const signsUp = activity?.signUp === 'open';
  const notYet = useNotYet(id, signsUp);
  const hereIds = new Set(arrivals.seen?.arrivals.map(({ residentId }) => residentId));
  const helping = wide || view === 'help';
  const foot =
    (helping || view === 'notYet') && hasBegun ? (
      <Foot help={help} points={activity?.points} />
    ) : (
      <AtTheDoor activityId={id} onFind={wide ? undefined : find} onScan={scanNext} />
    );
  const list = view === 'notYet' ? <NotYet notYet={notYet} help={help} /> : <Arrived arrivals={arrivals} id={id} />;
  return (
    <Screen title={activity?.title ?? '签到名单'} shell="staff" actions={foot}>
      <Views
        {...{ wide, signsUp, view }}
        arrived={arrivals.seen?.attendedCount}
        toCome={notYet.count}
        onChoose={setView}
      />
      <View className="columns">
        {helping && <Help help={help} hereIds={hereIds} scans={scans} />}
        {(wide || view !== 'help') && list}
      </View>
    </Screen>
  );
}
