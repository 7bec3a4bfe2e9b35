import Taro, { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

export type Screenlight = 'bright' | 'awake' | 'asItIs';
const WEB = process.env.TARO_ENV === 'h5';

/** On the web the screen can only be kept from going dark; the browser lets go of it when the page is hidden. */
function useWakeLock(): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!WEB || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let left = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible') return;
      const sentinel = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (left) return void sentinel?.release();
      lock = sentinel;
      setHeld(sentinel !== undefined);
    };
    void hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
  return held;
}

/** What the screen goes back to: Android follows its own light again at -1, elsewhere only the number from before will do. */
async function lightToReturnTo(): Promise<number> {
  if (Taro.getDeviceInfo().platform === 'android') return -1;
  return (await Taro.getScreenBrightness()).value;
}

/** Full brightness and no sleep in WeChat, from a tap on; when the page is left the screen is as it was before. */
export function useBrightness() {
  const [isBright, setBright] = useState(false);
  const isWanted = useRef(false);
  const before = useRef<number>();
  const brighten = async () => {
    if (WEB) return;
    isWanted.current = true;
    before.current ??= await lightToReturnTo();
    if (!isWanted.current) return; // the page was left meanwhile
    void Taro.setKeepScreenOn({ keepScreenOn: true });
    await Taro.setScreenBrightness({ value: 1 });
    setBright(isWanted.current);
  };
  const restore = () => {
    if (isWanted.current && before.current !== undefined) {
      void Taro.setScreenBrightness({ value: before.current });
      void Taro.setKeepScreenOn({ keepScreenOn: false });
    }
    isWanted.current = false;
    before.current = undefined;
    setBright(false);
  };
  useDidHide(restore);
  useUnload(restore);
  return { isBright, brighten: () => void brighten().catch(() => setBright(false)), restore };
}

/** As bright and awake as the platform can, while the page is shown. */
export function useBrightScreen(): Screenlight {
  const awake = useWakeLock();
  const { isBright, brighten } = useBrightness();
  useDidShow(brighten);
  if (isBright) return 'bright';
  return awake ? 'awake' : 'asItIs';
}
