/** What rooms above may use of household. */

export { goneBy, personChanged } from './events';
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
export { isNamedInPublic, lendsToFamily } from './rules/consent';
export { maskName } from './rules/name';
export { isMinor, type PersonRow } from './rules/standing';
export { PURPOSES } from './services/bind';
export { peopleCalled } from './services/called';
export { findPeople } from './services/find-people';
export { servedBy } from './services/guardians';
export { type HolderFacts, holderFacts, holderOfId } from './services/holder';
export { holderNames } from './services/holder-names';
export { accountsOf } from './services/merged';
export { type Named, personsNamed } from './services/named';
export { namesOf, personalDataOf } from './services/personal/read';
export { findPrincipal, subjectHash } from './services/principal';
export {
  addHouseholds,
  addResidents,
  correctHousehold,
  type NewHousehold,
  type NewMember,
  type NewResident,
} from './services/register';
export { revokeCodesAndInvites, unbindHolders } from './services/unbind-holders';
export { keepWords, sealLeftOver, sealWords, wordsOf } from './services/words';
export { applicationTimes } from './store/applications';
export { insertBindingEvents, insertConsents } from './store/bindings';
export { householdsOf, lockHouseholds } from './store/households';
export { demoIdentitiesOf, insertIdentities } from './store/identities';
export { markDrawnOn, mergeTimes } from './store/merging';
export {
  deadOf,
  isOnlyOne,
  livingIn,
  lockResident,
  MEMBERS_OF,
  membersOf,
  PERSON,
  personOf,
  personsOf,
} from './store/people';
export { countWithoutKey } from './store/personal';
export { insertWords, type SealedWords } from './store/words';
