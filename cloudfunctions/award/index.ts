/** What rooms above may use of award. */

export { type AwardOutcome, type Precondition, type Proposal, postAwards, type SideWrite } from './post';
export { firstWithoutAward } from './services/compare-entries';
export { givenToHouseholds } from './store/giving';
export { handOverWaiting, signingTimes } from './store/waiting';
