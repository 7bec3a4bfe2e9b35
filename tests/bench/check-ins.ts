import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { codeKey } from '../../cloudfunctions/activity/code-key';
import { liveCode, stepAt } from '../../cloudfunctions/activity/rules';
import type { Database } from '../../cloudfunctions/database/connect';
import { createApp } from '../../cloudfunctions/host/app';
import { findPrincipal, rooms } from '../../cloudfunctions/host/rooms';
import { startSession } from '../../cloudfunctions/host/sessions';
import { readSettings } from '../../cloudfunctions/host/settings';
import { systemClock } from '../../cloudfunctions/kit/clock';
import type { World } from '../../cloudfunctions/kit/world';
import { type Scene, setScene } from '../award/asks';
import { testWorld } from '../support/world';
import { measure } from './measure';

const HOUR_MS = 3_600_000;

async function openActivity(world: World, scene: Scene): Promise<string> {
  const activityId = randomUUID();
  const now = world.clock();
  await world.database.db
    .insertInto('activity')
    .values({
      id: activityId,
      short_id: world.random(6).toString('base64url'),
      unit_id: scene.units.communityId,
      item_id: scene.itemId,
      title: '清洁家园',
      place: '三号院绿地',
      starts_at: new Date(now - HOUR_MS),
      ends_at: new Date(now + HOUR_MS),
      sign_up: 'none',
      created_by: scene.staffId,
      created_at: new Date(now),
    })
    .execute();
  return activityId;
}

async function signIn(world: World, residentId: string): Promise<string> {
  const id = randomUUID();
  await world.database.db
    .insertInto('identity')
    .values({
      id,
      kind: 'demo',
      subject_hash: world.random(32),
      resident_id: residentId,
      created_at: new Date(world.clock()),
    })
    .execute();
  return (await startSession(world, id)).token;
}

/** Check-ins per second over HTTP: everybody once, each with a session of their own and the code of the moment. */
export async function measureCheckIns(database: Database, callers: number, people: number): Promise<number> {
  const world = testWorld(database, { clock: systemClock });
  const scene = await setScene(database, people);
  const activityId = await openActivity(world, scene);
  const tokens: string[] = [];
  for (const { residentId } of scene.residents) tokens.push(await signIn(world, residentId));
  const settings = readSettings({ PORT: '0', RATE_LIMIT_FACTOR: '0' });
  const app = await createApp({ world, rooms, findPrincipal, settings, isDemo: false, web: null });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const { short_id } = await database.db
    .selectFrom('activity')
    .select('short_id')
    .where('id', '=', activityId)
    .executeTakeFirstOrThrow();
  const key = codeKey(world, { activityId, codeVersion: 1 });
  const checkIn = async (token: string) => {
    const code = liveCode(key, short_id, stepAt(world.clock()));
    const status = await post(agent, port, token, { input: { code }, requestId: randomUUID() });
    if (status !== 200) throw new Error(`a check-in was answered ${status}`);
  };
  const perSecond = await measure(callers, checkIn, tokens);
  agent.destroy();
  await app.close();
  return perSecond;
}

function post(agent: Agent, port: number, token: string, body: object): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const asked = request(
      { agent, port, host: '127.0.0.1', method: 'POST', path: '/api/activity/checkIn', headers },
      (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    asked.on('error', reject).end(JSON.stringify(body));
  });
}
