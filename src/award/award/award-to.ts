import type { Person } from '../../household/find/use-found-people';
import { goTo } from '../../ways';
import { toCandidates } from './candidates';
import { keepChosen } from './draft';

/** To 发积分, with these people ticked. */
export function awardTo(people: readonly Person[]): void {
  keepChosen({ kind: 'resident', people: toCandidates('resident', people) }, 'register');
  goTo('staff/award');
}
