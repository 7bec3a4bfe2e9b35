import type { CommonRefusal } from '../../../kit/action';
import { ROLES } from '../../../kit/action';
import type { WayInRefusal } from '../../answer';
import { list, moment, oneOf, type Said, says, whole, words } from './said';

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
};
const because = `${Object.entries(BECAUSE)
  .map(([value, meaning]) => `${value}: ${meaning}`)
  .join('; ')}.`;

/** What may come before an action is asked, or from any action. */
export const OF_THE_WAY: Readonly<Record<CommonRefusal | WayInRefusal | 'FAULT' | 'PERSONA_NOT_FOUND', Said>> = {
  INVALID_INPUT: says('The body does not fit the schema, or its fields do not go together. Nothing was done.', {
    fields: list(
      'The fields that are wrong, at most ten, by their path: input.head.name, requestId, an unknown one by its own name; body when it is no object.',
    ),
    why: list('What is wrong with each, in the same order.'),
  }),
  NOT_SIGNED_IN: says('No token came along, or it has ended: sign in again.'),
  NOT_ALLOWED: says('The caller may not do this, or not to this one.', {
    because: oneOf(Object.keys(BECAUSE), because),
    role: oneOf(
      ROLES,
      'The role that was to be given or ended (because: notAbove), or that is held (because: holdsRole).',
    ),
  }),
  TOO_MANY: says('Too many calls in a minute, or too many wrong codes: nothing was looked at.', {
    retryAtMs: moment('From when on it may be tried again; the header Retry-After gives the same in seconds.'),
  }),
  REQUEST_ID_REUSED: says('The requestId came before with another body, for another action or by somebody else.'),
  BODY_NOT_JSON: says('The body is empty or is not JSON.'),
  REQUEST_NOT_UNDERSTOOD: says('The request is not HTTP that we understand, such as a path that cannot be decoded.'),
  ORIGIN_NOT_ALLOWED: says("The cookie, or the wish to sign in or out, came from another origin's page."),
  SIGNED_IN_AS_OTHER: says(
    'X-Signed-In-As names another identity than the token’s: somebody else has signed in since. Nothing was done.',
  ),
  PATH_NOT_FOUND: says('There is no such path.'),
  METHOD_NOT_ALLOWED: says('The path is asked by another method; the header Allow names it too.', {
    use: words('The method to use.'),
  }),
  BODY_TOO_LARGE: says('The body is larger than this path takes.', { limitBytes: whole('The most that it takes.') }),
  CONTENT_TYPE_NOT_JSON: says('The content type is not application/json.'),
  FAULT: says(
    'Our fault; say the traceId. Whether it was done is unknown: send the same again, with the same requestId.',
  ),
  PERSONA_NOT_FOUND: says('The demo holds no such persona.'),
};
