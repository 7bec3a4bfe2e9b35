import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { understand } from '../../../cloudfunctions/values/codes';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Camera } from '../../device/scanner/camera';

const WEB = process.env.TARO_ENV === 'h5';

export async function scanWithWeChat(): Promise<string | undefined> {
  const scanned = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] }).catch(() => undefined);
  return scanned?.result;
}

/** A personal code, shown by whoever stands there. */
export function ScanCode({ words, onFound }: { words: string; onFound: (text: string) => void }) {
  const [looking, setLooking] = useState(false);
  const [unknown, setUnknown] = useState(false);
  const take = (text: string | undefined) => {
    setLooking(false);
    if (!text) return;
    const isCode = understand(text).kind === 'personalCode';
    setUnknown(!isCode);
    if (isCode) onFound(text);
  };
  return (
    <View className="stack">
      <Button wide icon="scan" onTap={() => (WEB ? setLooking(!looking) : void scanWithWeChat().then(take))}>
        {looking ? '不扫了' : words}
      </Button>
      {looking && <Camera onFound={take} otherwise="可以选一张他发来的“我的码”图片。" />}
      {unknown && (
        <Alert kind="refused" title="这不是个人码。">
          请他打开“我的”里的“我的码”再扫。
        </Alert>
      )}
    </View>
  );
}
