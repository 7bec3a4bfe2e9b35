import type { Action, Allow } from '../../kit/action';
import { COMMON_REFUSALS } from '../../kit/action';
import { RequestId } from '../../kit/fields';
import { statusOf } from '../answer';
import { pathOf } from '../api';
import { jsonContent, objectOf, refTo, type Schema, schemaOf } from './schema';

/** One action as a path item: what to send, what comes back, who may, and every refusal under its status. */
export function describeAction(action: Action): Readonly<Record<string, Schema>> {
  const [room = ''] = action.name.split('.');
  const post: Schema = {
    operationId: action.name,
    tags: [room],
    summary: action.summary,
    description: `${whoMay(action.allow)} ${whatItDoes(action)}`,
    'x-effect': action.effect,
    'x-allow': action.allow.map(allowWords),
    'x-refusals': refusalsOf(action).map((code) => ({ code, status: statusOf(code) })),
    security: securityOf(action.allow),
    requestBody: { required: true, content: jsonContent(requestOf(action)) },
    responses: { '200': success(action), ...refusals(action) },
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

function success(action: Action): Schema {
  const data = schemaOf(action.output, 'output');
  return { description: 'Done.', content: jsonContent(objectOf({ ok: { const: true }, data })) };
}

/** Those of the contract, those that every action may give, and those of the way in. */
function refusalsOf(action: Action): string[] {
  const common = COMMON_REFUSALS.filter((code) => {
    if (code === 'REQUEST_ID_REUSED') return action.effect === 'write';
    if (code === 'NOT_SIGNED_IN' || code === 'NOT_ALLOWED') return !isForAnyone(action.allow);
    return true;
  });
  return [...new Set([...action.refusals, ...common])].sort();
}

function refusals(action: Action): Record<string, Schema> {
  const byStatus = new Map<number, string[]>();
  for (const code of refusalsOf(action)) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  const own = [...byStatus].map(([status, codes]) => [String(status), refusal(status, codes)] as const);
  const shared = { '400': 'NotUnderstood', '403': 'ForeignPage', '413': 'TooLarge', '415': 'NotJson', '500': 'Fault' };
  const all = Object.entries(shared).map(([status, name]) => [status, refTo('responses', name)] as const);
  return Object.fromEntries([...all, ...own]);
}

export function refusal(status: number, codes: readonly string[], description = codes.join(', ')): Schema {
  const code: Schema = { type: 'string', enum: codes };
  const schema = objectOf({
    ok: { const: false },
    code,
    detail: refTo('schemas', 'Detail'),
    traceId: { type: 'string' },
  });
  const headers = status === 429 ? { headers: { 'Retry-After': retryAfter } } : {};
  return { description, ...headers, content: jsonContent(schema) };
}

const retryAfter: Schema = { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } };

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
