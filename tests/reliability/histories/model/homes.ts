import { headOf, homeOf, type Name } from '../cast';
import type { Town } from './town';

/** Who lets the household use whose points, and whose phone is bound. */
export class Homes {
  constructor(private readonly town: Town) {}

  agree(caller: Name, who: Name, agreed: boolean): string {
    if (!this.town.mayActFor(caller, who)) return 'NOT_ALLOWED';
    if (agreed) this.town.poolingPeople.add(who);
    else this.town.poolingPeople.delete(who);
    return 'ok';
  }

  agreeForHome(caller: Name, agreed: boolean): string {
    const home = homeOf(caller);
    if (headOf(home) !== caller) return 'ONLY_HEAD';
    if (agreed) this.town.poolingHomes.add(home);
    else this.town.poolingHomes.delete(home);
    return 'ok';
  }

  unbind(who: Name): string {
    this.town.unbound.add(who);
    return 'ok';
  }

  /** The head invites, and whoever was let go of accepts. */
  bindAgain(who: Name): string[] {
    if (!this.town.unbound.delete(who)) return ['RESIDENT_BOUND_ALREADY'];
    return ['ok', 'ok'];
  }
}
