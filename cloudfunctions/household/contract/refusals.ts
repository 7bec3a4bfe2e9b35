import { type DetailsOf, declare } from '../../kit/refusal';
import { id, oneOf, whole, words } from '../../kit/refusal-fields';

/** What actions of this room, and those above, refuse with. */
export const refusals = {
  RESIDENT_BOUND_ALREADY: declare('Somebody is bound to this resident already; or this code has been used.'),
  BOUND_ALREADY: declare('The caller (for decideApplication: the applicant) is bound to a resident already.'),
  ONLY_HEAD: declare('Only the head of the household does this.'),
  HOUSEHOLD_NOT_FOUND: declare('There is no such household, or it has ended.'),
  HOUSEHOLD_EXISTS: declare('The number is taken, or a head of that name lives at that address already.', {
    householdId: id('The household that is there.'),
  }),
  MEMBER_EXISTS: declare('The household has a member of this name and birthday.', { residentId: id('That member.') }),
  HELPER_NOT_FOUND: declare('The helper is unknown, under 18 or outside the reach of the caller.'),
  GUARDIAN_CONSENT_NEEDED: declare('A child under 14 takes part only with the recorded consent of a guardian.', {
    age: whole('In whole years, today.'),
    because: oneOf(
      ['headInvites', 'guardianAgrees'],
      'headInvites: the head of the household invites the child, who is bound no other way; guardianAgrees: whoever may act for the child does this. Left out where staff write the consent down.',
    ).exactOptional(),
  }),
  HEAD_NEEDED: declare(
    'Whoever is named head does not live there, or is a child while somebody grown up does; or nobody was named, or more than one.',
  ),
  MERGED_ALREADY: declare('One of the two records has been merged with another one: that is taken back first.'),
  MERGE_WAITING: declare('The same was proposed already and waits for a second person.'),
  MERGE_NOT_FOUND: declare('There is no such proposal.'),
  MERGE_DECIDED: declare('It has been decided or taken back.'),
  OWN_MERGE: declare('A colleague agrees to what the caller proposed about two records.'),
  MERGE_DRAWN_ON: declare('Points of the record that was merged have been spent since: they stay one.'),
  GUARDIAN_UNFIT: declare(
    'Whoever is named is no guardian of this person: themself, a child, somebody who has died or has a guardian of their own; or nobody was named.',
  ),
  GUARDIAN_NOT_FOUND: declare('Nothing of the kind is written down, or not within the reach of the caller.'),
  PAPER_ABOUT_CHILDREN: declare(
    'The paper says whose child somebody is, and the person is grown up, or of unknown age.',
  ),
  PAPER_DAYS_IMPOSSIBLE: declare('The paper is dated after today, or its last day is over.'),
  DIED_ON_IMPOSSIBLE: declare('The day of death is after today, or before the day of birth.'),
  BORN_IN_FUTURE: declare('The date of birth is after today.'),

  APPLICATION_NOT_FOUND: declare('There is no such application, or it is not the caller’s.'),
  APPLICATION_WAITING: declare('The caller has an application that waits already.'),
  APPLICATION_DECIDED: declare('The application has been decided or taken back.', {
    state: oneOf(['approved', 'refused', 'withdrawn'], 'How it ended.'),
  }),
  OWN_APPLICATION: declare('A colleague decides about one’s own application.'),

  CARD_NOT_FOUND: declare('No card or personal code reads so; or the household has no card to stop.'),
  CARD_REVOKED: declare('The card has been stopped or replaced.'),
  CARD_OR_CODE_WRONG: declare(
    'The card and the code do not belong together, or the code has ended: unknown, stopped and real cards are told apart for nobody.',
  ),
  CODE_WRONG: declare(
    'No code reads so: unknown, forged and mistyped are told apart for nobody. Six digits that are wrong are counted.',
  ),
  CODE_EXPIRED: declare('The code was right and is too old, or its tries are used up: get a fresh one.'),
  INVITE_NOT_FOUND: declare('There is no such invite, or it was taken back.'),
  INVITE_USED: declare('The invite has been used.'),

  DECISION_NOT_POSSIBLE: declare('A decision names somebody who is not among the candidates of its row.', {
    sheet: words('The sheet’s name.'),
    row: whole('The row, as Excel shows it.'),
  }),

  HOLDER_NOT_FOUND: declare('There is no such holder, or none within the reach of the caller.'),
  OWN_HOUSEHOLD: declare('Nobody serves their own household, nor a society that they lead: a colleague does.'),
  OWN_SOCIETY: declare('Nobody awards the society that they lead: a colleague does.'),
};

declare module '../../kit/refusal' {
  interface Details extends DetailsOf<typeof refusals> {}
}
