import { businessDate } from '../../../cloudfunctions/values/dates';
import { soonWords } from '../../activity/state-tag';
import type { Activity } from '../../activity/use-week';
import { nearDayWords, timeWords } from '../../words/dates';

/** 28 分钟后，三号院 */
export function whenWords(activity: Activity, now: number): string {
  const { startsAtMs, endsAtMs, place, signUp, signedUpCount, attendedCount } = activity;
  const begun = businessDate(startsAtMs) < businessDate(now) ? '昨天开始的，' : '';
  if (endsAtMs < now) return `${begun}办完了，来了 ${attendedCount} 人`;
  if (startsAtMs <= now) return `${begun}正在办，到了 ${attendedCount} 人`;
  const people = signUp === 'open' && signedUpCount > 0 ? `，${signedUpCount} 人报名` : '';
  return `${soonWords(startsAtMs - now) ?? '一天'}后，${place}${people}`;
}

/** 昨天 19:30，来了 12 人 */
export function heldWords({ startsAtMs, attendedCount }: Activity, today: string): string {
  const came = attendedCount > 0 ? `来了 ${attendedCount} 人` : '还没有人签到';
  return `${nearDayWords(businessDate(startsAtMs), today)} ${timeWords(startsAtMs)}，${came}`;
}
