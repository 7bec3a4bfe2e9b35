import { PERSONAS } from '../demo/personas';
import { refusal } from './action';
import { jsonContent, objectOf, type Schema } from './schema';

const text: Schema = { type: 'string' };
const done = (data: Schema, description: string): Schema => ({
  description,
  content: jsonContent(objectOf({ ok: { const: true }, data })),
});

const signOut: Schema = {
  operationId: 'session.end',
  tags: ['session'],
  summary: 'Signs out: the token that was shown, as cookie or bearer, is dead from then on.',
  security: [{}, { bearer: [] }, { cookie: [] }],
  responses: {
    '200': done(objectOf({ signedIn: { const: false } }), 'Signed out.'),
    '403': refusal(403, ['ORIGIN_NOT_ALLOWED']),
  },
};

const personas: Schema = {
  operationId: 'session.personas',
  tags: ['session'],
  summary: 'The people whom one can be in the demo. The path exists only where the demo is.',
  security: [{}],
  responses: {
    '200': done(
      objectOf({ personas: { type: 'array', items: objectOf({ key: text, title: text, tryThis: text }) } }),
      'The persona picker.',
    ),
  },
};

const demo: Schema = {
  operationId: 'session.demo',
  tags: ['session'],
  summary: 'Signs in as a persona. Gives a cookie, and the same token for use as bearer; an earlier token ends.',
  security: [{}],
  requestBody: {
    required: true,
    content: jsonContent(objectOf({ persona: { type: 'string', enum: PERSONAS.map(({ key }) => key) } })),
  },
  responses: {
    '200': done(objectOf({ token: text, expiresAtMs: { type: 'integer' } }), 'Signed in.'),
    '403': refusal(403, ['ORIGIN_NOT_ALLOWED']),
    '404': refusal(404, ['PERSONA_NOT_FOUND']),
    '422': refusal(422, ['INVALID_INPUT']),
    '429': refusal(429, ['TOO_MANY']),
  },
};

const health = (operationId: string, summary: string, more: Readonly<Record<string, Schema>>): Schema => ({
  operationId,
  tags: ['health'],
  summary,
  security: [{}],
  responses: { '200': { description: 'Yes.', content: jsonContent({ type: 'object' }) }, ...more },
});

/** What the host has beside the rooms' actions. */
export function hostPaths(hasDemo: boolean): Readonly<Record<string, Schema>> {
  return {
    '/api/session': { delete: signOut },
    ...(hasDemo && { '/api/session/personas': { get: personas }, '/api/session/demo': { post: demo } }),
    '/healthz': { get: health('health.process', 'Whether the process answers.', {}) },
    '/readyz': {
      get: health('health.database', 'Whether its database answers too.', { '503': { description: 'It does not.' } }),
    },
  };
}
