/** What rooms above may use of award. */
export { type Alongside, type AwardOutcome, type Proposal, type Proviso, postAwards } from './post';
