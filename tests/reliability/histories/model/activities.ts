import { businessDate } from '../../../../cloudfunctions/values/dates';
import { CAPACITY, HOMES, type Holder, homeOf, type ItemName, itemOf, membersOf, type Name, PEOPLE } from '../cast';
import type { Awards, Claim } from './awards';
import type { Town } from './town';

const HALF_HOUR_MS = 1_800_000;
const WEEK_MS = 7 * 86_400_000;
const DIGITS_WINDOW_MS = 600_000;
const ONE_DOOR_MS = 60_000;

interface Activity {
  readonly item: ItemName;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  isCancelled: boolean;
  /** In the order in which they came to the list. */
  readonly line: Name[];
}
/** The office of the community, whatever their home: it runs what all of the community does, and could draw the code anywhere. */
const runs = (caller: Name) => ['communityStaff', 'communityAdmin'].includes(PEOPLE[caller].role ?? '');
export type FoundBy = 'card' | 'personalCode' | 'name';
export type Code = 'live' | 'digits' | 'old' | 'early' | 'forged' | 'wrongDigits' | 'poster';

export class Activities {
  private readonly all: Activity[] = [];
  private readonly doors = new Map<Holder, { place: number; atMs: number }>();
  constructor(
    private readonly town: Town,
    private readonly awards: Awards,
  ) {}

  get count(): number {
    return this.all.length;
  }

  announce(by: Name, item: ItemName, startsAtMs: number, endsAtMs: number): string {
    if (!runs(by)) return 'NOT_ALLOWED';
    this.all.push({ item, startsAtMs, endsAtMs, isCancelled: false, line: [] });
    return 'ok';
  }

  cancel(by: Name, place: number): string {
    if (!runs(by)) return 'NOT_ALLOWED';
    const activity = this.at(place);
    const ended = this.ended(activity);
    if (!ended) activity.isCancelled = true;
    return ended ?? 'ok';
  }

  /** The first places of the line have one, whoever stands behind them waits. */
  signUp(caller: Name, place: number, who: Name, coming: boolean): unknown {
    const activity = this.at(place);
    if (!this.town.mayActFor(caller, who)) return 'RESIDENT_NOT_FOUND';
    const ended = this.ended(activity);
    if (ended) return ended;
    const { line } = activity;
    if (coming && !line.includes(who)) line.push(who);
    if (!coming && line.includes(who)) line.splice(line.indexOf(who), 1);
    const at = line.indexOf(who);
    const state = at < 0 ? 'none' : at < CAPACITY ? 'signedUp' : 'waiting';
    return { state, signedUpCount: Math.min(line.length, CAPACITY), waitingBefore: Math.max(0, at - CAPACITY) };
  }

  checkIn(caller: Name, place: number, code: Code, along: readonly Name[]): unknown {
    const activity = this.at(place);
    const refused = this.refuseCode(caller, activity, code) ?? this.refuseCaller(caller, place, code);
    if (refused) return refused;
    const others = [...new Set(along)].filter((name) => name !== caller);
    if (others.some((name) => !this.town.mayActFor(caller, name))) return 'MAY_NOT_ACT_FOR';
    const claims = [caller, ...others].map((holder) => this.claim(place, holder, false));
    const own = this.awards.refusal(claims[0] as Claim);
    if (own) return own;
    const before = this.town.balance(caller);
    const [, ...outcomes] = this.awards.checkIn(claims);
    const { points } = itemOf(activity.item);
    return { points, neighbours: this.awards.attended(place), along: outcomes, ...this.after(caller, before) };
  }

  private after(caller: Name, before: unknown) {
    const home = homeOf(caller);
    const all: Holder[] = [home, ...membersOf(home)];
    const householdLifetime = all.reduce((sum, holder) => sum + this.town.account(holder).lifetime, 0);
    return { balance: { before, after: this.town.balance(caller) }, householdLifetime };
  }

  /** Digits are tried only on what is open in the caller's own community, and five wrong ones close the door. */
  private refuseCode(caller: Name, activity: Activity, code: Code): string | null {
    if (code === 'poster') return 'POSTER_ONLY';
    if (code === 'forged') return 'CODE_WRONG';
    if (code !== 'digits' && code !== 'wrongDigits') return null;
    if (this.town.isExhausted(`digits ${caller}`, DIGITS_WINDOW_MS)) return 'TOO_MANY';
    const isFound = code === 'digits' && caller !== 'stranger' && !this.refuseTime(activity, HALF_HOUR_MS);
    if (!isFound) this.town.countWrong(`digits ${caller}`, DIGITS_WINDOW_MS);
    return isFound ? null : 'CODE_WRONG';
  }

  private refuseCaller(caller: Name, place: number, code: Code): string | null {
    const activity = this.at(place);
    if (this.awards.hasAttended(place, caller)) return 'COUNTED_ALREADY';
    if (code === 'old') return 'CODE_EXPIRED';
    if (code === 'early') return 'CODE_NEEDS_NETWORK_TIME';
    return this.refuseTime(activity, HALF_HOUR_MS) ?? (runs(caller) ? 'ORGANISER_NEEDS_COLLEAGUE' : null);
  }

  /** Only those of the community; visitors scan for themselves. */
  checkInResident(caller: Name, place: number, names: readonly Name[], how: FoundBy): string | string[] {
    const refused = this.refuseTime(this.at(place), WEEK_MS);
    if (refused) return refused;
    const isKnown = (name: Name) => HOMES[homeOf(name)].grid !== null;
    const elsewhere = this.showAtDoor(place, names.filter(isKnown), how);
    const comes = (name: Name) => isKnown(name) && !elsewhere.has(name);
    const claims = names.filter(comes).map((name) => this.claim(place, name, homeOf(name) === homeOf(caller)));
    const outcomes = this.awards.checkIn(claims).map((outcome) => outcome.split(' ')[0] as string);
    return names.map((name) => {
      if (!isKnown(name)) return 'HOLDER_NOT_FOUND';
      return comes(name) ? (outcomes.shift() as string) : 'AT_ANOTHER_DOOR';
    });
  }

  /** A card and a personal code are at one door at a time; answers whose were at another one a moment ago. */
  private showAtDoor(place: number, names: readonly Name[], how: FoundBy): Set<Name> {
    const shownFor = (name: Name) => (how === 'name' ? [] : how === 'card' ? [name, homeOf(name)] : [name]);
    const nowMs = this.town.nowMs;
    const isHere = (shown: Holder) => {
      const door = this.doors.get(shown);
      return !door || door.place === place || door.atMs <= nowMs - ONE_DOOR_MS;
    };
    const all = [...new Set(names.flatMap(shownFor))];
    const elsewhere = new Set(all.filter((shown) => !isHere(shown)));
    for (const shown of all) if (!elsewhere.has(shown)) this.doors.set(shown, { place, atMs: nowMs });
    return new Set(names.filter((name) => shownFor(name).some((shown) => elsewhere.has(shown))));
  }

  private claim(place: number, holder: Name, isOwnHousehold: boolean): Claim {
    const { item, startsAtMs } = this.at(place);
    const day = businessDate(Math.min(startsAtMs, this.town.nowMs));
    return { holder, item, day, activity: place, isOwnHousehold };
  }

  private refuseTime(activity: Activity, lateMs: number): string | null {
    if (activity.isCancelled) return 'ACTIVITY_CANCELLED';
    if (this.town.nowMs < activity.startsAtMs - HALF_HOUR_MS) return 'ACTIVITY_NOT_OPEN';
    return this.town.nowMs > activity.endsAtMs + lateMs ? 'ACTIVITY_OVER' : null;
  }
  private ended(activity: Activity): string | null {
    if (activity.isCancelled) return 'ACTIVITY_CANCELLED';
    return this.town.nowMs >= activity.endsAtMs ? 'ACTIVITY_OVER' : null;
  }
  private at = (place: number) => this.all[place] as Activity;
}
