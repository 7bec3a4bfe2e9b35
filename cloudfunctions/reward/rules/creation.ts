import { type Refusal, refuse } from '../../kit/refusal';
import type { HolderKind } from '../../values/awards';
import { FITNESS_OR_BOOK, REWARD_HOLDERS, type RewardKind } from '../../values/rewards';
import type { RedemptionWindow } from '../../values/windows';
import { refuseWindows } from './redemption';

export interface Proposed {
  readonly kind: RewardKind;
  readonly kindId?: string | undefined;
  readonly holderKind: HolderKind;
  readonly ageMin?: number | undefined;
  readonly ageMax?: number | undefined;
  readonly choices: readonly string[];
  readonly windows?: readonly RedemptionWindow[] | undefined;
}

/** What a reward may not be, whoever opens it. */
export function refuseReward(
  proposed: Proposed,
): Refusal<'AGES_REVERSED' | 'KIND_NEEDS_OTHER_HOLDER' | 'KIND_NOT_FOUND' | 'INVALID_INPUT'> | null {
  const { kind, kindId, holderKind, ageMin, ageMax } = proposed;
  if ((kind === 'open') !== (kindId !== undefined)) return refuse('KIND_NOT_FOUND');
  if (!REWARD_HOLDERS[kind].includes(holderKind))
    return refuse('KIND_NEEDS_OTHER_HOLDER', { holderKinds: REWARD_HOLDERS[kind] });
  if (ageMin !== undefined && ageMax !== undefined && ageMin > ageMax) return refuse('AGES_REVERSED');
  return refuseWindows(proposed.windows ?? []);
}

/** Each choice once; the either-or card has its two when none are named. */
export function choicesOf({ kind, choices }: Proposed): string[] {
  const named = [...new Set(choices)];
  return kind === 'fitnessOrBook' && named.length === 0 ? [...FITNESS_OR_BOOK] : named;
}
