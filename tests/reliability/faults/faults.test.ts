import { verifyLedger } from '../../../cloudfunctions/ledger';
import { setScene } from '../../activity/scene';
import { useDatabase } from '../../support/database';
import { type Break, type FaultyDatabase, openFaulty } from '../../support/faulty';
import { FAULT_ROUNDS } from '../figures';
import { arrangeSigning, COMMANDS, type Command, type Stage, setStage } from './commands';
import { countAll, difference } from './counts';

/**
 * reliability.md, test 9, for the commands that tests/household/faults and tests/reward/faults do not break: a fault at
 * every statement, BEGIN and COMMIT included, compared with a run without one.
 */
jest.setTimeout(180_000 * FAULT_ROUNDS);

const STATEMENTS_MAX = 80;
const WAYS: readonly Break[] = ['beforeSending', 'afterDoing'];
const ROUNDS = Array.from({ length: FAULT_ROUNDS }, (_, i) => i);
const database = useDatabase();
let faulty: FaultyDatabase;
let stage: Stage;

beforeAll(async () => {
  stage = await setStage(await setScene(database));
  faulty = openFaulty(database.url);
});
afterAll(() => faulty.close());

const count = () => countAll(database.ownerPool);

/** A broken connection's transaction ends when the server sees the socket closed; until then its rows stay locked. */
async function serverHasNoticed(): Promise<void> {
  const open = `select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
  while ((await database.ownerPool.query(open)).rowCount) await new Promise(setImmediate);
}

type Arrange = (stage: Stage) => Promise<Command>;

/** What the command leaves when nothing breaks. */
async function leavesOf(arrange: Arrange) {
  const command = await arrange(stage);
  const before = await count();
  await command(stage.scene.world);
  return difference(await count(), before);
}

/** Breaks at one statement after the other until the command needs no more; gives how many there were. `halfway`: what a job of several transactions may leave. */
async function breakEverywhere(arrange: Arrange, how: Break, halfway: readonly object[] = []): Promise<number> {
  const expected = await leavesOf(arrange);
  const broken = { ...stage.scene.world, database: { ...database, ...faulty } };
  for (let at = 1; at <= STATEMENTS_MAX; at++) {
    const command = await arrange(stage);
    const before = await count();
    faulty.breakAt(at, how);
    await command(broken);
    const hasBroken = faulty.mend();
    await serverHasNoticed();
    expect([{}, ...halfway, expected]).toContainEqual(difference(await count(), before));
    await command(stage.scene.world);
    expect([at, difference(await count(), before)]).toEqual([at, expected]);
    if (!hasBroken) return at - 1;
  }
  throw new Error('the command never came to its end');
}

describe.each(WAYS)('a connection that breaks %s any statement', (how) => {
  it.each(Object.entries(COMMANDS))(
    'leaves nothing or all of %s, and one retry makes it all, once',
    async (_name, arrange) => {
      for (const _round of ROUNDS) expect(await breakEverywhere(arrange, how)).toBeGreaterThan(6);
    },
  );
});

it.each(WAYS)('leaves a night signed or unsigned when it breaks %s, and the next run signs it, once', async (how) => {
  const withoutHead = { 'rows of checkpoint': 1, 'rows of checkpoint_tree': 1 };
  expect(await breakEverywhere(arrangeSigning, how, [withoutHead])).toBeGreaterThan(6);
});

it('leaves a ledger whose every chain and checkpoint verifies', async () => {
  const walk = await verifyLedger(database.db, stage.scene.world.keys);
  expect(walk).toMatchObject({ fault: null });
  expect(walk.entries).toBeGreaterThan(100);
});
