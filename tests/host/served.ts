import type { FastifyInstance } from 'fastify';
import { createApp, type HostOptions } from '../../cloudfunctions/host/app';
import { personaHash } from '../../cloudfunctions/host/demo/sign-in';
import { readSettings } from '../../cloudfunctions/host/settings';
import type { World } from '../../cloudfunctions/kit/world';
import type { TestDatabase } from '../support/database';
import { TEST_NOW_MS, testWorld } from '../support/world';
import { findStranger, parlour } from './parlour';

export interface Served {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly world: World;
  /** POST with JSON; headers may be added or, with undefined, taken away. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

export const PRODUCTION = { NODE_ENV: 'production', BEHAVIOUR_BANK_ORIGIN: 'https://bank.test' };

const running: FastifyInstance[] = [];
afterAll(() => Promise.all(running.map((app) => app.close())));

/** The toy room over real HTTP, with the demo's sign-in. */
export async function serveParlour(
  database: TestDatabase,
  options: Partial<HostOptions> & { readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Served> {
  const world = options.world ?? testWorld(database, { clock: () => TEST_NOW_MS });
  const settings = readSettings({ PORT: '0', ...options.env });
  const fixed = { rooms: [parlour], findPrincipal: findStranger, isDemo: true, web: null };
  const app = await createApp({ ...fixed, ...options, world, settings });
  running.push(app);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const post: Served['post'] = (path, body, headers = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { url, app, world, post };
}

/** A persona's identity as the demo makes it, bound to nobody. */
export async function addPersona(world: World, key: string, identityId: string): Promise<void> {
  await world.database.db
    .insertInto('identity')
    .values({
      id: identityId,
      kind: 'demo',
      subject_hash: personaHash(world, key),
      created_at: new Date(world.clock()),
    })
    .execute();
}

export const cookieOf = (response: Response) => (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
