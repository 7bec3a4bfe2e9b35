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

/** Both standards are below (WeChat 17 px, browsers 16); a person who chose 20 or more wants bigger words. */
const LARGE_FONT_FROM_PX = 20;

/** Whether the person has already asked WeChat, or the browser, for bigger words. */
export function readSystemLarge(): boolean {
  if (process.env.TARO_ENV === 'h5') {
    return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) >= LARGE_FONT_FROM_PX;
  }
  const { fontSizeSetting } = Taro.getAppBaseInfo() as {
    fontSizeSetting?: number;
  };
  return (fontSizeSetting ?? 0) >= LARGE_FONT_FROM_PX;
}
