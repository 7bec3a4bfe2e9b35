import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../cloudfunctions/values/dates';
import { Tag } from '../components/tag';
import type { Activity } from './use-week';

/** 36 分钟, 11 小时; null when it is more than a day away. */
export function soonWords(ms: number): string | null {
  if (ms >= DAY_MS) return null;
  return ms >= HOUR_MS ? `${Math.round(ms / HOUR_MS)} 小时` : `${Math.max(1, Math.round(ms / MINUTE_MS))} 分钟`;
}

type State = Parameters<typeof Tag>[0];

/** Where an activity stands for the reader: always in words, with an icon where it matters. */
export function stateOf(activity: Activity, nowMs: number): State & { children: string } {
  const soon = soonWords(activity.startsAtMs - nowMs);
  if (activity.isCancelled) return { kind: 'bad', children: '已取消' };
  if (activity.iAttended) return { kind: 'ok', children: '签到过了' };
  if (activity.endsAtMs < nowMs) return { children: '已结束' };
  if (activity.startsAtMs <= nowMs) return { kind: 'ok', children: '正在进行' };
  if (activity.mySignUp === 'signedUp') return { kind: 'ok', children: soon ? `已报名 · 还有 ${soon}` : '已报名' };
  if (activity.mySignUp === 'waiting') return { kind: 'wait', children: '排队中' };
  if (activity.signUp === 'none') return { children: soon ? `不用报名 · ${soon}后开始` : '不用报名' };
  return placesOf(activity);
}

function placesOf({ capacity, signedUpCount }: Activity): State & { children: string } {
  if (capacity === null) return { children: '可以报名' };
  const left = capacity - signedUpCount;
  return left > 0 ? { children: `还有 ${left} 个名额` } : { kind: 'wait', children: '名额满了，可以排队' };
}

export const StateTag = ({ activity, nowMs }: { activity: Activity; nowMs: number }) => (
  <Tag {...stateOf(activity, nowMs)} />
);
