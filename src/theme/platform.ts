import Taro from '@tarojs/taro';

/** The person's own setting outside the app; both faces answer in the same words. */
export function readSystemDark(): boolean {
  if (process.env.TARO_ENV === 'h5') return window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
  return Taro.getAppBaseInfo().theme === 'dark';
}

export function watchSystemDark(tell: (dark: boolean) => void): void {
  if (process.env.TARO_ENV === 'h5') {
    window.matchMedia?.('(prefers-color-scheme: dark)').addEventListener('change', (event) => tell(event.matches));
  } else {
    Taro.onThemeChange(({ theme }) => tell(String(theme) === 'dark'));
  }
}

/** WeChat's standard is 17 px; two steps up on its slider is 20. */
const LARGE_FONT_FROM_PX = 20;

/** Whether the person has already asked WeChat itself for bigger words. The web has no such setting to read. */
export function readSystemLarge(): boolean {
  if (process.env.TARO_ENV === 'h5') return false;
  const { fontSizeSetting } = Taro.getAppBaseInfo() as {
    fontSizeSetting?: number;
  };
  return (fontSizeSetting ?? 0) >= LARGE_FONT_FROM_PX;
}
