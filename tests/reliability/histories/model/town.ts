import { businessDate } from '../../../../cloudfunctions/values/dates';
import { ageOn } from '../../../../cloudfunctions/values/people';
import { HOME_NAMES, HOMES, type Holder, type Home, headOf, homeOf, NAMES, type Name, PEOPLE } from '../cast';

export interface Entry {
  readonly kind: 'credit' | 'hold' | 'redeem' | 'release' | 'correction';
  readonly points: number;
  readonly corrects: number | null;
}
export interface Account {
  lifetime: number;
  held: number;
  redeemed: number;
  readonly entries: Entry[];
}

/** One community as plain sums and lists in memory: written from the product's rules, not from the code's, so that the two can disagree. */
export class Town {
  nowMs: number;
  readonly accounts = new Map<Holder, Account>(
    [...NAMES, ...HOME_NAMES].map((holder) => [holder, { lifetime: 0, held: 0, redeemed: 0, entries: [] }]),
  );
  /** Days on which entries were posted and whose checkpoint is not signed yet. */
  readonly unsignedDays = new Set<string>();
  readonly unbound = new Set<Name>();
  readonly poolingPeople = new Set<Name>(NAMES.filter((name) => PEOPLE[name].pools));
  readonly poolingHomes = new Set<Home>(HOME_NAMES.filter((home) => HOMES[home].pools));
  private readonly wrongTries = new Map<string, number>();

  constructor(nowMs: number) {
    this.nowMs = nowMs;
  }

  get today(): string {
    return businessDate(this.nowMs);
  }

  account(holder: Holder): Account {
    return this.accounts.get(holder) as Account;
  }

  free(holder: Holder): number {
    const { lifetime, held, redeemed } = this.account(holder);
    return lifetime - held - redeemed;
  }

  balance(holder: Holder) {
    const { lifetime, held, redeemed } = this.account(holder);
    return { lifetime, held, redeemed, available: this.free(holder) };
  }

  write(holder: Holder, kind: Entry['kind'], points: number, corrects: number | null = null): void {
    const account = this.account(holder);
    account.entries.push({ kind, points, corrects });
    if (kind === 'credit') account.lifetime += points;
    if (kind === 'correction') account.lifetime -= points;
    if (kind === 'hold') account.held += points;
    if (kind === 'redeem' || kind === 'release') account.held -= points;
    if (kind === 'redeem') account.redeemed += points;
    this.unsignedDays.add(this.today);
  }

  ageOf(name: Name): number {
    return ageOn(PEOPLE[name].bornOn, this.today);
  }

  /** Oneself; the head of a household for its children. */
  mayActFor(caller: Name, other: Name): boolean {
    return caller === other || (headOf(homeOf(other)) === caller && this.ageOf(other) < 18);
  }

  /** Whether five wrong tries within the window have closed it. */
  isExhausted(key: string, windowMs: number): boolean {
    return (this.wrongTries.get(this.windowKey(key, windowMs)) ?? 0) >= 5;
  }
  countWrong(key: string, windowMs: number): void {
    const window = this.windowKey(key, windowMs);
    this.wrongTries.set(window, (this.wrongTries.get(window) ?? 0) + 1);
  }
  private windowKey = (key: string, windowMs: number) => `${key} ${Math.floor(this.nowMs / windowMs)}`;
}

/** A grid worker serves the households of their own grid, the community's staff all of it; nobody the other community's. */
export function serves(caller: Name, holder: Holder): boolean {
  const { role } = PEOPLE[caller];
  const { grid } = HOMES[homeOf(holder)];
  if (grid === null) return false;
  return role === 'gridWorker' ? grid === 0 : role === 'communityStaff' || role === 'communityAdmin';
}
