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
import type { Arrival } from '../live-code/merge-arrivals';
import { useArrivals } from '../live-code/use-arrivals';
import { Help } from './help';
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
  const { attendedCount, signedUpCount, waitingCount } = seen;
  const signed = [
    signedUpCount > 0 ? `${signedUpCount} 人报了名` : '',
    waitingCount > 0 ? `${waitingCount} 人在排队` : '',
  ].filter(Boolean);
  return (
    <Card className="arrivals-numbers">
      <View className="num arrivals-count">{attendedCount}</View>
      <View>
        <View className="strong">位邻居到了</View>
        <View className="t-sub">{signed.join('，') || '来一位，这里马上就有'}</View>
      </View>
      {signed.length > 0 && (
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

const ToHelp = ({ onTap }: { onTap: () => void }) => (
  <ActionBar>
    <Button kind="primary" icon="people" onTap={onTap}>
      没带手机的，帮他记
    </Button>
  </ActionBar>
);

/** Who has come, and those who came without a phone. */
export default function ArrivalsPage() {
  const { id = '', view: begunWith } = useRouter().params;
  const [view, setView] = useState<'here' | 'help'>(begunWith === 'help' ? 'help' : 'here');
  const wide = useWide();
  const activity = useRead('activity.get', { activityId: id });
  const arrivals = useArrivals(id, false);
  const help = useHelp(id, () => void arrivals.look());
  const hereIds = new Set(arrivals.seen?.arrivals.map(({ residentId }) => residentId));
  const helping = wide || view === 'help';
  return (
    <Screen
      title={activity.data?.title ?? '签到名单'}
      shell="staff"
      actions={helping ? <Foot help={help} points={activity.data?.points} /> : <ToHelp onTap={() => setView('help')} />}
    >
      {!wide && (
        <Segments
          label="看什么"
          items={[
            { key: 'here', word: '到了的', ...(arrivals.seen && { count: arrivals.seen.attendedCount }) },
            { key: 'help', word: '帮他记' },
          ]}
          chosen={view}
          onChoose={setView}
        />
      )}
      <View className="columns">
        {helping && <Help help={help} hereIds={hereIds} />}
        {(wide || view === 'here') && <Arrived arrivals={arrivals} id={id} />}
      </View>
    </Screen>
  );
}
