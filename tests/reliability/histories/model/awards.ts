import { addDays } from '../../../../cloudfunctions/values/dates';
import { type Holder, homeOf, ITEMS_BEGAN_ON, type Item, type ItemName, isHome, itemOf, type Name } from '../cast';
import { serves, type Town } from './town';

interface Award {
  readonly holder: Holder;
  readonly item: ItemName;
  readonly day: string;
  /** The activity checked in to; null for what staff gave, where every request is another deed. */
  readonly activity: number | null;
}
export interface Claim extends Award {
  readonly isOwnHousehold: boolean;
}

/** Awards as the caps see them; points go to the model's accounts. */
export class Awards {
  private readonly posted: (Award & { readonly seq: number })[] = [];
  constructor(private readonly town: Town) {}

  give(giver: Name, name: ItemName, holders: readonly Holder[], day: string): string | string[] {
    if (itemOf(name).isRetired) return 'ITEM_NOT_PUBLISHED';
    if (day > this.town.today || day < addDays(this.town.today, -90)) return 'DEED_DATE_NOT_ALLOWED';
    if (day < ITEMS_BEGAN_ON) return 'ITEM_BEGAN_LATER';
    const asked = new Set<Holder>();
    return holders.map((holder) => {
      if (!serves(giver, holder)) return 'HOLDER_NOT_FOUND';
      if ((isHome(holder) ? 'household' : 'resident') !== itemOf(name).for) return 'HOLDER_KIND_DIFFERS';
      const isTwice = asked.has(holder);
      asked.add(holder);
      const isOwnHousehold = homeOf(holder) === homeOf(giver);
      const code = this.refusal({ holder, item: name, day, activity: null, isOwnHousehold }, isTwice);
      if (!code) this.post({ holder, item: name, day, activity: null });
      return code ?? 'posted';
    });
  }

  /** Checks in one after the other; what each is answered. */
  checkIn(claims: readonly Claim[]): string[] {
    return claims.map((claim, i) => {
      const isTwice = claims.slice(0, i).some(({ holder }) => holder === claim.holder);
      const code = this.refusal(claim, isTwice);
      if (!code) this.post(claim);
      return code ?? 'posted';
    });
  }

  /** Why this one is not posted now, or null. */
  refusal(claim: Claim, isTwice = false): string | null {
    if (claim.isOwnHousehold) return 'OWN_HOUSEHOLD';
    if (isTwice) return 'TWICE_IN_LIST';
    const { activity, holder } = claim;
    if (activity !== null && this.posted.some((one) => one.activity === activity && one.holder === holder))
      return 'COUNTED_ALREADY';
    const item = itemOf(claim.item);
    const full = Object.entries(item.caps).find(([cap, most]) => this.times(claim, cap) >= most);
    if (full) return `CAP_REACHED ${full[0]}`;
    return item.needsReview ? 'NEEDS_REVIEW' : null;
  }

  attended(activity: number): number {
    return this.posted.filter((one) => one.activity === activity).length;
  }
  hasAttended(activity: number, holder: Holder): boolean {
    return this.posted.some((one) => one.activity === activity && one.holder === holder);
  }

  private times({ holder, item, day }: Award, cap: string): number {
    const digits = cap.endsWith('Day') ? 10 : cap.endsWith('Month') ? 7 : 4;
    const isSame = (other: Holder) => (cap.startsWith('person') ? other === holder : homeOf(other) === homeOf(holder));
    const isCorrected = (one: { holder: Holder; seq: number }) =>
      this.town.account(one.holder).entries.some(({ corrects }) => corrects === one.seq);
    return this.posted.filter(
      (one) =>
        one.item === item &&
        isSame(one.holder) &&
        one.day.slice(0, digits) === day.slice(0, digits) &&
        !isCorrected(one),
    ).length;
  }

  private post({ holder, item, day, activity }: Award): void {
    this.town.write(holder, 'credit', (itemOf(item) as Item).points);
    this.posted.push({ holder, item, day, activity, seq: this.town.account(holder).entries.length });
  }
}
