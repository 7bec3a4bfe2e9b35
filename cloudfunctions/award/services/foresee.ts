import type { Call } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { runOn } from '../../kit/statement';
import { readAccounts } from '../../ledger';
import type { Proposal } from '../post';
import {
  type Alone,
  type Decision,
  decideAwards,
  type Left,
  leftFor,
  NO_GIVING_LIMITS,
  needsSecond,
  signedLimits,
} from '../rules';
import { readCounted, readTaken } from '../store/awards';
import { readGiven } from '../store/giving';
import type { Deed } from './candidates';

export interface Foretold {
  /** One for each claim, in their order. */
  readonly decisions: readonly Decision[];
  readonly lefts: readonly Left[];
  /** Of the givers, by `givenKey` and `monthKey`. */
  readonly given: ReadonlyMap<string, number>;
}

/** The decisions that posting would make now, without a lock: what comes in between is decided when it comes. */
export async function foresee(call: Call<RoleHolder>, claims: readonly Proposal[], each: boolean): Promise<Foretold> {
  const run = runOn(call.db);
  const giver = { givenBy: call.caller.residentId, givingLimits: NO_GIVING_LIMITS }; // to read what was given, whatever limits it
  const [accounts, taken, times, given] = await Promise.all([
    readAccounts(
      call.db,
      claims.map(({ accountId }) => accountId),
    ),
    readTaken(run, claims),
    readCounted(run, claims),
    readGiven(run, [giver], call.nowMs),
  ]);
  const counted = new Map([...times, ...given]);
  const requests = each ? claims.map((claim) => ({ claims: [claim] })) : [{ claims }];
  const conclude = () => ({ answer: null, stands: false });
  return {
    decisions: decideAwards({ accounts, taken, counted }, requests, conclude).flatMap((one) => one.decisions),
    lefts: claims.map((claim) => leftFor(claim, counted)),
    given,
  };
}

export const sumOf = (decisions: readonly Decision[]): number =>
  decisions.reduce((sum, one) => sum + (one.state === 'posted' ? one.points : 0), 0);

/** Once a second person has signed, the day's limits of one person do not hold. */
export const asSigned = (claims: readonly Proposal[]): Proposal[] =>
  claims.map((claim) => ({ ...claim, givingLimits: claim.givingLimits && signedLimits(claim.givingLimits) }));

export interface Second {
  readonly alone: Alone;
  readonly foretold: Foretold;
}

/** Whether a second person is to sign it, for what would then be posted; null: one person gives it alone. */
export async function askSecond(
  call: Call<RoleHolder>,
  { worth: { points }, limits }: Deed,
  claims: readonly Proposal[],
): Promise<Second | null> {
  if (!needsSecond(points, points * claims.length, limits)) return null; // no more than this can come of it
  const foretold = await foresee(call, asSigned(claims), false);
  const alone = needsSecond(points, sumOf(foretold.decisions), limits);
  return alone && { alone, foretold };
}
