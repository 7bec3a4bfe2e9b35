import type { AuditNote } from '../../kit/audit';
import type { Principal } from '../../kit/principal';
import type { Refusal } from '../../kit/refusal';
import type { RequestKey } from '../../kit/request-log';
import type { Run } from '../../kit/statement';
import type { Holder } from '../../ledger';
import type { Claim, Decision } from '../rules';

/** One holder's claim with all that its award and its entry will say. */
export interface Proposal extends Claim {
  readonly holder: Holder;
  /** The community in which the deed was done. */
  readonly unitId: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly grade?: string | null;
  readonly halfHours?: number | null;
  /** The deed's name, as it will stand in the passbook. */
  readonly title: string;
  readonly source: 'checkIn' | 'give';
}

export type AwardOutcome =
  | (Extract<Decision, { state: 'posted' }> & { readonly awardId: string })
  | Extract<Decision, { state: 'refused' }>;

/** A row of another room that stands or falls with the award: one multi-row statement per `write` function. */
export interface SideWrite {
  readonly write: (run: Run, rows: readonly never[]) => Promise<void>;
  readonly row: unknown;
}

/** Something of another room that has to be so still when points are posted, and not only when the request came. */
export interface Precondition {
  readonly id: string;
  /** Locks these, by id, until the points are on disk, and tells for which it is so: one statement for a whole batch. */
  readonly lock: (run: Run, ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** What is kept and answered where it is not so. */
  readonly otherwise: Refusal;
}

/** One request on its way into the ledger. */
export interface PostCommand {
  readonly request: RequestKey;
  readonly caller: Principal;
  readonly addressHash: Buffer | null;
  readonly traceId: string;
  readonly nowMs: number;
  readonly claims: readonly Proposal[];
  readonly precondition?: Precondition;
  readonly notes: readonly AuditNote[];
  /** What is kept and answered, no names and no secrets in it. A Refusal is kept as such, and then nothing is posted. */
  readonly answer: (outcomes: readonly AwardOutcome[]) => unknown;
  readonly sideWrites?: (outcomes: readonly AwardOutcome[]) => readonly SideWrite[];
}

/** What was kept for the request: this time's answer, or the first one's when it was asked before. */
export interface Posted {
  readonly kept: unknown;
}
