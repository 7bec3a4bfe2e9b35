// A program that uses the embedded server of a folder until it is told to end: what npm start does, without the rest.
import { Client } from 'pg';
import { startEmbedded } from '../../../cloudfunctions/database/embedded/server';

const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

async function run(dir: string): Promise<void> {
  const server = await startEmbedded({ dir });
  const stay = setInterval(() => {}, 1_000);
  process.once('SIGTERM', async () => {
    clearInterval(stay);
    say(await server.stop());
  });
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  const { rows } = await client.query('select pg_postmaster_start_time()::text as "startedAt"');
  await client.end();
  say({ url: server.url('postgres'), ...rows[0] });
}

run(process.argv[2] ?? '').catch((error: Error) => {
  process.stderr.write(error.message);
  process.exitCode = 1;
});
