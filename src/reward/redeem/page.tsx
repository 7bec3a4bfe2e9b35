import { View } from '@tarojs/components';
import { useState } from 'react';
import { SCANNED_MAX, VOUCHER_CODE_LENGTH } from '../../../cloudfunctions/values/codes';
import { ActionBar } from '../../components/action-bar';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { ListFoot } from '../../components/list-foot';
import { ListRow } from '../../components/list-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { describe } from '../../components/tappable/semantics';
import { Camera } from '../../device/scanner/camera';
import { NotOpened } from '../../device/scanner/not-opened';
import { PictureButton } from '../../device/scanner/picture-button';
import { Gate } from '../../session/gate';
import { useWide } from '../../theme/use-wide';
import { goTo } from '../../ways';
import { momentWords, timeWords } from '../../words/dates';
import { titleWords } from '../voucher-words';
import { LookedCard } from './looked-card';
import { type Redeeming, useRedeem } from './use-redeem';
import { checkWords, confirmWords } from './words';
import './page.scss';

const WEB = process.env.TARO_ENV === 'h5';
const TYPE_IT = '也可以输入券上的六位券码。';

/**
 * The web's camera at once on a phone; at a desk, where codes are typed or come from a hand scanner, when asked for. After a
 * find it stays shut until it is asked for again: a wrong code held before it would use up the tries of a minute.
 */
function Eye({ redeeming }: { redeeming: Redeeming }) {
  const wide = useWide();
  const [open, setOpen] = useState(!wide);
  const [unread, setUnread] = useState(false);
  const takePicture = (text: string | null) => {
    setUnread(text === null);
    if (text) void redeeming.take(text);
  };
  if (!WEB)
    return (
      <View className="stack">
        {redeeming.scannerRefused && <NotOpened otherwise={TYPE_IT} onRetry={() => void redeeming.scan()} />}
        <Button kind="primary" wide icon="scan" busy={redeeming.looking} onTap={() => void redeeming.scan()}>
          扫券上的码
        </Button>
      </View>
    );
  return (
    <View className="stack">
      {open ? (
        <Camera
          onFound={(text) => {
            setOpen(false);
            void redeeming.take(text);
          }}
          otherwise="可以选一张拍好的照片，或者输入券上的六位券码。"
        />
      ) : (
        <Button wide icon="camera" onTap={() => setOpen(true)}>
          用摄像头扫
        </Button>
      )}
      {unread && <RefusalOfPicture />}
      <PictureButton onText={takePicture} />
    </View>
  );
}

const RefusalOfPicture = () => (
  <View className="redeem-note" {...describe({ role: 'alert' })}>
    <Icon name="info" />
    <View>照片里没有看到码。请把码拍得大一点、正一点，再选一次。</View>
  </View>
);

function Find({ redeeming }: { redeeming: Redeeming }) {
  const { typed, setTyped, take, looking } = redeeming;
  const complete = typed.replace(/\s/g, '').length >= VOUCHER_CODE_LENGTH;
  return (
    <View className="stack">
      <RefusalAlert refusal={redeeming.refusal} onRetry={() => void redeeming.retry()} />
      <Eye redeeming={redeeming} />
      <SectionHeader title="也可以输入券码" note="券上那六个字" />
      <Field
        label="券码"
        kind="code"
        example="例如 KF7 3Q2"
        value={typed}
        onInput={setTyped}
        onConfirm={() => complete && void take(typed)}
        maxLength={SCANNED_MAX}
      />
      <Button
        wide
        busy={looking}
        blocked={complete ? undefined : '先输入六位券码，字母不分大小写'}
        onTap={() => void take(typed)}
      >
        核对这张券
      </Button>
    </View>
  );
}

function Done({ done }: { done: NonNullable<Redeeming['done']> }) {
  return (
    <Card kind="raised" className="redeem-done">
      <View className="jade">
        <Icon name="done" size={56} />
      </View>
      <Heading level={1} size="t-head">
        核销好了
      </Heading>
      <View className="t-title strong">{`${titleWords(done)} · ${done.holderName}`}</View>
      <View className="t-sub">
        <View>{momentWords(done.redeemedAtMs)}</View>
        <View>{`在${done.redeemedAtProvider}用掉的`}</View>
      </View>
    </Card>
  );
}

function Today({ redeeming }: { redeeming: Redeeming }) {
  const { today } = redeeming;
  return (
    <View>
      <SectionHeader
        title="今天核销的"
        {...(today.count !== undefined && { note: `${today.count} 张` })}
        action={{ word: '看以前的', onTap: () => goTo('staff/redeemed') }}
      />
      <Answer of={today} failed="名单没能打开" words="不影响核销，可以先接着办。" rows={3}>
        {(vouchers) =>
          vouchers.length === 0 ? (
            <View className="t-sub">今天还没有。核销好的会记在这里。</View>
          ) : (
            <>
              <List label="今天核销的">
                {vouchers.map(({ voucherId, title, choice, quantity, holderName, redeemedAtMs }) => (
                  <ListRow
                    key={voucherId}
                    icon="check"
                    title={titleWords({ title, choice, quantity })}
                    note={holderName}
                    trail={<View className="t-sub">{timeWords(redeemedAtMs)}</View>}
                  />
                ))}
              </List>
              <ListFoot list={today} more="再看早些的" />
            </>
          )
        }
      </Answer>
    </View>
  );
}

function Foot({ redeeming }: { redeeming: Redeeming }) {
  const { looked, done, over, again, confirm, isRedeeming } = redeeming;
  if (!looked) return null;
  if (done || over)
    return (
      <ActionBar>
        <Button kind="primary" icon="scan" onTap={again}>
          再核销一张
        </Button>
      </ActionBar>
    );
  return (
    <ActionBar>
      <Button onTap={again}>不是本人，看下一张券</Button>
      <Button kind="primary" busy={isRedeeming} onTap={() => void confirm()}>
        {confirmWords(looked)}
      </Button>
    </ActionBar>
  );
}

function Step({ redeeming }: { redeeming: Redeeming }) {
  const { looked, done, over, refusal, confirm } = redeeming;
  if (done) return <Done done={done} />;
  if (!looked) return <Find redeeming={redeeming} />;
  return (
    <View className="stack">
      <RefusalAlert refusal={refusal} onRetry={() => void confirm()} />
      <LookedCard looked={looked} over={over} />
      {!over && (
        <View className="redeem-note">
          <Icon name="info" />
          <View className="grow">{checkWords(looked)}</View>
        </View>
      )}
    </View>
  );
}

const SCREEN = { title: '核销兑换券', shell: 'staff' } as const;

function AtTheCounter({ providerId }: { providerId: string }) {
  const redeeming = useRedeem(providerId);
  return (
    <Screen {...SCREEN} actions={<Foot redeeming={redeeming} />}>
      <View className="columns">
        <Step redeeming={redeeming} />
        {(!redeeming.looked || redeeming.done) && <Today redeeming={redeeming} />}
      </View>
    </Screen>
  );
}

/** 核销: a clerk looks at a voucher over the network and confirms it, once. */
export default function RedeemPage() {
  return (
    <Gate who="clerk" words="卫生服务中心、书店这些地方的核销员用它收券。" screen={SCREEN}>
      {({ providerId }) => <AtTheCounter providerId={providerId} />}
    </Gate>
  );
}
