import { type DetailsOf, declare } from '../../kit/refusal';
import { oneOf, whole } from '../../kit/refusal-fields';

/** What actions of this room, and those above, refuse with. */
export const refusals = {
  ENTRY_NOT_FOUND: declare('There is no such entry.'),
  NOT_A_CREDIT: declare('Only a credit can be corrected.'),
  CORRECTED_ALREADY: declare('The entry has been corrected.'),
  CORRECTION_WAITING: declare('A correction of this entry waits already.'),
  CORRECTION_NOT_FOUND: declare('There is no such correction.'),
  CORRECTION_DECIDED: declare('The correction has been decided.', {
    state: oneOf(['approved', 'refused', 'noted', 'withdrawn'], 'How it ended.'),
  }),
  NOT_YOUR_PROPOSAL: declare('Only whoever proposed a correction takes it back.'),
  OWN_PROPOSAL: declare('Whoever proposed a correction does not decide it: a second person does.'),

  POINTS_INSUFFICIENT: declare('The points are not enough, those in pool included.', {
    missing: whole('How many are missing.'),
  }),
};

declare module '../../kit/refusal' {
  interface Details extends DetailsOf<typeof refusals> {}
}
