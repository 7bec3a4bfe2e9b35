import { type Refusal, refuse } from '../../kit/refusal';
import type { HolderKind } from '../../values/awards';
import { FITNESS_OR_BOOK, KIND_NAMES, REWARD_HOLDERS, type RewardKind } from '../../values/rewards';
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

/** A provider is bound to one of the choices that there are, and is one of those named; each choice can be used somewhere. */
export function refuseBinding(
  proposed: Proposed & { readonly providerIds: readonly string[]; readonly choiceProviders: readonly ChoiceProvider[] },
): Refusal<'INVALID_INPUT'> | null {
  const { providerIds, choiceProviders } = proposed;
  const choices = choicesOf(proposed);
  const bound = choiceProviders.map(({ providerId }) => providerId);
  const isKnown = choiceProviders.every((one) => choices.includes(one.choice) && providerIds.includes(one.providerId));
  const isFree = providerIds.some((id) => !bound.includes(id));
  const isUsable = isFree || choices.every((choice) => choiceProviders.some((one) => one.choice === choice));
  return isKnown && isUsable && new Set(bound).size === bound.length
    ? null
    : refuse('INVALID_INPUT', { fields: ['input.choiceProviders'], why: ['each choice needs a provider, each once'] });
}
export interface ChoiceProvider {
  readonly choice: string;
  readonly providerId: string;
}

/** Where a voucher is honoured: what was chosen fixes it. */
export const honouredAt = (
  providers: readonly { readonly providerId: string; readonly choice: string | null }[],
  chosen: string | null,
): string[] =>
  providers.filter(({ choice }) => choice === null || choice === chosen).map(({ providerId }) => providerId);

/** No two kinds that a unit sees are called the same; the name of one that has ended is free. */
export const isTaken = (
  name: string,
  among: readonly { readonly name: string; readonly isEnded: boolean }[],
): boolean => Object.values(KIND_NAMES).includes(name) || among.some((one) => !one.isEnded && one.name === name);

/** Each choice once; the either-or card has its two when none are named. */
export function choicesOf({ kind, choices }: Proposed): string[] {
  const named = [...new Set(choices)];
  return kind === 'fitnessOrBook' && named.length === 0 ? [...FITNESS_OR_BOOK] : named;
}
