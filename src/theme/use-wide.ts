import Taro, { useResize } from '@tarojs/taro';
import { useState } from 'react';

const DESKTOP_FROM_PX = 1024;
const isWide = () => process.env.TARO_ENV === 'h5' && Taro.getWindowInfo().windowWidth >= DESKTOP_FROM_PX;

/** Whether a table and a second column have room: only the web at a desk. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide);
  useResize(() => setWide(isWide()));
  return wide;
}
