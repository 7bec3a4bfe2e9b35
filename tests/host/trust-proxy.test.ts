import { useDatabase } from '../support/database';
import { testWorld } from '../support/world';
import { PRODUCTION, serveParlour } from './served';

const database = useDatabase();

/** Two requests as a proxy passes them on, and what the log was told of them as errors. */
async function errorsBehind(env: NodeJS.ProcessEnv, headers: Record<string, string>): Promise<string[]> {
  const world = testWorld(database);
  const told = jest.spyOn(world.log, 'error').mockImplementation(() => {});
  const host = await serveParlour(database, { world, env });
  for (let i = 0; i < 2; i++) await host.post('/api/parlour/echo', { input: { text: 'a' } }, headers);
  return told.mock.calls.map((call) => JSON.stringify(call));
}
const forwarded = { 'x-forwarded-for': '203.0.113.9' };

it('says once in production that a proxy is not trusted', async () => {
  const errors = await errorsBehind(PRODUCTION, forwarded);
  expect(errors).toEqual([expect.stringMatching(/127\.0\.0\.1.*TRUST_PROXY/)]);
  expect(await errorsBehind({ ...PRODUCTION, TRUST_PROXY: '10.0.0.1' }, forwarded)).toHaveLength(1);
});

it('says nothing where the proxy is trusted, where there is none, or in a trial', async () => {
  for (const TRUST_PROXY of ['1', '127.0.0.1', '127.0.0.0/8'])
    expect(await errorsBehind({ ...PRODUCTION, TRUST_PROXY }, forwarded)).toEqual([]);
  expect(await errorsBehind(PRODUCTION, {})).toEqual([]);
  expect(await errorsBehind({}, forwarded)).toEqual([]);
});
