import type { Action, Allow } from '../../kit/action';
import { COMMON_REFUSALS } from '../../kit/action';
import { RequestId } from '../../kit/fields';
import { FILE_KINDS } from '../../values/files';
import { statusOf } from '../answer';
import { BODY_LIMIT_BYTES, pathOf } from '../api';
import { DRAWN_FOR } from '../caller';
import { PER_MINUTE } from '../limits';
import { done, refusalResponses } from './responses';
import { jsonContent, objectOf, refTo, type Schema, schemaOf } from './schema';

/** One action as a path item: what to send, what comes back, who may, and every refusal under its status. */
export function describeAction(action: Action): Readonly<Record<string, Schema>> {
  const [room = ''] = action.name.split('.');
  const codes = refusalsOf(action);
  const post: Schema = {
    operationId: action.name,
    tags: [room],
    summary: action.summary,
    description: `${whoMay(action.allow)} ${whatItDoes(action)}`,
    'x-effect': action.effect,
    'x-allow': action.allow.map(allowWords),
    'x-refusals': codes.map((code) => ({ code, status: statusOf(code) })),
    'x-limits': { callsPerMinute: PER_MINUTE[action.effect], bodyBytes: BODY_LIMIT_BYTES },
    ...(action.takesFile && {
      'x-takes-file': { kind: action.takesFile, ...FILE_KINDS[action.takesFile] },
    }),
    security: securityOf(action.allow),
    parameters: [refTo('parameters', 'SignedInAs')],
    requestBody: { required: true, content: jsonContent(requestOf(action)) },
    responses: { '200': done(schemaOf(action.output, 'output'), 'Done.'), ...refusalResponses(codes) },
  };
  return { [pathOf(action.name)]: { post } };
}

function requestOf(action: Action): Schema {
  const input = schemaOf(action.input, 'input');
  const mayBeLeftOut = action.input.safeParse({}).success;
  const requestId = refTo('schemas', 'RequestId');
  return objectOf({ input, requestId }, [
    ...(mayBeLeftOut ? ['input'] : []),
    ...(action.effect === 'read' ? ['requestId'] : []),
  ]);
}

export const requestIdSchema: Schema = {
  ...schemaOf(RequestId, 'input'),
  description: '128 random bits made by the client before it sends, and kept until a definite answer.',
};

export const signedInAs: Schema = {
  name: DRAWN_FOR,
  in: 'header',
  required: false,
  description: 'The identityId of household.me for which the page was drawn; see Signing in.',
  schema: { type: 'string', format: 'uuid' },
};

/** What the way in answers before the action is asked. */
export const BY_THE_WAY_IN = [
  ...[
    'BODY_NOT_JSON',
    'REQUEST_NOT_UNDERSTOOD',
    'REQUEST_TOO_SLOW',
    'HEADERS_TOO_LARGE',
    'ORIGIN_NOT_ALLOWED',
    'SIGNED_IN_AS_OTHER',
    'BODY_TOO_LARGE',
    'CONTENT_TYPE_NOT_JSON',
  ],
  'FAULT',
];

/** Those of the contract, those that every action may give, and those of the way in. */
function refusalsOf(action: Action): string[] {
  const common = COMMON_REFUSALS.filter((code) => {
    if (code === 'REQUEST_ID_REUSED' || code === 'CLOCK_BEHIND') return action.effect === 'write';
    if (code === 'NOT_SIGNED_IN' || code === 'NOT_ALLOWED') return !isForAnyone(action.allow);
    return true;
  });
  return [...new Set([...action.refusals, ...common, ...BY_THE_WAY_IN])].sort();
}

const isForAnyone = (allow: readonly Allow[]) => allow.some((rule) => rule.kind === 'anyone');

function securityOf(allow: readonly Allow[]): Schema[] {
  const signedIn: Schema[] = [{ bearer: [] }, { cookie: [] }];
  return isForAnyone(allow) ? [{}, ...signedIn] : signedIn;
}

const allowWords = (rule: Allow): string => (rule.kind === 'role' ? `role: ${rule.roles.join(', ')}` : rule.kind);

function whoMay(allow: readonly Allow[]): string {
  const words = allow.map((rule) => {
    if (rule.kind === 'anyone') return 'anyone, signed in or not';
    if (rule.kind === 'signedIn') return 'anyone who is signed in';
    if (rule.kind === 'resident') return 'a signed-in resident';
    return `holders of a role (${rule.roles.join(', ')}) within their units`;
  });
  return `May be called by ${words.join(', or by ')}.`;
}

function whatItDoes(action: Action): string {
  return action.effect === 'read'
    ? 'It changes nothing and may be repeated freely.'
    : 'It writes: the same requestId always gets the first answer again, and with another body it is refused.';
}
