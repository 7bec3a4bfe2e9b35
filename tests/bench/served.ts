import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { liveCode, stepAt } from '../../cloudfunctions/activity/rules';
import { keyOfVersion } from '../../cloudfunctions/activity/services/code-key';
import type { Database } from '../../cloudfunctions/database/connect';
import { createApp } from '../../cloudfunctions/host/app';
import { findPrincipal, rooms } from '../../cloudfunctions/host/rooms';
import { startSession } from '../../cloudfunctions/host/sessions';
import { readSettings } from '../../cloudfunctions/host/settings';
import { systemClock } from '../../cloudfunctions/kit/clock';
import type { World } from '../../cloudfunctions/kit/world';
import { type Scene, setScene } from '../award/commands';
import { testWorld } from '../support/world';
import { postOf } from './callers';

const HOUR_MS = 3_600_000;

/** The host as it stands on a server, and people who are signed in. */
export interface Served {
  readonly world: World;
  readonly scene: Scene;
  readonly port: number;
  /** One of each resident of the scene. */
  readonly tokens: readonly string[];
  close(): Promise<void>;
}

export async function serveFor(database: Database, people: number): Promise<Served> {
  const world = testWorld(database, { clock: systemClock });
  const scene = await setScene(database, people);
  const tokens: string[] = [];
  for (const { residentId } of scene.residents) tokens.push(await signIn(world, residentId));
  return { world, scene, tokens, ...(await listen(world)) };
}

/** The same people and community, asked over the statements of another database object. */
export async function serveAgain(served: Served, database: Database): Promise<Served> {
  const world = { ...served.world, database };
  return { ...served, world, ...(await listen(world)) };
}

async function listen(world: World) {
  const settings = readSettings({ PORT: '0', RATE_LIMIT_FACTOR: '0' });
  const app = await createApp({ world, rooms, findPrincipal, settings, isDemo: false, web: null });
  app.post('/bench/bare', async () => ({ ok: true }));
  addHome(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, close: () => app.close() };
}

/** What home asks for when it opens: five calls that go out together. */
export const homeCalls = (unitId: string) =>
  [
    ['/api/household/me', {}],
    ['/api/ledger/balance', {}],
    ['/api/activity/list', { unitId, days: 7 }],
    ['/api/award/neighbours', { unitId, limit: 6 }],
    ['/api/reward/vouchers', { state: 'issued', limit: 20 }],
  ] as const;

/** The same five behind one request, by the same doors: what one action for home could save at most. */
function addHome(app: FastifyInstance): void {
  app.post<{ Body: { unitId: string } }>('/bench/home', async ({ headers, body }) => {
    const { authorization = '' } = headers;
    const answers = homeCalls(body.unitId).map(([url, input]) =>
      app.inject({ method: 'POST', url, headers: { authorization }, payload: { input } }),
    );
    return (await Promise.all(answers)).map((answer) => answer.json());
  });
}

export async function signIn(world: World, residentId: string): Promise<string> {
  const id = randomUUID();
  const row = { id, kind: 'demo', subject_hash: world.random(32), resident_id: residentId } as const;
  await world.database.db
    .insertInto('identity')
    .values({ ...row, created_at: new Date(world.clock()) })
    .execute();
  return (await startSession(world, id)).token;
}

/** Check-ins of everybody at an activity that began an hour ago, with the code of the moment. */
export async function checkInsAtNewActivity({ world, scene, tokens }: Served): Promise<string[]> {
  const activityId = randomUUID();
  const shortId = world.random(6).toString('base64url');
  const now = world.clock();
  await world.database.db
    .insertInto('activity')
    .values({
      ...{ id: activityId, short_id: shortId, unit_id: scene.units.communityId, item_id: scene.itemId },
      ...{ title: '清洁家园', place: '三号院绿地', sign_up: 'none', created_by: scene.staffId },
      ...{ starts_at: new Date(now - HOUR_MS), ends_at: new Date(now + HOUR_MS), created_at: new Date(now) },
    })
    .execute();
  const code = liveCode(keyOfVersion(world, activityId, 1), shortId, stepAt(now));
  return tokens.map((token) => postOf('/api/activity/checkIn', token, { input: { code }, requestId: randomUUID() }));
}
