import { PERSONAS } from '../demo/personas';
import { SIGN_IN_LIMIT_BYTES } from '../session-routes';
import { BY_THE_WAY_IN } from './action';
import { done, refusalResponses } from './responses';
import { jsonContent, objectOf, type Schema } from './schema';

const text = (description: string): Schema => ({ type: 'string', description });

const signOut: Schema = {
  operationId: 'session.end',
  tags: ['session'],
  summary:
    'Signs out: the token that was shown, as cookie or bearer, is dead from then on. Without one it succeeds too. It takes no body.',
  security: [{}, { bearer: [] }, { cookie: [] }],
  responses: {
    '200': done(objectOf({ signedIn: { const: false } }), 'Signed out.'),
    ...refusalResponses([...BY_THE_WAY_IN, 'INVALID_INPUT']),
  },
};

const persona = objectOf({
  key: text('What session.demo takes.'),
  title: text('Who it is, in Chinese.'),
  tryThis: text('What to do first, in Chinese.'),
});

const personas: Schema = {
  operationId: 'session.personas',
  tags: ['session'],
  summary: 'The people whom one can be in the demo. The path exists only where the demo is.',
  security: [{}],
  responses: {
    '200': done(objectOf({ personas: { type: 'array', items: persona } }), 'The persona picker.'),
    ...refusalResponses(['FAULT']),
  },
};

const session = objectOf({
  token: text('256 random bits, 43 base64url characters. Told once.'),
  expiresAtMs: {
    type: 'integer',
    description: 'When it ends by itself, thirty days from now. Milliseconds since 1970, UTC.',
  },
});

const demo: Schema = {
  operationId: 'session.demo',
  tags: ['session'],
  summary:
    'Signs in as a persona. Gives a cookie, and the same token for use as bearer; the token that came along, as cookie or bearer, ends.',
  security: [{}],
  'x-limits': { bodyBytes: SIGN_IN_LIMIT_BYTES },
  requestBody: {
    required: true,
    content: jsonContent(objectOf({ persona: { type: 'string', enum: PERSONAS.map(({ key }) => key) } })),
  },
  responses: {
    '200': done(session, 'Signed in.'),
    ...refusalResponses([...BY_THE_WAY_IN, 'PERSONA_NOT_FOUND', 'INVALID_INPUT', 'TOO_MANY']),
  },
};

const health = (operationId: string, summary: string, responses: Readonly<Record<string, Schema>>): Schema => ({
  operationId,
  tags: ['health'],
  summary,
  security: [{}],
  responses,
});
const says = (description: string, properties: Readonly<Record<string, Schema>>): Schema => ({
  description,
  content: jsonContent(objectOf(properties)),
});

const alive = health('health.process', 'Whether the process answers.', {
  '200': says('It does.', {
    ok: { const: true },
    product: text('behaviour-bank'),
    installation: text('Tells two installations apart: 16 hexadecimal digits that mean nothing else.'),
  }),
});
const ready = health('health.database', 'Whether its database answers too.', {
  '200': says('It does.', {
    ok: { const: true },
    stalledReaders: {
      type: 'array',
      items: text('A name.'),
      description: 'Readers of events that have left one lying for half an hour. The rest works.',
    },
  }),
  '503': says('It does not.', { ok: { const: false } }),
});

/** What the host has beside the rooms' actions. */
export function hostPaths(hasDemo: boolean): Readonly<Record<string, Schema>> {
  return {
    '/api/session': { delete: signOut },
    ...(hasDemo && { '/api/session/personas': { get: personas }, '/api/session/demo': { post: demo } }),
    '/healthz': { get: alive },
    '/readyz': { get: ready },
  };
}
