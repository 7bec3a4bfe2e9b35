import type { Room } from '../../kit/room';
import { cookieName } from '../caller';
import { describeAction, refusal, requestIdSchema } from './action';
import { hostPaths } from './host-paths';
import type { Schema } from './schema';

export interface DescribeOptions {
  readonly rooms: readonly Room[];
  readonly hasDemo: boolean;
  readonly isProduction: boolean;
}

const ABOUT = `Every action is \`POST /api/<room>/<verb>\` with \`{ "input": …, "requestId": … }\` as JSON.

A success is \`200 { "ok": true, "data": … }\`. An expected refusal is \`{ "ok": false, "code", "detail", "traceId" }\` with a
status of its own; \`detail\` holds numbers, ids and times that a sentence can be made of.

**Writing once.** A write needs a \`requestId\`: make it before you send, keep it until you have a definite answer, and after a
time-out send the same request with the same id. You get the first answer again; nothing is done twice. A network error, 500,
502, 503 or 504 is *not* a definite answer; every 4xx but 408 and 429 is.

**Refusals that every action may give.** \`INVALID_INPUT\` (422): \`detail.fields\` names the fields, \`detail.why\` says what is
wrong with each; unknown fields are refused. \`NOT_SIGNED_IN\` (401). \`NOT_ALLOWED\` (403): \`detail.because\` is \`role\`,
\`notBound\` or says more. \`TOO_MANY\` (429): try again after \`Retry-After\` seconds, or from \`detail.retryAtMs\` on.
\`REQUEST_ID_REUSED\` (409): the id was used with another body or by somebody else.

**Signing in.** In the demo: \`POST /api/session/demo\`; then send the token as \`Authorization: Bearer …\`, or let the browser
send its cookie, which counts only for requests of the same origin. Identity never comes from a body.

**Values.** Points are whole numbers. Times are milliseconds since 1970, UTC; dates are \`YYYY-MM-DD\` in Asia/Shanghai. Lists
come by page: ask again with \`nextCursor\` as \`cursor\` until it is null.`;

const detail: Schema = {
  type: 'object',
  description: 'Numbers, ids, times and words that a sentence can be made of.',
  additionalProperties: {
    anyOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'null' },
      { type: 'array', items: { type: 'string' } },
    ],
  },
};

/** The OpenAPI 3.1 document of these rooms: complete enough to write a client from it alone. */
export function describeApi({ rooms, hasDemo, isProduction }: DescribeOptions): Schema {
  const actions = rooms.flatMap((room) => room.actions.map(({ action }) => describeAction(action)));
  return {
    openapi: '3.1.0',
    info: { title: '行为银行 Behaviour Bank', version: '0.1.0', description: ABOUT },
    servers: [{ url: '/', description: 'Where this document came from.' }],
    tags: [...rooms.map(({ name }) => ({ name })), { name: 'session' }, { name: 'health' }],
    paths: Object.assign({}, ...actions, hostPaths(hasDemo)),
    components: {
      schemas: { Detail: detail, RequestId: requestIdSchema },
      responses: {
        NotUnderstood: refusal(400, ['BODY_NOT_JSON', 'REQUEST_NOT_UNDERSTOOD'], 'The body is not JSON.'),
        ForeignPage: refusal(403, ['ORIGIN_NOT_ALLOWED'], 'A cookie came with a request from another origin.'),
        TooLarge: refusal(413, ['BODY_TOO_LARGE'], 'The body is larger than detail.limitBytes.'),
        NotJson: refusal(415, ['CONTENT_TYPE_NOT_JSON'], 'The content type is not application/json.'),
        Fault: refusal(500, ['FAULT'], 'Our fault; say the traceId. Whether it was done is unknown: send it again.'),
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token of a session.' },
        cookie: { type: 'apiKey', in: 'cookie', name: cookieName(isProduction) },
      },
    },
  };
}
