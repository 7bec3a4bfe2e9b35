/** What rooms above may use of household. */
export { endWaysIn, letGo } from './let-go';
export { type Named, personsNamed } from './named';
export { namesOf, wordsOf } from './personal/read';
export { addPersonas, type Persona } from './personas';
export { findPrincipal } from './principal';
export {
  addHouseholds,
  addResidents,
  correctHousehold,
  type NewHousehold,
  type NewMember,
  type NewResident,
} from './register';
export {
  denied,
  hasRight,
  mayActFor,
  mayKnowWhoIsThere,
  ownInterest,
  refuseFamilySpending,
  refuseWithout,
  tiesFor,
  unitsOfClerk,
} from './rules/access';
export { maskName } from './rules/name';
export { isMinor, type PersonRow } from './rules/standing';
export { type HolderFacts, holderFacts, holderOfId } from './services/holder';
export { householdsOf, lockHouseholds } from './store/households';
export { lockResident, membersOf, personOf, personsOf } from './store/people';
export { countWithoutKey } from './store/personal';
