import { statfsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase, type Database } from '../../../cloudfunctions/database/connect';
import { migrate } from '../../../cloudfunctions/database/migrate';
import { createIfMissing } from '../../../cloudfunctions/database/open';
import { verifyLedger } from '../../../cloudfunctions/ledger';
import { startTestCluster, type TestCluster } from '../../support/cluster';
import { onlyWhenAsked } from '../../support/only-when-asked';
import { testWorld } from '../../support/world';
import { KILLS } from '../figures';
import { openDesk } from '../matrix/desk';
import { Callers } from './callers';
import { setGiving } from './giving';
import { kill, WAYS_TO_DIE } from './server-processes';

/**
 * PostgreSQL is killed with awards under way, on a disk, with the settings that a server has by itself. The process that
 * gives the points goes on: pool, posting batcher and keeper must find the new server without being started again.
 */
const ANSWERS_BEFORE_A_KILL = 20;
const LONGEST_WAIT_MS = 120;
/** Never in memory, unlike the folder for temporary files. */
const ON_DISK = '/var/tmp';
const IN_MEMORY = 0x01021994;

const test = onlyWhenAsked('CRASH', 'SIGKILL of PostgreSQL under load');
let cluster: TestCluster | undefined;
let database: Database | undefined;
afterAll(async () => {
  await database?.close();
  await cluster?.remove();
});

async function openOnDisk(): Promise<{ cluster: TestCluster; database: Database }> {
  expect(statfsSync(ON_DISK).type).not.toBe(IN_MEMORY);
  cluster = await startTestCluster({}, ON_DISK);
  await createIfMissing(cluster.server.url('postgres'), 'database', 'crash');
  const url = cluster.server.url('crash');
  await migrate(url);
  database = createDatabase({ url });
  const { rows } = await database.pool.query(
    "select current_setting('fsync') || current_setting('synchronous_commit')",
  );
  expect(Object.values(rows[0])).toEqual(['onon']);
  return { cluster, database };
}

/** Gives and kills in turn; whatever happens, nobody goes on giving afterwards. */
async function giveAndKill(callers: Callers, dir: string): Promise<void> {
  try {
    for (let cycle = 0; cycle < KILLS; cycle++) {
      await callers.hear(ANSWERS_BEFORE_A_KILL);
      await sleep(Math.random() * LONGEST_WAIT_MS);
      expect(kill(WAYS_TO_DIE[cycle % WAYS_TO_DIE.length]?.(dir) ?? [])).toBeGreaterThan(0);
    }
    await callers.hear(ANSWERS_BEFORE_A_KILL);
  } finally {
    await callers.stop();
  }
}

test(
  `loses no acknowledged award and doubles none, over ${KILLS} kills, and gives on by itself`,
  async () => {
    const opened = await openOnDisk();
    const world = testWorld(opened.database);
    const callers = new Callers(openDesk(world), await setGiving(world));
    await giveAndKill(callers, opened.cluster.server.dir);
    const { gifts } = callers;
    const count = async (table: string) =>
      (await opened.database.pool.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]?.n;
    const everything = async () => Promise.all(['award', 'ledger_entry', 'request_log'].map(count));
    const retried = [...gifts.values()].filter(({ tries }) => tries > 1);
    expect(retried.length).toBeGreaterThanOrEqual(KILLS / 2); // some were under way when it died
    expect(await everything()).toEqual([gifts.size, gifts.size, gifts.size]);
    for (const [requestId, { input, answer }] of gifts) {
      expect(answer).toMatchObject({ ok: true, data: { postedCount: 1 } });
      expect(await callers.ask(requestId, input)).toEqual(answer); // kept, and given once
    }
    expect(await everything()).toEqual([gifts.size, gifts.size, gifts.size]);
    expect(await verifyLedger(opened.database.db, world.keys)).toMatchObject({ entries: gifts.size, fault: null });
  },
  KILLS * 12_000,
);
