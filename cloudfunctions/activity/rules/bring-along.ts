import { type Refusal, refuse } from '../../kit/refusal';
import { BRINGS_WITHIN_MS } from '../../values/activities';

/** A check-in; or a good code of somebody for whom the item has counted as often as it may. */
export interface OwnCheckIn {
  readonly how: string;
  readonly atMs: number;
}

/** Whose own code was good a moment ago may bring the family; whoever was counted by others asks those. */
export function refuseBringing(
  own: OwnCheckIn | null,
  nowMs: number,
): Refusal<'NOT_CHECKED_IN' | 'ASK_ORGANISER'> | null {
  if (!own) return refuse('NOT_CHECKED_IN');
  const byCode = own.how === 'scan' || own.how === 'typed';
  return byCode && nowMs - own.atMs <= BRINGS_WITHIN_MS ? null : refuse('ASK_ORGANISER');
}
