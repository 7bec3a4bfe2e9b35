import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/page-state';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { type Me, reloadMe, useMe } from '../../session';
import { joinDraftOf } from '../../session/join-draft';
import { keepInAddress, startAt, textOf } from '../../ways';
import { turnedDownWords } from '../../words/applications';
import { momentWords } from '../../words/dates';
import { ByApplication } from './by-application';
import { ByCard } from './by-card';
import { ByInvite } from './by-invite';
import { useApplication } from './use-application';

type Way = 'card' | 'apply' | 'invite';
const WAYS = [
  { key: 'card', word: '有积分卡' },
  { key: 'apply', word: '没有卡，申请' },
  { key: 'invite', word: '家人邀请' },
] as const satisfies readonly { key: Way; word: string }[];

function Waiting({ application }: { application: NonNullable<Me['application']> }) {
  const { run, busy, refusal } = useWrite('household.withdrawApplication');
  const withdraw = async () => {
    await run({ applicationId: application.applicationId });
    await reloadMe(); // also after a refusal: it may have been decided a moment ago
  };
  return (
    <View className="stack">
      <Alert title="申请交上去了，正在等网格员看">
        {`${momentWords(application.createdAtMs)} 交给了${application.communityName}。一般一两天有结果，关掉也没关系，随时回来看。`}
      </Alert>
      <RefusalAlert refusal={refusal} onRetry={() => void withdraw()} />
      <Button wide busy={busy} onTap={() => void withdraw()}>
        填错了，撤回重填
      </Button>
    </View>
  );
}

const toHome = { word: '去首页', onTap: () => startAt('pages/home') };

function Welcome({ name }: { name: string }) {
  return (
    <EmptyState
      icon="done"
      title={`${name}，欢迎你`}
      words="已经和家里对上了。以后做的好事，都会记在存折里。"
      action={toHome}
    />
  );
}

interface Came {
  card: string;
  invite: string;
  /** The way that was chosen before the page was loaded anew. */
  way: string | undefined;
}

interface WaysProps extends Came {
  identityId: string;
  /** Why the last application was turned down. */
  why: string | undefined;
  onBound: (name: string) => void;
}

function Ways({ card, invite, way: asked, identityId, why, onBound }: WaysProps) {
  const application = useApplication(identityId, () => void reloadMe());
  const likely = invite ? 'invite' : application.isBegun && !card ? 'apply' : 'card';
  const [way, setWay] = useState<Way>(WAYS.find(({ key }) => key === asked)?.key ?? likely);
  const choose = (chosen: Way) => {
    setWay(chosen);
    keepInAddress('way', chosen);
  };
  return (
    <View className="stack">
      {why && <Alert title="上次的申请没有通过">{why}</Alert>}
      <Segments label="怎么加入" items={WAYS} chosen={way} onChoose={choose} wrap />
      {way === 'card' && <ByCard card={card} onBound={onBound} />}
      {way === 'apply' && <ByApplication application={application} />}
      {way === 'invite' && <ByInvite invite={invite} onBound={onBound} />}
    </View>
  );
}

/** Bound here, or approved while this page was open: welcomed. Bound before they came: told so. */
function Joining({ me, came }: { me: Me; came: Came }) {
  const [cameUnbound] = useState(me.household === null);
  const [bound, setBound] = useState<string>();
  const name = bound ?? (me.household && cameUnbound ? me.resident?.name : undefined);
  if (name) return <Welcome name={name} />;
  if (me.household)
    return (
      <EmptyState
        icon="done"
        title="你已经绑定了"
        words={`${me.household.communityName} · ${me.household.address}`}
        action={toHome}
      />
    );
  const { application } = me;
  if (application?.state === 'waiting') return <Waiting application={application} />;
  const welcome = (boundTo: string) => {
    joinDraftOf(me.identityId).forget();
    void reloadMe().then(() => setBound(boundTo));
  };
  return <Ways {...came} identityId={me.identityId} why={turnedDownWords(application)} onBound={welcome} />;
}

export default function BindPage() {
  const { card = '', invite = '', way } = useRouter().params;
  const { me, refusal, reload } = useMe();
  return (
    <Screen title="加入社区">
      <Answer of={{ data: me, refusal, reload }} failed="没能打开" rows={3}>
        {(known) => <Joining me={known} came={{ card: textOf(card), invite: textOf(invite), way }} />}
      </Answer>
    </Screen>
  );
}
