import { type Refusal, refuse } from '../../kit/refusal';
import type { HolderKind } from '../../values/awards';
import { missingTo, payersFor } from '../../values/pooling';

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
  const missing = missingTo(
    cost,
    sources.map(({ available }) => available),
  );
  return missing === 0 ? { ok: true, draws } : refuse('POINTS_INSUFFICIENT', { missing });
}

/** The accounts to draw on, own first (`payersFor`); asking for somebody who has not agreed is refused. */
export function orderSources(
  own: Holder,
  pool: readonly string[],
  consenting: readonly Holder[],
): readonly Holder[] | Refusal<'POOL_NOT_AGREED'> {
  const stranger = pool.find((asked) => asked !== own.id && !consenting.some(({ id }) => id === asked));
  if (stranger) return refuse('POOL_NOT_AGREED', { holderId: stranger });
  return payersFor(own, pool, consenting);
}
