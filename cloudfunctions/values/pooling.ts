import type { HolderKind } from './awards';

/** An account that may be drawn on. */
export interface Payer {
  readonly kind: HolderKind;
  readonly id: string;
}

/**
 * Who pays, in the order of the household's wish: the holder's own account first, then the members asked for, the household's
 * own account last. That one joins whenever somebody pools and the head agreed. Only those who agreed are asked.
 */
export function payersFor<One extends Payer>(
  own: One,
  asked: readonly string[],
  agreed: readonly One[],
): readonly One[] {
  const byId = new Map(agreed.map((one) => [one.id, one]));
  const others = [...new Set(asked)].filter((id) => id !== own.id && byId.has(id));
  const members = others.flatMap((id) => byId.get(id) ?? []).filter(({ kind }) => kind !== 'household');
  const household = others.length > 0 ? agreed.filter(({ kind, id }) => kind === 'household' && id !== own.id) : [];
  return [own, ...members, ...household];
}

/** Points that are missing when these pay, each what is free on it. */
export function missingTo(cost: number, available: readonly number[]): number {
  return Math.max(0, cost - available.reduce((sum, points) => sum + Math.max(0, points), 0));
}
