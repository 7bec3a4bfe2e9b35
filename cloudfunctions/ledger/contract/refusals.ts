import { type DetailsOf, declare } from '../../kit/refusal';
import { day, oneOf, whole } from '../../kit/refusal-fields';

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
  COUNTERSIGNER_NOT_FOUND: declare('No such key signs days of a community now.'),
  COUNTERSIGNER_SAID: declare('Whoever said so has said it: a second person has to.'),
  COUNTERSIGNERS_FULL: declare('So many keys have begun or wait to; end one first.', {
    max: whole('How many there may be.'),
  }),
  KEY_KNOWN: declare('The key is registered already, or was. A key begins once.'),
  DAY_NOT_SIGNED: declare('The day has no checkpoint.', { day: day('Which.') }),
  DAY_DIFFERS: declare('Another checkpoint stands on that day than the one that was signed a second time.', {
    day: day('Which.'),
  }),
  COUNTERSIGNATURE_WRONG: declare('The key did not sign this.', { day: day('Which.') }),

  POINTS_INSUFFICIENT: declare('The points are not enough, those in pool included.', {
    missing: whole('How many are missing.'),
  }),
};

declare module '../../kit/refusal' {
  interface Details extends DetailsOf<typeof refusals> {}
}
