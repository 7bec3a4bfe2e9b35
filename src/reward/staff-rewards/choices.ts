import { STEPS_MAX, TITLE_MAX } from '../../../cloudfunctions/values/limits';
import { FITNESS_OR_BOOK } from '../../../cloudfunctions/values/rewards';
import { unless } from '../../components/form/checks';
import type { Kind } from './kinds';

/** What of a reward's form says what is chosen between, and where each can be used. */
interface Chosen {
  readonly kind: Kind;
  /** One a line. */
  readonly choices: string;
  readonly providerIds: readonly string[];
  readonly choiceOf: Readonly<Record<string, string>>;
}

export const linesIn = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What is chosen between: as it is written for an open kind, or as it was; the either-or card has its two by itself. */
export function choicesOf({ kind, choices }: Pick<Chosen, 'kind' | 'choices'>): readonly string[] {
  const written = [...new Set(linesIn(choices))];
  return kind === 'fitnessOrBook' && written.length === 0 ? FITNESS_OR_BOOK : written;
}

/** A choice that has gone binds no place any more. */
export const boundOf = ({ providerIds, choiceOf }: Chosen, choices: readonly string[]) =>
  providerIds.flatMap((providerId) => {
    const choice = choiceOf[providerId];
    return choice !== undefined && choices.includes(choice) ? [{ choice, providerId }] : [];
  });

/** One thing alone is no choice, and what is chosen must be had somewhere. */
export function choiceProblem(form: Chosen): string | undefined {
  const choices = choicesOf(form);
  if (form.kind === 'open' && choices.length === 1) return '只有一样就不用选：空着，或者写两样以上';
  if (choices.length > STEPS_MAX) return `最多 ${STEPS_MAX} 样`;
  return unless(
    choices.every((choice) => [...choice].length <= TITLE_MAX),
    `每样最多 ${TITLE_MAX} 个字`,
  );
}
export function placeProblem(form: Chosen): string | undefined {
  const choices = choicesOf(form);
  const bound = boundOf(form, choices);
  if (form.providerIds.length === 0 || bound.length < form.providerIds.length) return undefined;
  const nowhere = choices.find((one) => !bound.some(({ choice }) => choice === one));
  return nowhere === undefined ? undefined : `“${nowhere}”还没有地方可以用`;
}
