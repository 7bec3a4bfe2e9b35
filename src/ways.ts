import Taro from '@tarojs/taro';
import { tabs } from './components/tab-bar/entries';

type Params = Readonly<Record<string, string | number | undefined>>;

/** `/pages/activity/index?id=…`, from `pages/activity`. */
function urlOf(page: string, params: Params = {}): string {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return `/${page}/index${query && `?${query}`}`;
}

/**
 * What an address carries, as text. Cut off in the middle of a sign, or not written by us, it stays as it came: what reads it
 * says then that it is no code.
 */
export function textOf(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** `pages/activity`, from `/pages/activity/index`. */
export const pageOf = (path: string) => path.replace(/^\/(.*)\/index$/, '$1');

const isTab = (page: string) => tabs.some(({ path }) => path === `${page}/index`);

/** On to another page; back leads here again. A tab is shown instead of stacked. */
export function goTo(page: string, params?: Params): void {
  if (isTab(page)) void Taro.switchTab({ url: urlOf(page) });
  else void Taro.navigateTo({ url: urlOf(page, params) });
}

/** On to another page in place of this one: back must not lead here, because what it was for is done. */
export function replaceBy(page: string, params?: Params): void {
  if (isTab(page)) void Taro.switchTab({ url: urlOf(page) });
  else void Taro.redirectTo({ url: urlOf(page, params) });
}

/** The sign-in page of the web, which leads back to where one is. */
export function signInFromHere(): void {
  startAt('pages/sign-in', { to: location.pathname + location.search });
}

/** Everything behind is forgotten: after signing in or out, after binding. */
export function startAt(page: string, params?: Params): void {
  void Taro.reLaunch({ url: urlOf(page, params) });
}

/** On the web a choice on the page stands in its address, so that it is there again after a reload. */
export function keepInAddress(name: string, value: string): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(history.state, '', address);
}
