import { View } from '@tarojs/components';
import { useState } from 'react';
import { understand } from '../../../cloudfunctions/values/codes';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Camera } from '../../device/scanner/camera';
import { NotOpened } from '../../device/scanner/not-opened';
import { PictureButton } from '../../device/scanner/picture-button';
import { useWeChatScan } from '../../device/scanner/use-wechat-scan';

const WEB = process.env.TARO_ENV === 'h5';
const HIS_CODE = '可以选一张他发来的“我的码”图片。';

/** A personal code, shown by whoever stands there. */
export function ScanCode({ words, onFound }: { words: string; onFound: (text: string) => void }) {
  const [looking, setLooking] = useState(false);
  const [unknown, setUnknown] = useState(false);
  const take = (text: string | null) => {
    setLooking(false);
    const code = text !== null && understand(text).kind === 'personalCode' ? text : undefined;
    setUnknown(code === undefined);
    if (code !== undefined) onFound(code);
  };
  const weChat = useWeChatScan(take);
  const scan = () => (WEB ? setLooking(!looking) : void weChat.scan());
  return (
    <View className="stack">
      <Button wide icon="scan" onTap={scan}>
        {looking ? '不扫了' : words}
      </Button>
      {looking && <Camera onFound={take} otherwise={HIS_CODE} />}
      {WEB && looking && <PictureButton onText={take} />}
      {weChat.refused && <NotOpened otherwise="请他把“我的码”再亮出来，重新扫一次。" onRetry={scan} />}
      {unknown && (
        <Alert kind="refused" title="这不是个人码。">
          请他打开“我的”里的“我的码”再扫。
        </Alert>
      )}
    </View>
  );
}
