import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';

/** In millimetres: CSS has a name for A5 and A4, and none for A6. */
const SIDES = { A4: '210mm 297mm', A5: '148mm 210mm', A6: '105mm 148mm' } as const;
type Size = keyof typeof SIDES;
const ID = 'paper';

function lay(size: Size, margin: string): void {
  if (process.env.TARO_ENV !== 'h5') return;
  clear();
  const style = document.createElement('style');
  style.id = ID;
  style.textContent = `@page { size: ${SIDES[size]}; margin: ${margin}; }`;
  document.head.append(style);
}

function clear(): void {
  if (process.env.TARO_ENV === 'h5') document.getElementById(ID)?.remove();
}

/**
 * The size of the sheet while this page is in front, on the web. Not `@page` in the style sheet: that holds for every page once
 * it has been loaded, and named pages do not reach into the screen's flex boxes.
 */
export function usePaper(size: Size, margin: string): void {
  useEffect(() => {
    lay(size, margin);
    return clear;
  }, [size, margin]);
  useDidShow(() => lay(size, margin));
  useDidHide(clear);
}
