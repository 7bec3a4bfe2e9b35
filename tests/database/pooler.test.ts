import { createDatabase } from '../../cloudfunctions/database/connect';
import { openDatabase } from '../../cloudfunctions/database/open';
import { useDatabase } from '../support/database';
import { startForgetfulPooler } from '../support/forgetful-pooler';

/** Such a one would let the app in as the owner, who may empty the ledger, and let a statement run for ever. */
const database = useDatabase();
const REFUSED = /not as behaviour_app.*pooler/s;
let pooler: Awaited<ReturnType<typeof startForgetfulPooler>>;
beforeAll(async () => {
  pooler = await startForgetfulPooler(database.url);
});
afterAll(() => pooler.stop());

it('is refused on every first connection, until one has the app’s role', async () => {
  const app = createDatabase({ url: pooler.url, max: 2 });
  const asks = () => app.pool.query('select 1');
  for (const ask of await Promise.allSettled([asks(), asks(), asks()]))
    expect(ask).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(REFUSED) } });
  await expect(asks()).rejects.toThrow(REFUSED);
  await app.close();
});

it('keeps a host from starting on it', async () => {
  await expect(openDatabase({ DATABASE_URL: pooler.url })).rejects.toThrow(REFUSED);
});

it('is no obstacle to the owner, who migrates and looks', async () => {
  const owner = createDatabase({ url: pooler.url, as: 'owner', max: 1 });
  expect((await owner.pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  await owner.close();
});

it('is refused when the role holds but a statement’s limit does not', async () => {
  const app = createDatabase({ url: database.url, settings: { statement_timeout: '0' } });
  await expect(app.pool.query('select 1')).rejects.toThrow(/without a limit.*pooler/s);
  await app.close();
});
