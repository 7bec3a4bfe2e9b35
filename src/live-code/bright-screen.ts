import Taro, { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

export type Screenlight = 'bright' | 'awake' | 'asItIs';

/** On the web the screen can only be kept from going dark; the browser lets go of it when the page is hidden. */
function useWakeLock(): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !('wakeLock' in navigator)) return;
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

/** Full brightness and no sleep while the code is shown; afterwards the screen is as it was before. */
export function useBrightScreen(): Screenlight {
  const awake = useWakeLock();
  const [bright, setBright] = useState(false);
  const before = useRef<number>();
  const brighten = async () => {
    if (process.env.TARO_ENV !== 'weapp') return;
    void Taro.setKeepScreenOn({ keepScreenOn: true });
    const { value } = await Taro.getScreenBrightness();
    before.current ??= value;
    await Taro.setScreenBrightness({ value: 1 });
    setBright(true);
  };
  const restore = () => {
    if (process.env.TARO_ENV !== 'weapp' || before.current === undefined) return;
    void Taro.setScreenBrightness({ value: before.current });
    void Taro.setKeepScreenOn({ keepScreenOn: false });
    before.current = undefined;
  };
  useDidShow(() => void brighten().catch(() => setBright(false)));
  useDidHide(restore);
  useUnload(restore);
  if (bright) return 'bright';
  return awake ? 'awake' : 'asItIs';
}
