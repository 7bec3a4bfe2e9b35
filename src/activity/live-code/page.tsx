import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { grouped } from '../../../cloudfunctions/values/codes';
import { useAppFacts } from '../../app-facts';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { CountPanel } from '../../components/count-panel';
import { Icon } from '../../components/icon';
import type { IconName } from '../../components/icon/names';
import { EmptyState } from '../../components/page-state';
import { QrCode } from '../../components/qr-code';
import { Screen } from '../../components/screen';
import { describe } from '../../components/tappable/semantics';
import { type Screenlight, useBrightScreen } from '../../device/screenlight';
import { useMe } from '../../session';
import { goTo } from '../../ways';
import { momentWords, timeWords } from '../../words/dates';
import { Pace } from '../pace';
import { Keeping } from './keeping';
import { useArrivals } from './use-arrivals';
import { useLiveCode } from './use-live-code';
import './page.scss';

type Live = ReturnType<typeof useLiveCode>;

const LIGHT: Record<Screenlight, string | undefined> = {
  bright: '屏幕已调亮',
  awake: '屏幕不会自己关',
  asItIs: undefined,
};
/** Whole pixels for each of the 41 modules that an address of usual length needs. */
const PHONE_PX = 287;
const DESKTOP_PX = 451;
const DESKTOP_FROM_PX = 1024;

function Fact({ icon, words }: { icon: IconName; words: string }) {
  return (
    <View className="live-fact">
      <Icon name={icon} size={20} />
      <View>{words}</View>
    </View>
  );
}

function Code({ live }: { live: Live }) {
  const { drawn, link, about } = live;
  if (!drawn || !link || !about) return null;
  const size = Taro.getWindowInfo().windowWidth >= DESKTOP_FROM_PX ? DESKTOP_PX : PHONE_PX;
  return (
    <View className="live-code">
      <CountPanel left={drawn.secondsLeft} of={about.stepMs / 1_000}>
        <QrCode text={link} size={size} label={`${about.title}的签到码`} />
      </CountPanel>
      <View className="live-left">
        <View className="live-seconds">{drawn.secondsLeft}</View>
        <View>秒后换新码</View>
      </View>
      <View className="live-typed">
        <View>扫不了，输入</View>
        <View className="live-digits" {...describe({ role: 'img', label: `数字 ${drawn.digits.split('').join(' ')}` })}>
          {grouped(drawn.digits)}
        </View>
      </View>
    </View>
  );
}

/** Arrivals as they come; each answer sets the clock right and tells whether the key is still the one that is shown. */
function useDoor(activityId: string, { putRight, heard }: Live) {
  const arrivals = useArrivals(activityId, true);
  const { serverNowMs, keyVersion } = arrivals.seen ?? {};
  useEffect(() => {
    if (serverNowMs !== undefined) putRight(serverNowMs);
  }, [serverNowMs, putRight]);
  useEffect(() => {
    if (serverNowMs !== undefined && keyVersion !== undefined) heard(keyVersion);
  }, [serverNowMs, keyVersion, heard]);
  return arrivals;
}
type Seen = ReturnType<typeof useDoor>['seen'];

/** Instead of a code: whoever comes shows theirs. */
const AtTheDoor = ({ activityId }: { activityId: string }) => (
  <View className="live-door">
    <Icon name="door" size={56} />
    <View className="t-head strong">在门口签到</View>
    <View className="live-quiet">请出示“我的码”或家里的积分卡，工作人员来扫</View>
    <Button kind="line" icon="scan" onTap={() => goTo('staff/arrivals', { id: activityId, view: 'scan' })}>
      扫下一位
    </Button>
  </View>
);

function Arrived({ seen }: { seen: Seen }) {
  const newest = seen?.arrivals.slice(0, 3).map(({ name }) => name) ?? [];
  return (
    <View className="live-arrived" {...describe({ live: true })}>
      <View className="num live-count">{seen?.attendedCount ?? '–'}</View>
      <View className="grow">
        <View className="t-title strong">位邻居到了</View>
        <View className="live-quiet">{newest.length > 0 ? `刚到：${newest.join('、')}` : '扫了码，这里马上就有'}</View>
        {seen && seen.signedUpCount > 0 && <View className="live-quiet">{`${seen.signedUpCount} 人报了名`}</View>}
      </View>
      {seen && <Pace perMinute={seen.perMinute} nowMs={seen.serverNowMs} />}
    </View>
  );
}

function whenWords({ about, notYetOpen, over }: Live, atTheDoor: boolean): string {
  if (over) return '签到已经结束，没记上的在名单里补';
  if (notYetOpen && about) return `${timeWords(about.opensAtMs)} 开始签到（${momentWords(about.opensAtMs)}）`;
  return atTheDoor ? '不扫这里的码，到门口签到' : '打开微信扫一扫，就签到了';
}

function Shown({ live, title }: { live: Live; title: string }) {
  const { id = '' } = useRouter().params;
  const light = LIGHT[useBrightScreen()];
  const cut = !useAppFacts().online || live.refusal !== undefined;
  const { seen, look } = useDoor(id, live);
  const atTheDoor = seen?.checkIn === 'door';
  return (
    <Screen title={title} bar="bare" back="close" tone="jade" className="live">
      <View className="live-title">{title}</View>
      <View className="live-when">{whenWords(live, atTheDoor)}</View>
      <View className="live-columns">
        {!live.over && (atTheDoor ? <AtTheDoor activityId={id} /> : <Code live={live} />)}
        <View className="live-side">
          <Arrived seen={seen} />
          <View className="live-facts">
            {!atTheDoor && <Fact icon="offline" words={cut ? '网断了，码照样能用' : '没网也能出码'} />}
            {light && <Fact icon="bright" words={light} />}
          </View>
          {!live.over && (
            <Keeping
              activityId={id}
              atTheDoor={atTheDoor}
              onRenewed={() => void live.ask()}
              onChanged={() => void look()}
            />
          )}
          <Button className="live-help" wide icon="people" onTap={() => goTo('staff/arrivals', { id, view: 'help' })}>
            没带手机的，帮他记
          </Button>
          {seen && seen.hints.length > 0 && (
            <Button kind="quiet" wide icon="list" onTap={() => goTo('staff/arrivals', { id })}>
              名单请看一眼
            </Button>
          )}
        </View>
      </View>
    </Screen>
  );
}

const CalledOff = ({ id }: { id: string }) => (
  <EmptyState
    icon="info"
    title="这场活动取消了"
    words="不用再亮签到码了。已经记的积分都还在。"
    action={{ word: '看看谁到过', onTap: () => goTo('staff/arrivals', { id }) }}
  />
);

/** The whole screen is the code: held up by the organiser, or thrown on a wall. */
export default function LiveCodePage() {
  const { id = '' } = useRouter().params;
  useMe();
  const live = useLiveCode(id);
  const { about, refusal, ask } = live;
  return (
    <Answer
      of={{ data: about, refusal: about ? undefined : refusal, reload: ask }} // with a key it says itself that the network is gone
      screen={{ title: '亮签到码' }}
      instead={({ code }) => code === 'ACTIVITY_CANCELLED' && <CalledOff id={id} />}
    >
      {({ title }) => <Shown live={live} title={title} />}
    </Answer>
  );
}
