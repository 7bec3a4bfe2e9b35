import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { describeTables } from './describe-tables';
import { documentTables } from './document-tables';
import { startEmbedded } from './embedded/server';
import { migrate } from './migrate';

/** Writes the types and the page from a database made for the purpose: `npm run generate:tables`. */
async function generateTables({ types, page }: { types: string; page: string }): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'tables-'));
  const server = await startEmbedded({ dir: path.join(scratch, 'postgres') });
  try {
    const url = server.url('postgres');
    await migrate(url);
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      writeFileSync(types, await describeTables(client));
      writeFileSync(page, await documentTables(client));
    } finally {
      await client.end();
    }
  } finally {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

await generateTables({
  types: path.join('cloudfunctions', 'database', 'tables.ts'),
  page: path.join('docs', 'tables.md'),
});
