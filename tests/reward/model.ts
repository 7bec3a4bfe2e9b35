import { addDays, ageOn, businessDate, startOfDayMs } from '../../cloudfunctions/kit/clock';

/** Redeeming as plain sums in memory: written from product.md, not from the rules, so that the two can disagree. */
export interface ModelReward {
  readonly cost: number;
  readonly period: 'month' | 'quarter' | 'year';
  readonly stock: number;
  readonly limitHolder: number;
  readonly limitHousehold: number | null;
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  readonly leastLifetime: number;
  readonly validDays: number;
}
export interface ModelPerson {
  readonly bornOn: string;
  readonly pools: boolean;
}
interface ModelVoucher {
  readonly reward: number;
  readonly holder: number;
  readonly period: string;
  readonly expiresAtMs: number;
  readonly draws: readonly (readonly [account: number, points: number])[];
  state: 'issued' | 'redeemed' | 'cancelled' | 'lapsed';
}
const QUARTER: Readonly<Record<string, string>> = { '01': 'a', '02': 'a', '03': 'a', '04': 'b', '05': 'b', '06': 'b' };
const LATER: Readonly<Record<string, string>> = { '07': 'c', '08': 'c', '09': 'c', '10': 'd', '11': 'd', '12': 'd' };

/** One household: its people are accounts 0, 1, …; the account after theirs is the household's own. */
export class Model {
  readonly accounts: { lifetime: number; held: number; redeemed: number }[];
  readonly vouchers: ModelVoucher[] = [];
  readonly taken = new Map<string, number>();

  constructor(
    readonly people: readonly ModelPerson[],
    readonly rewards: readonly ModelReward[],
  ) {
    this.accounts = [...people, null].map(() => ({ lifetime: 0, held: 0, redeemed: 0 }));
  }

  credit(account: number, points: number): void {
    this.at(account).lifetime += points;
  }

  /** 'ok', or the code of the refusal. */
  redeem(holder: number, reward: number, pool: readonly number[], nowMs: number): string {
    const terms = this.rewards[reward] as ModelReward;
    const today = businessDate(nowMs);
    const household = this.people.length;
    const asked = [...new Set(pool)].filter((account) => account !== holder);
    if (asked.some((account) => account !== household && !this.people[account]?.pools)) return 'POOL_NOT_AGREED';
    const others = asked.filter((account) => account !== household);
    const payers = [holder, ...others, ...(asked.length > 0 ? [household] : [])];
    const code = this.obstacle(terms, reward, holder, payers, today);
    if (code) return code;
    const period = periodOf(terms.period, today);
    const draws = this.draw(terms.cost, payers);
    this.take(`${reward} ${period}`, 1);
    const expiresAtMs = startOfDayMs(addDays(today, terms.validDays + 1)) - 1;
    this.vouchers.push({ reward, holder, period, expiresAtMs, draws, state: 'issued' });
    return 'ok';
  }

  private obstacle(terms: ModelReward, reward: number, holder: number, payers: readonly number[], today: string) {
    const age = ageOn(this.people[holder]?.bornOn ?? '', today);
    const period = periodOf(terms.period, today);
    const live = this.vouchers.filter(
      (voucher) =>
        voucher.reward === reward && voucher.period === period && ['issued', 'redeemed'].includes(voucher.state),
    );
    if (terms.ageMin !== null && age < terms.ageMin) return 'TOO_YOUNG';
    if (terms.ageMax !== null && age > terms.ageMax) return 'TOO_OLD';
    if (this.at(holder).lifetime < terms.leastLifetime) return 'LIFETIME_TOO_LOW';
    if (live.filter((voucher) => voucher.holder === holder).length >= terms.limitHolder) return 'LIMIT_REACHED';
    if (terms.limitHousehold !== null && live.length >= terms.limitHousehold) return 'HOUSEHOLD_LIMIT_REACHED';
    if (terms.stock - (this.taken.get(`${reward} ${period}`) ?? 0) <= 0) return 'OUT_OF_STOCK';
    const free = payers.reduce((sum, account) => sum + this.free(account), 0);
    return free < terms.cost ? 'POINTS_INSUFFICIENT' : null;
  }

  private draw(cost: number, payers: readonly number[]) {
    const draws: [number, number][] = [];
    let due = cost;
    for (const account of payers) {
      const points = Math.min(due, this.free(account));
      if (points === 0) continue;
      this.at(account).held += points;
      draws.push([account, points]);
      due -= points;
    }
    return draws;
  }

  verify(voucher: number, isOwnProvider: boolean, nowMs: number): string {
    const found = this.vouchers[voucher] as ModelVoucher;
    if (!isOwnProvider) return 'OTHER_PROVIDER';
    const ended = this.endedCode(found, nowMs);
    if (ended) return ended;
    found.state = 'redeemed';
    for (const [account, points] of found.draws) {
      this.at(account).held -= points;
      this.at(account).redeemed += points;
    }
    return 'ok';
  }

  cancel(voucher: number, nowMs: number): string {
    const found = this.vouchers[voucher] as ModelVoucher;
    const ended = this.endedCode(found, nowMs);
    if (ended) return ended;
    this.giveBack(found, 'cancelled', nowMs);
    return 'ok';
  }

  /** How many have lapsed. */
  lapse(nowMs: number): number {
    const expired = this.vouchers.filter((voucher) => voucher.state === 'issued' && nowMs > voucher.expiresAtMs);
    for (const voucher of expired) this.giveBack(voucher, 'lapsed', nowMs);
    return expired.length;
  }

  private giveBack(voucher: ModelVoucher, state: 'cancelled' | 'lapsed', nowMs: number): void {
    voucher.state = state;
    for (const [account, points] of voucher.draws) this.at(account).held -= points;
    const terms = this.rewards[voucher.reward] as ModelReward;
    if (periodOf(terms.period, businessDate(nowMs)) === voucher.period)
      this.take(`${voucher.reward} ${voucher.period}`, -1);
  }

  private endedCode(voucher: ModelVoucher, nowMs: number): string | null {
    if (voucher.state === 'issued') return nowMs > voucher.expiresAtMs ? 'VOUCHER_LAPSED' : null;
    return `VOUCHER_${voucher.state.toUpperCase()}`;
  }

  private at = (account: number) => this.accounts[account] as Model['accounts'][number];
  private free = (account: number) => this.at(account).lifetime - this.at(account).held - this.at(account).redeemed;
  private take = (key: string, by: number) => void this.taken.set(key, (this.taken.get(key) ?? 0) + by);
}

function periodOf(period: ModelReward['period'], date: string): string {
  const month = date.slice(5, 7);
  if (period === 'month') return date.slice(0, 7);
  return period === 'year' ? date.slice(0, 4) : `${date.slice(0, 4)}${QUARTER[month] ?? LATER[month]}`;
}
