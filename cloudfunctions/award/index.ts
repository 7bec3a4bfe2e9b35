/** What rooms above may use of award. */
export { type Alongside, type AwardOutcome, type Proposal, postAwards } from './post';
