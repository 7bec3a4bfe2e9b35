import { type Refusal, refuse } from '../../kit/refusal';

/** A code that staff gave out for one resident of the card's household, under its lock. */
export interface BindCodeRow {
  readonly residentId: string;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  readonly triesLeft: number;
  readonly isUsed: boolean;
}

export type CodeDecision<Code extends BindCodeRow> =
  | { readonly kind: 'right'; readonly code: Code }
  /** Codes that lose a try: the guess could have been at any of the household's. */
  | {
      readonly kind: 'wrong';
      readonly charged: readonly Code[];
      readonly refusal: Refusal<'CARD_OR_CODE_WRONG' | 'RESIDENT_BOUND_ALREADY'>;
    };

/** Which code was meant. A code works for 72 hours, five tries and once; where none works, right and wrong sound alike. */
export function decideBindCode<Code extends BindCodeRow>(
  codes: readonly Code[],
  isMeant: (code: Code) => boolean,
  nowMs: number,
): CodeDecision<Code> {
  const live = codes.filter((code) => !code.isUsed && code.expiresAtMs > nowMs && code.triesLeft > 0);
  const right = live.find(isMeant);
  if (right) return { kind: 'right', code: right };
  const wrong = (refusal: Extract<CodeDecision<Code>, { kind: 'wrong' }>['refusal']) =>
    ({ kind: 'wrong', charged: live, refusal }) as const;
  if (codes.some((code) => code.isUsed && isMeant(code)))
    return { ...wrong(refuse('RESIDENT_BOUND_ALREADY')), charged: [] };
  return wrong(refuse('CARD_OR_CODE_WRONG'));
}
