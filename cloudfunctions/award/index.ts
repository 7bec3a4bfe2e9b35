/** What rooms above may use of award. */
export { type Alongside, type AwardOutcome, type PostAsk, type Posted, type Proposal, postAwards } from './post';
