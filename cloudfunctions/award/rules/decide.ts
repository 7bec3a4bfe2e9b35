import type * as z from 'zod';
import type { Balance } from '../../ledger/rules';
import { CEILING_KINDS, type CeilingKind, type Ceilings } from '../../values/awards';
import { type AwardRefusal, CapKind as CapKindSchema } from '../contract';
import { type Giving, type GivingLimit, givenKeysOf, overGiving } from './giving';
import { initialState, type Steps } from './steps';

export type CapKind = z.output<typeof CapKindSchema>;
export type RefusalCode = z.output<typeof AwardRefusal>;

/** Times an item may count; null where there is no limit. */
export type CapTimes = Readonly<Record<CapKind, number | null>>;

/** One holder's claim on one item, as an action puts it together. */
export interface Claim extends Steps, Giving {
  /** Whose times are counted: the item's, or those of one that it was opened again for. */
  readonly lineageId: string;
  readonly points: number;
  readonly caps: CapTimes;
  readonly ceilings?: Ceilings;
  /** Points for time are given up to a ceiling; one value or a grade is given whole or not at all. */
  readonly isByTime?: boolean;
  /** Asia/Shanghai: the day that counts for a cap is the deed's. */
  readonly deedDate: string;
  readonly source: string;
  readonly sourceId: string;
  /** The giver belongs to the holder's household: no one awards their own. */
  readonly isOwnHousehold: boolean;
}

export type Decision =
  | {
      readonly state: 'posted';
      readonly points: number;
      readonly entrySeq: number;
      readonly before: Balance;
      readonly after: Balance;
    }
  | {
      readonly state: 'refused';
      readonly code: RefusalCode;
      readonly cap: CeilingKind | null;
      readonly capTimes: number | null;
      readonly ceilingPoints: number | null;
      readonly leftPoints: number | null;
      /** For GIVER_LIMIT_REACHED. */
      readonly limit?: GivingLimit;
    };

export interface KnownAccount {
  readonly balance: Balance;
  readonly head: { readonly seq: number };
  readonly isClosed: boolean;
}

/** What is known of the accounts concerned, read under their locks. Decisions add to it as they go. */
export interface PostingFacts {
  readonly accounts: ReadonlyMap<string, KnownAccount>;
  /** sourceKey of every award that is there already. */
  readonly taken: ReadonlySet<string>;
  /** Times counted so far by capKey, points given so far by ceilingKey, and by whom by givenKey and monthKey. */
  readonly counted: ReadonlyMap<string, number>;
}

export const sourceKey = (claim: Pick<Claim, 'accountId' | 'source' | 'sourceId'>) =>
  `${claim.accountId} ${claim.source} ${claim.sourceId}`;

type Counted = Pick<Claim, 'accountId' | 'householdId' | 'lineageId' | 'deedDate' | 'source' | 'sourceId'>;

export const CAP_KINDS: readonly CapKind[] = CapKindSchema.options;
const WINDOW = {
  Activity: ({ source, sourceId }: Counted) => `${source} ${sourceId}`,
  Day: ({ deedDate }: Counted) => deedDate,
  Month: ({ deedDate }: Counted) => deedDate.slice(0, 7),
  Year: ({ deedDate }: Counted) => deedDate.slice(0, 4),
};

/** Whose counter of which window a cap looks at; null for a household's cap on somebody without one. */
export function capKey(claim: Counted, kind: CeilingKind): string | null {
  const who = kind.startsWith('person') ? claim.accountId : claim.householdId;
  const window = kind.replace(/^person|^household/, '') as keyof typeof WINDOW;
  return who && `${kind} ${who} ${claim.lineageId} ${WINDOW[window](claim)}`;
}

/** The same for the points given in that window. */
export function ceilingKey(claim: Counted, kind: CeilingKind): string | null {
  const key = capKey(claim, kind);
  return key && `points ${key}`;
}

type Refused = Extract<Decision, { state: 'refused' }>;
const NO_LIMIT = { cap: null, capTimes: null, ceilingPoints: null, leftPoints: null };
/** A refusal as it is answered, with the limit that stands against it. */
export const refused = (code: RefusalCode, limit: Partial<Refused> = {}): Refused => ({
  ...NO_LIMIT,
  ...limit,
  state: 'refused',
  code,
});

interface Standing {
  readonly balance: Balance;
  readonly seq: number;
}

/** What has been decided on top of what is known; kept only when the whole request stands. */
class Tally {
  readonly accounts = new Map<string, Standing>();
  readonly taken = new Set<string>();
  readonly counted = new Map<string, number>();
  constructor(private readonly below: PostingFacts | Tally) {}

  standing(accountId: string): Standing | undefined {
    const own = this.accounts.get(accountId);
    if (own) return own;
    if (this.below instanceof Tally) return this.below.standing(accountId);
    const account = this.below.accounts.get(accountId);
    return account && { balance: account.balance, seq: account.head.seq };
  }
  isTaken(key: string): boolean {
    return this.taken.has(key) || (this.below instanceof Tally ? this.below.isTaken(key) : this.below.taken.has(key));
  }
  /** Times, or points, that a key stands for. */
  times(key: string): number {
    const below = this.below instanceof Tally ? this.below.times(key) : (this.below.counted.get(key) ?? 0);
    return below + (this.counted.get(key) ?? 0);
  }
  /** Takes over what a request decided. */
  absorb(tally: Tally): void {
    for (const [id, standing] of tally.accounts) this.accounts.set(id, standing);
    for (const key of tally.taken) this.taken.add(key);
    for (const [key, times] of tally.counted) this.counted.set(key, (this.counted.get(key) ?? 0) + times);
  }
}

function decide(claim: Claim, isClosed: boolean, tally: Tally, inSameRequest: ReadonlySet<string>): Decision {
  if (claim.isOwnHousehold) return refused('OWN_HOUSEHOLD');
  if (isClosed) return refused('ACCOUNT_CLOSED');
  if (inSameRequest.has(claim.accountId)) return refused('TWICE_IN_LIST');
  if (tally.isTaken(sourceKey(claim))) return refused('COUNTED_ALREADY');
  for (const kind of CAP_KINDS) {
    const [most, key] = [claim.caps[kind], capKey(claim, kind)];
    if (most !== null && key && tally.times(key) >= most) return refused('CAP_REACHED', { cap: kind, capTimes: most });
  }
  if (initialState(claim) !== 'posted') return refused('NEEDS_REVIEW');
  const points = pointsUnderCeilings(claim, tally);
  if (typeof points !== 'number') return points;
  const over = overGiving(claim, points, (key) => tally.times(key));
  if (over) return refused('GIVER_LIMIT_REACHED', { limit: over });
  const standing = tally.standing(claim.accountId);
  if (!standing) return refused('HOLDER_NOT_FOUND');
  const { balance: before, seq } = standing;
  const after = { ...before, lifetime: before.lifetime + points, available: before.available + points };
  return { state: 'posted', points, entrySeq: seq + 1, before, after };
}

/**
 * What the claim is posted with. An item's value is never cut into a free number: what would go above a ceiling is
 * refused with what is left. Points for time have a cap by their nature (product.md) and are given up to it.
 */
function pointsUnderCeilings(claim: Claim, tally: Tally): number | Refused {
  let { points } = claim;
  for (const kind of CEILING_KINDS) {
    const [most, key] = [claim.ceilings?.[kind] ?? null, ceilingKey(claim, kind)];
    if (most === null || !key) continue;
    const left = Math.max(0, most - tally.times(key));
    if (left < points && !(claim.isByTime && left > 0))
      return refused('CEILING_REACHED', { cap: kind, ceilingPoints: most, leftPoints: left });
    points = Math.min(points, left);
  }
  return points;
}

/**
 * Decides many requests one after the other, each in its own order, as if each had come alone. `stands` says whether a
 * request is to be posted at all, given its decisions; where it is not, nothing of it counts for those behind it.
 */
export function decideAwards<R extends { readonly claims: readonly Claim[] }, A>(
  known: PostingFacts,
  requests: readonly R[],
  conclude: (request: R, decisions: readonly Decision[]) => { readonly answer: A; readonly stands: boolean },
): { readonly request: R; readonly decisions: readonly Decision[]; readonly answer: A; readonly stands: boolean }[] {
  const all = new Tally(known);
  return requests.map((request) => {
    const tally = new Tally(all);
    const inSameRequest = new Set<string>();
    const decisions = request.claims.map((claim) => {
      const isClosed = known.accounts.get(claim.accountId)?.isClosed ?? false;
      const decision = decide(claim, isClosed, tally, inSameRequest);
      inSameRequest.add(claim.accountId);
      if (decision.state === 'posted') record(tally, claim, decision);
      return decision;
    });
    const { answer, stands } = conclude(request, decisions);
    if (stands) all.absorb(tally);
    return { request, decisions, answer, stands };
  });
}

function record(tally: Tally, claim: Claim, posted: Extract<Decision, { state: 'posted' }>): void {
  tally.accounts.set(claim.accountId, { balance: posted.after, seq: posted.entrySeq });
  tally.taken.add(sourceKey(claim));
  const add = (key: string | null, more: number) => {
    if (key) tally.counted.set(key, (tally.counted.get(key) ?? 0) + more);
  };
  for (const kind of CAP_KINDS) add(capKey(claim, kind), 1);
  for (const kind of CEILING_KINDS) add(ceilingKey(claim, kind), posted.points);
  for (const key of givenKeysOf(claim)) add(key, posted.points);
}
