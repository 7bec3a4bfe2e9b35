import { ROLES } from '../values/roles';
import type { CommonRefusal } from './action';
import { type Declared, type DetailsOf, declare } from './refusal';
import { list, moment, oneOf, whole, words } from './refusal-fields';

/** Why somebody may not, by `detail.because`. */
const BECAUSE = {
  role: 'the caller holds none of the roles of this action today',
  notBound: 'the caller is signed in and bound to no resident yet',
  outOfReach: 'what was named lies outside the units, household or provider of the caller',
  livesElsewhere: 'whose card or code was shown lives in a community where the caller does not work',
  onlyByCode: 'a supervisor finds nobody but who shows a card or a personal code: ask with scanned',
  self: 'nobody gives a role to themself',
  notAbove: 'only a role above detail.role gives or ends it',
  ownBinding: 'one ends one’s own binding with household.unbind',
  holdsRole:
    'the resident holds detail.role, or will, which whoever opens or ends the binding could not end: somebody above does it, or the role is ended first',
  underAge: "a household's own account is spent by adults",
} as const;
type Because = keyof typeof BECAUSE;
const because = `${Object.entries(BECAUSE)
  .map(([value, meaning]) => `${value}: ${meaning}`)
  .join('; ')}.`;

/** What any action may give. */
export const commonRefusals = {
  INVALID_INPUT: declare('The body does not fit the schema, or its fields do not go together. Nothing was done.', {
    fields: list(
      'The fields that are wrong, at most ten, by their path: input.head.name, requestId, an unknown one by its own name; body when it is no object.',
    ),
    why: list('What is wrong with each, in the same order.'),
  }),
  NOT_SIGNED_IN: declare('No token came along, or it has ended: sign in again.'),
  NOT_ALLOWED: declare('The caller may not do this, or not to this one.', {
    because: oneOf(Object.keys(BECAUSE) as Because[], because),
    role: oneOf(
      ROLES,
      'The role that was to be given or ended (because: notAbove), or that is held (because: holdsRole).',
    ).exactOptional(),
  }),
  TOO_MANY: declare('Too many calls in a minute, or too many wrong codes: nothing was looked at.', {
    retryAtMs: moment('From when on it may be tried again; the header Retry-After gives the same in seconds.'),
  }),
  REQUEST_ID_REUSED: declare('The requestId came before with another body, for another action or by somebody else.'),
  CLOCK_BEHIND: declare(
    'The clock of the server is behind: by it, today is a day that was signed already. Nothing was done; the same request may be sent again once the operator has set it right.',
  ),
} satisfies Record<CommonRefusal, Declared>;

/** Of those actions that take an Excel file. */
export const fileRefusals = {
  FILE_NOT_EXCEL: declare('The file is no .xlsx workbook that can be read.'),
  FILE_TOO_LARGE: declare('The file is too large.', {
    bytesMax: whole('The most that a file may hold, in bytes.').exactOptional(),
    rowsMax: whole('The most rows that it may have.').exactOptional(),
    because: oneOf(['unzipped'], 'unzipped: what it unpacks to is too large.').exactOptional(),
  }),
  FILE_EMPTY: declare('The file has no row that says anything.'),
  FILE_WITHOUT_HEADER: declare('No row was found that names the columns.'),
};

/** Of a cloud function, whose event names the action; over HTTP such a path is not there. */
const ofFunctions = {
  ACTION_NOT_FOUND: declare('The room has no such action.', { room: words('The room that was asked.') }),
};

export type CommonDetails = DetailsOf<typeof commonRefusals>;

declare module './refusal' {
  interface Details
    extends DetailsOf<typeof commonRefusals>,
      DetailsOf<typeof fileRefusals>,
      DetailsOf<typeof ofFunctions> {}
}
