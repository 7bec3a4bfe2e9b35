import { type Refusal, refuse } from '../../kit/refusal';
import { POINTS_MAX } from '../../values/limits';
import { type Draw, decideDraws, type Source } from './draws';
import { type Obstacle, obstacles, refuseFor, type Standing, type Terms } from './eligibility';
import { expiryMs, periodKey } from './period';

export interface IssueAsked {
  readonly terms: Terms & { readonly validDays: number; readonly choices: readonly string[] };
  /** Its `poolAvailable` is what the accounts asked for could add. */
  readonly standing: Standing;
  /** In the order in which they pay. */
  readonly sources: readonly Source[];
  readonly choice: string | undefined;
  readonly quantity: number;
  /** Asia/Shanghai. */
  readonly today: string;
}
export interface Issue {
  readonly ok: true;
  readonly draws: readonly Draw[];
  /** All payers together, for all of them. */
  readonly points: number;
  readonly quantity: number;
  readonly choice: string | null;
  readonly periodKey: string;
  readonly expiresAtMs: number;
}

/** Whether a voucher is issued, and on whose points. Decided on locked rows, by the same rules that lists show. */
export function decideIssue(ask: IssueAsked): Issue | Refusal<Obstacle | 'CHOICE_NEEDED' | 'INVALID_INPUT'> {
  const { terms, standing, today, quantity } = ask;
  const [obstacle] = obstacles(terms, standing, today, quantity);
  if (obstacle) return refuseFor(terms, standing, obstacle, today, quantity);
  const points = terms.cost * quantity;
  if (points > POINTS_MAX) return refuse('INVALID_INPUT', { fields: ['quantity'], why: ['too many points at once'] });
  const choice = decideChoice(terms.choices, ask.choice);
  if (choice !== null && typeof choice !== 'string') return choice;
  const drawn = decideDraws(points, ask.sources);
  if (!drawn.ok) return drawn;
  return {
    ok: true,
    draws: drawn.draws,
    points,
    quantity,
    choice,
    periodKey: periodKey(terms.period, today),
    expiresAtMs: expiryMs(today, terms.validDays),
  };
}

/** An either-or reward (健身卡/购书卡) is one of its choices; the others have none. */
function decideChoice(
  choices: readonly string[],
  choice: string | undefined,
): string | null | Refusal<'CHOICE_NEEDED' | 'INVALID_INPUT'> {
  if (choices.length > 0) return choices.find((one) => one === choice) ?? refuse('CHOICE_NEEDED', { choices });
  if (choice === undefined) return null;
  return refuse('INVALID_INPUT', { fields: ['input.choice'], why: ['this reward has no choices'] });
}
