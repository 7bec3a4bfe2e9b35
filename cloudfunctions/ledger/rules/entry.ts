import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { type Refusal, refuse } from '../../kit/refusal';
import { entryText } from '../../values/receipt';
import type { Balance as BalanceSchema, CanonicalEntry as CanonicalEntrySchema, EntryKind } from '../contract';

export type Balance = z.output<typeof BalanceSchema>;
export type CanonicalEntry = z.output<typeof CanonicalEntrySchema>;
export type Kind = z.output<typeof EntryKind>;

/** An entry before it has its place in an account's chain. */
export type DraftEntry = Omit<CanonicalEntry, 'seq'>;
export interface ChainedEntry extends CanonicalEntry {
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}
export interface Head {
  readonly seq: number;
  readonly hash: Buffer;
}

export const FIRST_HEAD: Head = { seq: 0, hash: Buffer.alloc(32) };
export const NO_POINTS: Balance = { lifetime: 0, held: 0, redeemed: 0, available: 0 };

/** hash = SHA-256(previous hash ‖ text of the entry), per account. */
export function hashEntry(prevHash: Buffer, entry: CanonicalEntry): Buffer {
  return createHash('sha256').update(prevHash).update(entryText(entry)).digest();
}

/** Hangs entries, in their order, on an account's head. */
export function chain(head: Head, drafts: readonly DraftEntry[]): { entries: readonly ChainedEntry[]; head: Head } {
  let last = head;
  const entries = drafts.map((draft) => {
    const entry = { ...draft, seq: last.seq + 1 };
    const chained = { ...entry, prevHash: last.hash, hash: hashEntry(last.hash, entry) };
    last = { seq: chained.seq, hash: chained.hash };
    return chained;
  });
  return { entries, head: last };
}

const EFFECT: Record<Kind, readonly [lifetime: number, held: number, redeemed: number]> = {
  credit: [1, 0, 0],
  hold: [0, 1, 0],
  redeem: [0, -1, 1],
  release: [0, -1, 0],
  correction: [-1, 0, 0], // the one exception of rule 1: an entry that never should have been
};

/** The balance after an entry; refused when it would use points that are not there (rule 1: available never below 0). */
export function applyEntry(
  balance: Balance,
  kind: Kind,
  points: number,
): { readonly ok: true; readonly balance: Balance } | Refusal<'POINTS_INSUFFICIENT'> {
  const [lifetimeBy, heldBy, redeemedBy] = EFFECT[kind];
  const lifetime = balance.lifetime + lifetimeBy * points;
  const held = balance.held + heldBy * points;
  const redeemed = balance.redeemed + redeemedBy * points;
  const available = lifetime - held - redeemed;
  if (available < 0 || held < 0) return refuse('POINTS_INSUFFICIENT', { missing: Math.max(-available, -held) });
  return { ok: true, balance: { lifetime, held, redeemed, available } };
}

export function sumBalances(balances: readonly Balance[]): Balance {
  return balances.reduce(
    (sum, { lifetime, held, redeemed, available }) => ({
      lifetime: sum.lifetime + lifetime,
      held: sum.held + held,
      redeemed: sum.redeemed + redeemed,
      available: sum.available + available,
    }),
    NO_POINTS,
  );
}

/** What an account's lines of a month come to. */
export interface MonthSum {
  readonly month: string;
  readonly credited: number;
  readonly redeemed: number;
  readonly corrected: number;
  /** Held for vouchers, and given back of it: what the month's lines show. */
  readonly held: number;
  readonly released: number;
}

/** Of several accounts that are one person's, month by month. */
export function sumMonths(sums: readonly MonthSum[]): MonthSum[] {
  const byMonth = new Map<string, MonthSum>();
  for (const { month, credited, redeemed, corrected, held, released } of sums) {
    const so = byMonth.get(month) ?? { month, credited: 0, redeemed: 0, corrected: 0, held: 0, released: 0 };
    byMonth.set(month, {
      ...{ month, credited: so.credited + credited, redeemed: so.redeemed + redeemed },
      ...{ corrected: so.corrected + corrected, held: so.held + held, released: so.released + released },
    });
  }
  return [...byMonth.values()];
}

export type ChainFault = 'sequenceGap' | 'previousHashDiffers' | 'hashDiffers' | 'pointsNotThere' | 'headDiffers';

/** Whether an entry hangs on the one before it. */
function linkFault(entry: ChainedEntry, last: Head): { readonly seq: number; readonly fault: ChainFault } | null {
  if (entry.seq !== last.seq + 1) return { seq: last.seq + 1, fault: 'sequenceGap' };
  if (!entry.prevHash.equals(last.hash)) return { seq: entry.seq, fault: 'previousHashDiffers' };
  return entry.hash.equals(hashEntry(last.hash, entry)) ? null : { seq: entry.seq, fault: 'hashDiffers' };
}

/** Walks one account from its first entry; names the first that is wrong. `head` and `balance` are the account's own row. */
export function checkChain(
  entries: readonly ChainedEntry[],
  account: Head & { readonly balance: Balance },
): { readonly seq: number; readonly fault: ChainFault } | null {
  let last = FIRST_HEAD;
  let balance = NO_POINTS;
  for (const entry of entries) {
    const wrong = linkFault(entry, last);
    if (wrong) return wrong;
    const applied = applyEntry(balance, entry.kind, entry.points);
    if (!applied.ok) return { seq: entry.seq, fault: 'pointsNotThere' };
    balance = applied.balance;
    last = { seq: entry.seq, hash: entry.hash };
  }
  const sameHead = account.seq === last.seq && account.hash.equals(last.hash);
  const { lifetime, held, redeemed } = account.balance;
  const sameSums = lifetime === balance.lifetime && held === balance.held && redeemed === balance.redeemed;
  return sameHead && sameSums ? null : { seq: account.seq, fault: 'headDiffers' };
}
