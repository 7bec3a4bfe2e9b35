import { Tag } from '../components/tag';
import type { Activity } from './use-week';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** 36 分钟, 11 小时; null when it is more than a day away. */
export function soonWords(ms: number): string | null {
  if (ms >= 24 * HOUR) return null;
  return ms >= HOUR ? `${Math.round(ms / HOUR)} 小时` : `${Math.max(1, Math.round(ms / MINUTE))} 分钟`;
}

/** Where an activity stands for the reader: always in words, with an icon where it matters. */
export function StateTag({ activity, nowMs }: { activity: Activity; nowMs: number }) {
  const soon = soonWords(activity.startsAtMs - nowMs);
  if (activity.isCancelled) return <Tag kind="bad">已取消</Tag>;
  if (activity.iAttended) return <Tag kind="ok">签到过了</Tag>;
  if (activity.endsAtMs < nowMs) return <Tag>已结束</Tag>;
  if (activity.startsAtMs <= nowMs) return <Tag kind="ok">正在进行</Tag>;
  if (activity.mySignUp === 'signedUp') return <Tag kind="ok">{soon ? `已报名 · 还有 ${soon}` : '已报名'}</Tag>;
  if (activity.mySignUp === 'waiting') return <Tag kind="wait">排队中</Tag>;
  if (activity.signUp === 'none') return <Tag>{soon ? `不用报名 · ${soon}后开始` : '不用报名'}</Tag>;
  return <Places activity={activity} />;
}

function Places({ activity: { capacity, signedUpCount } }: { activity: Activity }) {
  if (capacity === null) return <Tag>可以报名</Tag>;
  const left = capacity - signedUpCount;
  return left > 0 ? <Tag>{`还有 ${left} 个名额`}</Tag> : <Tag kind="wait">名额满了，可以排队</Tag>;
}
