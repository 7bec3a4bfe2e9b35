import type { Said } from './said';
import { day, id, list, oneOf, says, whole, words } from './said';

const LEVELS = 'The levels at which it would be possible.';

/** organisation and household. */
export const OF_PEOPLE = {
  UNIT_NOT_FOUND: says('There is no such unit, or none of the level that this needs.', {
    level: words('The level that it must have.'),
    levels: list('The levels of which it must have one.'),
  }),
  UNIT_EXISTS: says('The code is taken, or a unit beside it has the name already.', {
    name: words('As it was sent.'),
    code: words('As it was sent.'),
  }),
  UNIT_IS_LOWEST: says('Nothing can stand below a group.'),
  SETTING_NEEDED: says('A community is urban or rural: send setting.'),
  ROLE_NOT_FOUND: says('There is no such role, or it has ended.'),
  ROLE_NEEDS_OTHER_LEVEL: says('This role does not belong to a unit of that level.', { levels: list(LEVELS) }),
  ROLE_HELD_ALREADY: says('The resident holds this role in this unit on one of those days already.', {
    roleId: id('The term that is in the way.'),
    validFrom: day('Its first day.'),
    validUntil: day('Its last day; left out when it has none.'),
  }),
  DATES_REVERSED: says('The role would be over before it begins, or is over already.', {
    validFrom: day('As it was sent, or today.'),
    validUntil: day('As it was sent.'),
    today: day('Asia/Shanghai.'),
  }),
  PROVIDER_NOT_FOUND: says('There is no such provider in or above the unit, or it has closed.', {
    providerId: id('Which one of those sent.'),
  }),
  PROVIDER_EXISTS: says('The unit has a provider of this name.', { name: words('As it was sent.') }),
  SOCIETY_NOT_FOUND: says('There is no such society in this unit.'),
  SOCIETY_EXISTS: says('The community has a society of this name.', { name: words('As it was sent.') }),

  RESIDENT_NOT_FOUND: says(
    'There is no such resident, they have died, or they are nobody whom the caller may act for.',
  ),
  RESIDENT_BOUND_ALREADY: says('Somebody is bound to this resident already; or this code has been used.'),
  BOUND_ALREADY: says('The caller (for decideApplication: the applicant) is bound to a resident already.'),
  ONLY_HEAD: says('Only the head of the household does this.'),
  HOUSEHOLD_NOT_FOUND: says('There is no such household, or it has ended.'),
  HOUSEHOLD_EXISTS: says('The number is taken, or a head of that name lives at that address already.', {
    householdId: id('The household that is there.'),
  }),
  MEMBER_EXISTS: says('The household has a member of this name and birthday.', { residentId: id('That member.') }),
  HELPER_NOT_FOUND: says('The helper is unknown, under 18 or outside the reach of the caller.'),
  GUARDIAN_CONSENT_NEEDED: says('A child under 14 takes part only with the recorded consent of a guardian.', {
    age: whole('In whole years, today.'),
    because: oneOf(
      ['headInvites', 'guardianAgrees'],
      'headInvites: the head of the household invites the child, who is bound no other way; guardianAgrees: whoever may act for the child does this.',
    ),
  }),
  BORN_IN_FUTURE: says('The date of birth is after today.'),
  APPLICATION_NOT_FOUND: says('There is no such application, or it is not the caller’s.'),
  APPLICATION_WAITING: says('The caller has an application that waits already.'),
  APPLICATION_DECIDED: says('The application has been decided or taken back.', {
    state: oneOf(['approved', 'refused', 'withdrawn'], 'How it ended.'),
  }),
  OWN_APPLICATION: says('A colleague decides about one’s own application.'),

  CARD_NOT_FOUND: says('No card or personal code reads so; or the household has no card to stop.'),
  CARD_REVOKED: says('The card has been stopped or replaced.'),
  CODE_WRONG: says(
    'No code reads so: unknown, forged and mistyped are told apart for nobody. Six digits that are wrong are counted.',
    { triesLeft: whole('For household.bindByCard: tries left before the code of the card ends.') },
  ),
  CODE_EXPIRED: says('The code was right and is too old, or its tries are used up: get a fresh one.'),
  INVITE_NOT_FOUND: says('There is no such invite, or it was taken back.'),
  INVITE_USED: says('The invite has been used.'),

  FILE_NOT_EXCEL: says('The file is no .xlsx workbook that can be read.'),
  FILE_TOO_LARGE: says('The file is too large.', {
    bytesMax: whole('The most that a file may hold, in bytes.'),
    rowsMax: whole('The most rows that it may have.'),
    because: oneOf(['unzipped'], 'unzipped: what it unpacks to is too large.'),
  }),
  FILE_EMPTY: says('The file has no row that says anything.'),
  FILE_WITHOUT_HEADER: says('No row was found that names the columns.'),
  DECISION_NOT_POSSIBLE: says('A decision names somebody who is not among the candidates of its row.', {
    row: whole('The row, as Excel shows it.'),
  }),
} as const satisfies Record<string, Said>;
