import { randomUUID } from 'node:crypto';
import { findPrincipal } from '../../cloudfunctions/household';
import { type Dispatch, openRoom } from '../../cloudfunctions/kit/room';
import { runOn } from '../../cloudfunctions/kit/statement';
import { inTransaction } from '../../cloudfunctions/kit/transaction';
import type { World } from '../../cloudfunctions/kit/world';
import { append, type Holder, lockAccounts, signCheckpoints, verifyLedger } from '../../cloudfunctions/ledger';
import { ledgerRoom } from '../../cloudfunctions/ledger/main';
import { isGenuine, type Receipt } from '../../cloudfunctions/ledger/rules';
import { bind, registerHome, type Somebody } from '../household/neighbourhood';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { insertUnits, type Units } from '../support/rows';
import { TEST_NOW_MS, testWorld } from '../support/world';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let world: World;
let units: Units;
let somebody: Somebody;
let door: Dispatch;
beforeAll(async () => {
  database = await createTestDatabase({ max: 1 }); // one connection, which knows what it has read
  world = testWorld(database);
  units = await insertUnits(database.db);
  const { memberIds } = await registerHome(world, units, { name: '周爱华' });
  somebody = await bind(world, memberIds[0] as string);
  door = openRoom(ledgerRoom, world, findPrincipal);
});
afterAll(() => database.close());

/** So many credits of somebody, and one of each of so many neighbours. */
async function post(own: number, neighbours: number, postedAtMs: number): Promise<void> {
  const ids = [...Array(own).fill(somebody.residentId), ...Array.from({ length: neighbours }, () => randomUUID())];
  const holders = ids.map((id): Holder => ({ kind: 'resident', id }));
  await inTransaction(database.db, async (trx) => {
    const accounts = await lockAccounts(runOn(trx), holders, postedAtMs);
    const same = { kind: 'credit' as const, points: 5, title: '清洁家园', unitId: units.communityId, postedAtMs };
    const rest = {
      source: 'give' as const,
      deedDate: '2026-11-23',
      itemId: null,
      itemVersion: null,
      correctsSeq: null,
    };
    await append(
      runOn(trx),
      accounts,
      ids.map((accountId) => ({ ...same, ...rest, accountId, sourceId: randomUUID() })),
    );
  });
}

async function receiptOf(seq: number): Promise<Receipt> {
  const body = { input: { accountId: somebody.residentId, seq } };
  const told = await door('receipt', { body, identity: somebody.identity });
  return (told as unknown as { data: { receipt: Receipt } }).data.receipt;
}
const genuine = (receipt: Receipt) => isGenuine(receipt, world.keys.signingPublicKey);

async function rowsReadFor(work: () => Promise<unknown>): Promise<number> {
  const read = async () => {
    await database.pool.query('select pg_stat_force_next_flush()');
    const { rows } = await database.pool.query<{ rows: number }>(
      'select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_user_tables',
    );
    return rows[0]?.rows ?? Number.NaN;
  };
  const before = await read();
  await work();
  return (await read()) - before;
}

/** As somebody who owns the database could: the table only grows for everybody else. */
const asOwner = (text: string) =>
  database.ownerPool.query(
    `alter table checkpoint_tree disable trigger all; ${text}; alter table checkpoint_tree enable trigger all`,
  );

const SIZES = [0, 1, 2, 5, 12, 300];
it('are read from the tree that signing kept: as genuine, and with no more rows, on a day of many entries', async () => {
  for (const [i, neighbours] of SIZES.entries()) {
    await post(2, neighbours, TEST_NOW_MS + i * DAY_MS);
    expect(await signCheckpoints(world, TEST_NOW_MS + (i + 1) * DAY_MS)).toBe(1);
  }
  const rows: number[] = [];
  for (let seq = 1; seq <= 2 * SIZES.length; seq++) {
    const receipt = await receiptOf(seq);
    expect(genuine(receipt)).toBe(true);
    rows.push(await rowsReadFor(() => receiptOf(seq)));
  }
  expect(Math.max(...rows)).toBeLessThan(Math.min(...rows) + 12); // a day of many has a longer way to the root
  expect(await verifyLedger(database.db, world.keys)).toMatchObject({ checkpoints: SIZES.length, fault: null });
});

it('are the same for a day that has no tree, read as a whole', async () => {
  const seqs = Array.from({ length: 2 * SIZES.length }, (_, i) => i + 1);
  const kept = [];
  for (const seq of seqs) kept.push(await receiptOf(seq));
  await asOwner('create table aside as select * from checkpoint_tree; delete from checkpoint_tree');
  const computed = [];
  for (const seq of seqs) computed.push(await receiptOf(seq));
  expect(computed).toEqual(kept);
  expect(await rowsReadFor(() => receiptOf(seqs.length))).toBeGreaterThan(SIZES.at(-1) as number);
  expect(await verifyLedger(database.db, world.keys)).toMatchObject({ fault: null });
  await asOwner('insert into checkpoint_tree select * from aside');
});

it('are not genuine where the tree was altered, and verify names its day', async () => {
  await asOwner('update checkpoint_tree set nodes = set_byte(nodes, 32, get_byte(nodes, 32) # 1)');
  const day = '2026-11-23';
  expect(await verifyLedger(database.db, world.keys)).toMatchObject({
    fault: { what: 'checkpoint', unitId: units.communityId, day, fault: 'treeDiffers' },
  });
  expect(genuine(await receiptOf(1))).toBe(false);
});
