import { addDays, businessDate, startOfDayMs } from '../../../../cloudfunctions/values/dates';
import {
  type Holder,
  type Home,
  headOf,
  homeOf,
  isHome,
  membersOf,
  type Name,
  PEOPLE,
  REWARDS,
  type Reward,
} from '../cast';
import { serves, type Town } from './town';

export interface Voucher {
  readonly reward: number;
  readonly holder: Holder;
  readonly period: string;
  readonly expiresAtMs: number;
  readonly draws: readonly (readonly [holder: Holder, points: number])[];
  state: 'issued' | 'redeemed' | 'cancelled' | 'lapsed';
}
const CODES_WINDOW_MS = 60_000;

export class Vouchers {
  readonly all: Voucher[] = [];
  /** By reward and period. */
  readonly taken = new Map<string, number>();
  constructor(private readonly town: Town) {}

  issue(caller: Name, reward: number, asked: Holder | null, pool: readonly Holder[]): string {
    const terms = REWARDS[reward] as Reward;
    const holder = asked ?? (terms.for === 'household' ? homeOf(caller) : caller);
    if (!this.isOwn(caller, holder)) return worksForAll(caller) ? 'NOT_ALLOWED' : 'HOLDER_NOT_FOUND';
    const isHead = headOf(homeOf(holder)) === caller;
    if ((isHome(holder) || pool.length > 0) && !isHead && this.town.ageOf(caller) < 18) return 'NOT_ALLOWED';
    if (isHome(holder) && !isHead && !this.town.poolingHomes.has(holder)) return 'POOL_NOT_AGREED';
    return this.writeVoucher(reward, holder, pool);
  }

  issueFor(caller: Name, reward: number, holder: Holder, pool: readonly Holder[]): string {
    if (!serves(caller, holder)) return 'NOT_ALLOWED';
    if (homeOf(holder) === homeOf(caller)) return 'OWN_HOUSEHOLD';
    if (isHome(holder) && !this.town.poolingHomes.has(holder)) return 'POOL_NOT_AGREED';
    return this.writeVoucher(reward, holder, pool);
  }

  private writeVoucher(reward: number, holder: Holder, pool: readonly Holder[]): string {
    const terms = REWARDS[reward] as Reward;
    const home = homeOf(holder);
    const asked = [...new Set(pool)].filter((one) => one !== holder);
    if (asked.some((one) => !this.consents(home, one))) return 'POOL_NOT_AGREED';
    const withHome = asked.length > 0 && home !== holder && this.town.poolingHomes.has(home);
    const payers = [holder, ...asked.filter((one) => one !== home), ...(withHome ? [home] : [])];
    const today = this.town.today;
    const period = periodOf(terms.period, today);
    const code = this.obstacle(terms, reward, holder, payers, period);
    if (code) return code;
    const draws = this.draw(terms.cost, payers);
    this.take(`${reward} ${period}`, 1);
    const expiresAtMs = startOfDayMs(addDays(today, terms.validDays + 1)) - 1;
    this.all.push({ reward, holder, period, expiresAtMs, draws, state: 'issued' });
    return 'ok';
  }

  private consents(home: Home, one: Holder): boolean {
    if (isHome(one)) return one === home && this.town.poolingHomes.has(home);
    return membersOf(home).includes(one) && this.town.poolingPeople.has(one);
  }

  private obstacle(terms: Reward, reward: number, holder: Holder, payers: readonly Holder[], period: string) {
    const age = isHome(holder) ? null : this.town.ageOf(holder);
    const live = this.all.filter(
      (one) => one.reward === reward && one.period === period && ['issued', 'redeemed'].includes(one.state),
    );
    if (terms.ageMin !== null && age !== null && age < terms.ageMin) return 'TOO_YOUNG';
    if (terms.ageMax !== null && age !== null && age > terms.ageMax) return 'TOO_OLD';
    if (isHome(holder) !== (terms.for === 'household')) return 'HOLDER_KIND_DIFFERS';
    if (homeOf(holder) === 'far') return 'OTHER_COMMUNITY';
    if (this.town.account(holder).lifetime < terms.leastLifetime) return 'LIFETIME_TOO_LOW';
    if (live.filter((one) => one.holder === holder).length >= terms.limitHolder) return 'LIMIT_REACHED';
    const ofHome = live.filter((one) => homeOf(one.holder) === homeOf(holder)).length;
    if (terms.limitHousehold !== null && ofHome >= terms.limitHousehold) return 'HOUSEHOLD_LIMIT_REACHED';
    if (terms.stock - (this.taken.get(`${reward} ${period}`) ?? 0) <= 0) return 'OUT_OF_STOCK';
    const free = payers.reduce((sum, payer) => sum + this.town.free(payer), 0);
    return free < terms.cost ? 'POINTS_INSUFFICIENT' : null;
  }

  private draw(cost: number, payers: readonly Holder[]) {
    const draws: [Holder, number][] = [];
    let due = cost;
    for (const payer of payers) {
      const points = Math.min(due, this.town.free(payer));
      if (points === 0) continue;
      this.town.write(payer, 'hold', points);
      draws.push([payer, points]);
      due -= points;
    }
    return draws;
  }

  /** `place` null: a code of nobody's. */
  redeem(clerk: 'clerk' | 'otherClerk', place: number | null, isLookOnly: boolean): string {
    if (this.town.isExhausted(`codes ${clerk}`, CODES_WINDOW_MS)) return 'TOO_MANY';
    if (place === null || clerk === 'otherClerk') {
      this.town.countWrong(`codes ${clerk}`, CODES_WINDOW_MS);
      return place === null ? 'VOUCHER_NOT_FOUND' : 'OTHER_PROVIDER';
    }
    const found = this.all[place] as Voucher;
    const ended = this.endedCode(found);
    if (ended || isLookOnly) return ended ?? 'ok';
    found.state = 'redeemed';
    for (const [payer, points] of found.draws) this.town.write(payer, 'redeem', points);
    return 'ok';
  }

  cancel(caller: Name, place: number): string {
    const found = this.all[place] as Voucher;
    if (!this.isOwn(caller, found.holder) && !serves(caller, found.holder))
      return worksForAll(caller) ? 'NOT_ALLOWED' : 'VOUCHER_NOT_FOUND';
    const ended = this.endedCode(found);
    if (!ended) this.giveBack(found, 'cancelled');
    return ended ?? 'ok';
  }

  /** How many have lapsed. */
  lapse(): number {
    const expired = this.all.filter(({ state, expiresAtMs }) => state === 'issued' && this.town.nowMs > expiresAtMs);
    for (const voucher of expired) this.giveBack(voucher, 'lapsed');
    return expired.length;
  }

  private giveBack(voucher: Voucher, state: 'cancelled' | 'lapsed'): void {
    voucher.state = state;
    for (const [payer, points] of voucher.draws) this.town.write(payer, 'release', points);
    const terms = REWARDS[voucher.reward] as Reward;
    if (periodOf(terms.period, businessDate(this.town.nowMs)) === voucher.period)
      this.take(`${voucher.reward} ${voucher.period}`, -1);
  }

  private endedCode(voucher: Voucher): string | null {
    if (voucher.state === 'issued') return this.town.nowMs > voucher.expiresAtMs ? 'VOUCHER_LAPSED' : null;
    return `VOUCHER_${voucher.state.toUpperCase()}`;
  }

  private isOwn = (caller: Name, holder: Holder) =>
    isHome(holder) ? homeOf(caller) === holder : this.town.mayActFor(caller, holder);
  private take = (key: string, by: number) => void this.taken.set(key, (this.taken.get(key) ?? 0) + by);
}

/** Whoever works in the community hears that somebody is out of their reach; others hear of nobody. */
const worksForAll = (caller: Name) =>
  ['communityStaff', 'communityAdmin', 'gridWorker'].includes(PEOPLE[caller].role ?? '');

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];
function periodOf(period: Reward['period'], date: string): string {
  if (period === 'month') return date.slice(0, 7);
  const year = date.slice(0, 4);
  return period === 'year' ? year : `${year}-${QUARTERS[Math.floor((Number(date.slice(5, 7)) - 1) / 3)]}`;
}
