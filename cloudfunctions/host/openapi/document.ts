import type { Room } from '../../kit/room';
import { cookieName } from '../caller';
import { REFUSALS } from '../refusals';
import { describeAction, requestIdSchema, signedInAs } from './action';
import { GUIDE } from './guide';
import { hostPaths } from './host-paths';
import { refusalSchema } from './responses';
import type { Schema } from './schema';

export interface DescribeOptions {
  readonly rooms: readonly Room[];
  readonly hasDemo: boolean;
  readonly isProduction: boolean;
}

/** The OpenAPI 3.1 document of these rooms: complete enough to write a client from it alone. */
export function describeApi({ rooms, hasDemo, isProduction }: DescribeOptions): Schema {
  const actions = rooms.flatMap((room) => room.actions.map(({ action }) => describeAction(action)));
  return {
    openapi: '3.1.0',
    info: { title: '行为银行 Behaviour Bank', version: '0.1.0', description: GUIDE },
    servers: [{ url: '/', description: 'Where this document came from.' }],
    tags: [...rooms.map(({ name }) => ({ name })), { name: 'session' }, { name: 'health' }],
    paths: Object.assign({}, ...actions, hostPaths(hasDemo)),
    components: {
      schemas: { RequestId: requestIdSchema, ...refusalSchemas },
      parameters: { SignedInAs: signedInAs },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token of a session.' },
        cookie: { type: 'apiKey', in: 'cookie', name: cookieName(isProduction) },
      },
    },
  };
}

/** Of every code: also of those that stand within an answer, or belong to no path. */
const refusalSchemas = Object.fromEntries(Object.keys(REFUSALS).map((code) => [code, refusalSchema(code)]));
