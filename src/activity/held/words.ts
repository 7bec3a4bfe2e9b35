import type { DataOf } from '../../api';

export type Held = DataOf<'activity.held'>['activities'][number];

type Words = { readonly kind?: 'ok' | 'bad' | 'wait'; readonly children: string };

/** Where it stands for who runs it. */
export function heldState({ isCancelled, startsAtMs, endsAtMs }: Held, nowMs: number): Words {
  if (isCancelled) return { kind: 'bad', children: '已取消' };
  if (endsAtMs <= nowMs) return { children: '已结束' };
  return startsAtMs <= nowMs ? { kind: 'ok', children: '正在进行' } : { children: '还没开始' };
}

/** 34 / 40，2 人排队; 不用报名 */
export function signedUpWords({ signUp, capacity, signedUpCount, waitingCount }: Held): string {
  if (signUp === 'none') return '不用报名';
  const places = capacity === null ? `${signedUpCount}` : `${signedUpCount} / ${capacity}`;
  return waitingCount > 0 ? `${places}，${waitingCount} 人排队` : places;
}
