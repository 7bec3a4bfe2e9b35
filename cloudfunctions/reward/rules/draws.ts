import { type Refusal, refuse } from '../../kit/refusal';
import type { HolderKind } from '../../values/awards';

export interface Holder {
  readonly kind: HolderKind;
  readonly id: string;
}

/** An account that may be drawn on, and what is free on it. */
export interface Source {
  readonly holder: Holder;
  readonly available: number;
}
export interface Draw {
  readonly accountId: string;
  readonly holderKind: HolderKind;
  readonly points: number;
}
export interface Draws {
  readonly ok: true;
  readonly draws: readonly Draw[];
}

/**
 * Who pays how much. The order is the household's wish: own account first, then the members asked for, the household's
 * own account last. Nothing is drawn beyond what is free.
 */
export function decideDraws(cost: number, sources: readonly Source[]): Draws | Refusal<'POINTS_INSUFFICIENT'> {
  const draws: Draw[] = [];
  let due = cost;
  for (const { holder, available } of sources) {
    const points = Math.min(due, Math.max(0, available));
    if (points > 0) draws.push({ accountId: holder.id, holderKind: holder.kind, points });
    due -= points;
  }
  return due === 0 ? { ok: true, draws } : refuse('POINTS_INSUFFICIENT', { missing: due });
}

/**
 * The accounts to draw on, own first. Members come in the order given; the household's own account stands last, and joins
 * whenever somebody pools and the head agreed. `consenting` is everyone of the household who agreed; asking for anybody
 * else is refused.
 */
export function orderSources(
  own: Holder,
  pool: readonly string[],
  consenting: readonly Holder[],
): readonly Holder[] | Refusal<'POOL_NOT_AGREED'> {
  const agreed = new Map(consenting.map((holder) => [holder.id, holder]));
  const asked = [...new Set(pool)].filter((id) => id !== own.id);
  const stranger = asked.find((id) => !agreed.has(id));
  if (stranger) return refuse('POOL_NOT_AGREED', { holderId: stranger });
  const members = asked.flatMap((id) => agreed.get(id) ?? []).filter(({ kind }) => kind !== 'household');
  const household = asked.length > 0 ? consenting.filter(({ kind, id }) => kind === 'household' && id !== own.id) : [];
  return [own, ...members, ...household];
}
