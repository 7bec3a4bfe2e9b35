import type { Candidate, Standings } from './candidates';

/** A family whose limit those who are ticked have reached takes nobody more: it is seen before it is refused. */
export function familyFull(one: Candidate, picked: readonly Candidate[], { byHolder }: Standings): string | undefined {
  const left = byHolder.get(one.id)?.householdLeft ?? null;
  if (left === null || !one.householdId) return undefined;
  const ticked = picked.filter(({ householdId }) => householdId === one.householdId).length;
  return ticked > 0 && ticked >= left ? `家里已经选了 ${ticked} 位，满了` : undefined;
}
