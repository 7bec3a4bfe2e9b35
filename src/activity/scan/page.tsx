import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIVE_DIGITS, TYPED_LIVE_CODE } from '../../../cloudfunctions/values/codes';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Camera } from '../../device/scanner/camera';
import { NotOpened } from '../../device/scanner/not-opened';
import { PictureButton } from '../../device/scanner/picture-button';
import { MyCode } from '../../household/my-code';
import { hereJustNow } from '../../session/checked-in';
import { useAlong } from '../use-along';
import { AlongBar, WithFamily } from '../with-family';
import { useScan } from './use-scan';

type Scan = ReturnType<typeof useScan>;
const WEB = process.env.TARO_ENV === 'h5';

function TypedCode({ scan }: { scan: Scan }) {
  const [digits, setDigits] = useState('');
  const complete = TYPED_LIVE_CODE.test(digits);
  return (
    <View className="stack">
      <Field
        label="屏幕上的六位数字"
        kind="number"
        example="例如 305172"
        maxLength={LIVE_DIGITS}
        value={digits}
        onInput={setDigits}
        onConfirm={() => complete && scan.take(digits)}
      />
      <Button
        wide
        busy={scan.busy}
        blocked={complete ? undefined : '数字在现场的屏幕上，二维码下面'}
        onTap={() => scan.take(digits)}
      >
        用数字签到
      </Button>
    </View>
  );
}

/** What is asked for at the door, at once. */
function ShowMine() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" wide icon="code" onTap={() => setOpen(true)}>
        出示我的码
      </Button>
      <MyCode open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function WeChatScan({ scan }: { scan: Scan }) {
  const open = () => void scan.scanWithWeChat();
  return (
    <View className="stack">
      {scan.scannerRefused && <NotOpened otherwise="也可以输入屏幕上的六位数字。" onRetry={open} />}
      <Button kind="primary" wide icon="scan" onTap={open}>
        打开扫码
      </Button>
    </View>
  );
}

export default function ScanPage() {
  const scan = useScan();
  const [unread, setUnread] = useState(false);
  const hereAt = hereJustNow(scan.refusal);
  const along = useAlong(hereAt);
  const take = (text: string | null) => {
    setUnread(text === null);
    if (text) scan.take(text);
  };
  return (
    <Screen title="扫一扫签到" {...(along.chosen.length > 0 && { actions: <AlongBar along={along} /> })}>
      <View className="stack">
        <RefusalAlert refusal={scan.refusal} onRetry={scan.again} />
        {scan.refusal?.code === 'AT_THE_DOOR' && <ShowMine />}
        {scan.waiting && !scan.refusal && <Alert title="正在看这个码，请稍等" />}
        {hereAt && <WithFamily along={along} />}
        {scan.useless === 'personalCode' && (
          <Alert kind="refused" title="这是居民的个人码，给工作人员扫的。">
            签到请扫活动现场屏幕上的码。
          </Alert>
        )}
        {scan.useless === 'unknown' && (
          <Alert kind="refused" title="这不是行为银行的码。">
            请扫现场屏幕上会变的码，或者输入下面的六位数字。
          </Alert>
        )}
        {unread && (
          <Alert kind="refused" title="照片里没有看到码。">
            请把码拍得大一点、正一点，再选一次。
          </Alert>
        )}
        {WEB ? <Camera busy={scan.busy} onFound={take} /> : <WeChatScan scan={scan} />}
        {WEB && <PictureButton onText={take} />}
      </View>
      <SectionHeader title="扫不了也没关系" />
      <TypedCode scan={scan} />
    </Screen>
  );
}
