import { mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { createDatabase } from '../../cloudfunctions/database/connect';
import { startEmbedded } from '../../cloudfunctions/database/embedded/server';
import { migrate } from '../../cloudfunctions/database/migrate';
import { Callers, serveCallers } from './callers';
import { measureBurst, measureCheckIns } from './check-ins';
import { measureOversight } from './district';
import { measurePreview, measureUploads } from './files';
import { openPosting } from './posting';
import { measurePrepared } from './prepared';
import { measureReads } from './reads';
import { fillDay, measureReceipts } from './receipts';
import { serveFor } from './served';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const CALLERS = [1, 16, 64, 256];
const PEOPLE = 2_000;
/** Parts named on the command line, as in `npm run bench -- burst reads`; all of them when none is. */
const parts = process.argv.slice(2);
const isWanted = (part: string) => parts.length === 0 || parts.includes(part);

async function main(): Promise<void> {
  const dir = mkdtempSync(path.join(process.cwd(), '.bench-'));
  const server = await startEmbedded({ dir: path.join(dir, 'postgres') });
  try {
    const url = server.url('postgres');
    await migrate(url);
    const database = createDatabase({ url, max: 20 });
    const raw = createDatabase({ url, max: 70 });
    const owner = createDatabase({ url, as: 'owner', max: 1 });
    const callers = new Callers();
    const served = await serveFor(database, PEOPLE);
    if (isWanted('receipts')) await fillDay(served);
    await owner.pool.query('analyze');
    const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`;
    console.log(`PostgreSQL 18, fsync on, ${machine}; median of ${ROUNDS} (lowest–highest), per second\n`);
    const posting = await openPosting(raw);
    if (isWanted('posting')) {
      heading('callers', 'batch limit 256', 'batch limit 1', 'raw SQL', 'batched ÷ limit 1', 'batched ÷ raw');
      for (const count of CALLERS) await posting.compare(ROUNDS, count);
    }
    if (isWanted('check-ins')) {
      heading('callers', 'check-ins', 'p50 / p99 ms', 'posting', 'check-ins ÷ posting', 'bare route');
      for (const count of CALLERS) await measureCheckIns(callers, served, posting, ROUNDS, count);
    }
    if (isWanted('burst')) await measureBurst(callers, served, ROUNDS);
    if (isWanted('reads')) {
      heading('read', 'callers', 'per second', 'p50 / p99 ms');
      await measureReads(callers, served, ROUNDS);
    }
    if (isWanted('prepared')) {
      heading('read', 'prepared', 'planned each time', 'ratio');
      await measurePrepared(callers, served, raw, ROUNDS);
    }
    if (isWanted('receipts')) {
      heading('read', 'callers', 'per second', 'p50 / p99 ms');
      await measureReceipts(callers, served, url, ROUNDS);
    }
    if (isWanted('files')) {
      heading('part of a file', 'callers', 'per second', 'p50 / p99 ms');
      for (const count of [1, 16]) await measureUploads(callers, served, ROUNDS, count);
      await measurePreview(callers, served);
    }
    if (isWanted('oversight')) {
      heading('a supervisor’s page', 'p50 / p99 ms');
      await measureOversight(callers, served, owner);
    }
    await Promise.all([callers.close(), served.close()]);
    await Promise.all([database.close(), raw.close(), owner.close()]);
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

function heading(...columns: readonly string[]): void {
  console.log(`\n| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}`);
}

if (isMainThread) await main();
else serveCallers();
