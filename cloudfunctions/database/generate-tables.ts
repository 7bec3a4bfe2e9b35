import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { describeTables } from './describe-tables';
import { startEmbedded } from './embedded/server';
import { migrate } from './migrate';

/** Writes the file from a database made for the purpose: `npm run generate:tables`. */
async function generateTables(file: string): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'tables-'));
  const server = await startEmbedded({ dir: path.join(scratch, 'postgres') });
  try {
    const url = server.url('postgres');
    await migrate(url);
    const client = new Client({ connectionString: url });
    await client.connect();
    writeFileSync(file, await describeTables(client).finally(() => client.end()));
  } finally {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

await generateTables(path.join('cloudfunctions', 'database', 'tables.ts'));
