import type { Why } from '../../api/actions';
import { goTo, signInFromHere } from '../../ways';
import { sentenceFor } from '../../words/refusals';
import type { IconName } from '../icon/names';

export interface Step {
  word: string;
  onTap: () => void;
  icon?: IconName;
}

const WEB = process.env.TARO_ENV === 'h5';

/** Only where nobody answered, or the server stumbled, may the same again help. */
export const mayPass = (refusal: Why | undefined) =>
  refusal === undefined || refusal.code === 'UNREACHABLE' || refusal.code === 'FAULT';

/**
 * What the person can do about a refusal, besides reading why. On WeChat nobody signs in: the person is who WeChat says, and
 * nothing on the page would help.
 */
export function stepFor(refusal: Why | undefined, onRetry?: () => void): Step | undefined {
  if (mayPass(refusal)) return onRetry && { word: '再试一次', onTap: onRetry, icon: 'again' };
  if (refusal?.code === 'NOT_SIGNED_IN') return WEB ? { word: '去登录', onTap: signInFromHere } : undefined;
  if (refusal?.code === 'NOT_ALLOWED' && refusal.detail.because === 'notBound')
    return { word: '加入社区', onTap: () => goTo('pages/bind') };
  return undefined;
}

/** Why a page with that title could not be opened. Nothing was filled in here, so nothing is said about what was. */
export function whyNotOpened(refusal: Why | undefined, title: string): string {
  if (refusal?.code === 'FAULT') return '我们这边出了点问题，你的积分都好好的。请过一会儿再试，还不行就找网格员。';
  if (refusal === undefined || refusal.code === 'UNREACHABLE') return '可能是网络不太稳。你的积分都好好的，不会丢。';
  const { what, next } = sentenceFor(refusal.code, refusal.detail);
  return what === title ? next : what + next;
}
