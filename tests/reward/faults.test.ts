import { randomUUID } from 'node:crypto';
import { verifyLedger } from '../../cloudfunctions/ledger';
import { lapseVouchers } from '../../cloudfunctions/reward';
import { useDatabase } from '../support/database';
import { type Break, type FaultyDatabase, openFaulty } from '../support/faulty';
import { resident, type Scene, setScene, type VoucherSeen } from './scene';

/** reliability.md, test 9: a fault at every statement of every command that moves points, and around commit. */
jest.setTimeout(180_000);

const STATEMENTS_MAX = 80;
const WAYS: readonly Break[] = ['beforeSending', 'afterDoing'];
const database = useDatabase();
let faulty: FaultyDatabase;
let scene: Scene;
let providerId: string;
let creator: string;
let clerk: string;

beforeAll(async () => {
  scene = await setScene(database);
  providerId = await scene.addProvider();
  creator = await scene.addPerson();
  clerk = await scene.clerkOf(providerId);
  await scene.identityOf(clerk);
  faulty = openFaulty(database.url);
});
afterAll(() => faulty.close());
beforeEach(() => {
  scene.nowMs = Date.parse('2026-11-23T12:00:00+08:00');
});

/** Two who pool, so that two accounts move, and a reward that takes all they have. */
async function arrange() {
  const [, holder = '', wife = ''] = await scene.addHousehold([{}, { poolAgreed: true }]);
  await scene.credit(10, resident(holder), resident(wife));
  await scene.identityOf(holder);
  const rewardId = await scene.addReward([providerId], { cost: 15, valid_days: 1 }, creator);
  return { holder, wife, rewardId, ask: { rewardId, pool: [wife] } };
}
type Arranged = Awaited<ReturnType<typeof arrange>>;
const issue = ({ holder, ask }: Arranged) => scene.must<VoucherSeen>(holder, 'issueVoucher', ask);

/** Where the points, the stock and the vouchers stand: must always be one of a command's two ends, never between. */
async function standing({ holder, wife, rewardId }: Arranged): Promise<string> {
  const [mine, hers] = [await scene.balance(holder), await scene.balance(wife)];
  const stock = await database.db
    .selectFrom('reward_stock')
    .select('taken')
    .where('reward_id', '=', rewardId)
    .executeTakeFirst();
  const vouchers = await database.db
    .selectFrom('voucher')
    .select('state')
    .where('reward_id', '=', rewardId)
    .orderBy('issued_at')
    .execute();
  const points = [mine, hers].map((one) => `${one?.held}/${one?.redeemed}`).join(' ');
  return `held/redeemed ${points}, stock taken ${stock?.taken ?? 0}, vouchers ${vouchers.map((row) => row.state).join()}`;
}

const NOTHING = 'held/redeemed 0/0 0/0, stock taken 0, vouchers ';
const ISSUED = 'held/redeemed 10/0 5/0, stock taken 1, vouchers issued';

/** A broken connection's transaction ends when the server sees the socket closed; until then its rows stay locked. */
async function serverHasNoticed(): Promise<void> {
  const open = `select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
  while ((await database.ownerPool.query(open)).rowCount) await new Promise(setImmediate);
}

/** Breaks the connection at one statement after the other until the command needs no more of them. */
async function breakEverywhere(
  how: Break,
  command: (world: Scene) => Promise<{ run: (scene: Scene) => Promise<unknown>; arranged: Arranged }>,
  ends: { before: string; after: string },
): Promise<number> {
  for (let at = 1; at <= STATEMENTS_MAX; at++) {
    const { run, arranged } = await command(scene);
    faulty.breakAt(at, how);
    await run(scene.over(faulty));
    const hasBroken = faulty.mend();
    await serverHasNoticed();
    const left = await standing(arranged);
    expect([ends.before, ends.after]).toContain(left);
    await run(scene);
    expect(await standing(arranged)).toBe(ends.after);
    if (!hasBroken) return at - 1;
  }
  throw new Error('the command never came to its end');
}

describe.each(WAYS)('a connection that breaks %s', (how) => {
  it('leaves a redemption done or undone, and one retry finishes it', async () => {
    const statements = await breakEverywhere(
      how,
      async () => {
        const arranged = await arrange();
        const requestId = randomUUID();
        return { arranged, run: (over) => over.ask(arranged.holder, 'issueVoucher', arranged.ask, requestId) };
      },
      { before: NOTHING, after: ISSUED },
    );
    expect(statements).toBeGreaterThan(20);
  });

  it('leaves a redemption done or undone, and one retry finishes it', async () => {
    await breakEverywhere(
      how,
      async () => {
        const arranged = await arrange();
        const { qr } = await issue(arranged);
        const requestId = randomUUID();
        return { arranged, run: (over) => over.ask(clerk, 'redeemVoucher', { code: qr }, requestId) };
      },
      { before: ISSUED, after: 'held/redeemed 0/10 0/5, stock taken 1, vouchers redeemed' },
    );
  });

  it('leaves a voucher given back or not, and one retry finishes it', async () => {
    await breakEverywhere(
      how,
      async () => {
        const arranged = await arrange();
        const { voucherId } = await issue(arranged);
        const requestId = randomUUID();
        return { arranged, run: (over) => over.ask(arranged.holder, 'cancelVoucher', { voucherId }, requestId) };
      },
      { before: ISSUED, after: 'held/redeemed 0/0 0/0, stock taken 0, vouchers cancelled' },
    );
  });

  it('leaves a voucher lapsed or not, and the next run of the job finishes it', async () => {
    await breakEverywhere(
      how,
      async () => {
        const arranged = await arrange();
        const { expiresAtMs } = await issue(arranged);
        return { arranged, run: (over) => lapseVouchers(over.world, expiresAtMs + 1).catch(() => 0) };
      },
      { before: ISSUED, after: 'held/redeemed 0/0 0/0, stock taken 0, vouchers lapsed' },
    );
  });
});

it('leaves a ledger whose every chain verifies', async () => {
  const walk = await verifyLedger(database.db, scene.world.keys);
  expect(walk).toMatchObject({ fault: null });
  expect(walk.entries).toBeGreaterThan(400);
});
