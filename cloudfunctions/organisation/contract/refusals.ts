import { type DetailsOf, declare } from '../../kit/refusal';
import { day, id, list, oneOf, whole, words } from '../../kit/refusal-fields';

const LEVELS = 'The levels at which it would be possible.';

/** What actions of this room, and those above, refuse with. */
export const refusals = {
  UNIT_NOT_FOUND: declare('There is no such unit, or none of the level that this needs; or it has ended.', {
    level: words('The level that it must have.').exactOptional(),
    levels: list('The levels of which it must have one.').exactOptional(),
    endedOn: day('Of a unit that was merged into another: since then nothing begins in it.').exactOptional(),
    successorId: id('The unit that is there in its place.').exactOptional(),
  }),
  UNIT_EXISTS: declare('The code is taken, or a unit beside it has the name already.', {
    name: words('As it was sent.'),
    code: words('As it was sent.'),
  }),
  UNIT_CHANGE_DAY: declare('A unit changes from today on, or from a day at most a month ago.', {
    oldest: day('The earliest day that can be entered.'),
    newest: day('Today.'),
  }),
  UNITS_APART: declare(
    'The two are the same unit, of different levels, or further apart than is possible: streets and communities are merged within a district, grids and groups within a community, households redrawn within a district.',
  ),
  UNIT_IS_LOWEST: declare('Nothing can stand below a group.'),
  SETTING_NEEDED: declare('A community is urban or rural: send setting.'),

  LIMIT_TOO_LOOSE: declare('The limit would be looser than the level above allows.', {
    bound: whole('The loosest that may be set.'),
    safer: oneOf(['less', 'more'], 'less: at most the bound; more: at least.'),
  }),

  ROLE_NOT_FOUND: declare('There is no such role, or it has ended.'),
  ROLE_NEEDS_OTHER_LEVEL: declare('This role does not belong to a unit of that level.', { levels: list(LEVELS) }),
  ROLE_HELD_ALREADY: declare('The resident holds this role in this unit on one of those days already.', {
    roleId: id('The term that is in the way.').exactOptional(),
    validFrom: day('Its first day.').exactOptional(),
    validUntil: day('Its last day; left out when it has none.').exactOptional(),
  }),
  DATES_REVERSED: declare('The role would be over before it begins, or is over already.', {
    validFrom: day('As it was sent, or today.'),
    validUntil: day('As it was sent.'),
    today: day('Asia/Shanghai.'),
  }),
  RESIDENT_NOT_FOUND: declare(
    'There is no such resident, they have died, or they are nobody whom the caller may act for.',
  ),

  PROVIDER_NOT_FOUND: declare('There is no such provider in or above the unit, or it has closed.', {
    providerId: id('Which one of those sent.').exactOptional(),
  }),
  PROVIDER_EXISTS: declare('The unit has a provider of this name.', { name: words('As it was sent.') }),
  SOCIETY_NOT_FOUND: declare('There is no such society in this unit.'),
  SOCIETY_EXISTS: declare('The community has a society of this name.', { name: words('As it was sent.') }),
};

declare module '../../kit/refusal' {
  interface Details extends DetailsOf<typeof refusals> {}
}
