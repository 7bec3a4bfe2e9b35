import fc from 'fast-check';
import { balancesOf, verifyLedger } from '../../cloudfunctions/ledger';
import { lapseVouchers } from '../../cloudfunctions/reward';
import { useDatabase } from '../support/database';
import { seeded } from '../support/seeded';
import { Model, type ModelPerson, type ModelReward } from './model';
import { type Scene, setScene, type VoucherSeen } from './scene';

/** reliability.md, tests 1 and 2, for redeeming: random histories against sums in memory. Replay by SEED=…. */
const HISTORIES = Number(process.env.HISTORIES ?? 300);
const STEPS = 40;
jest.setTimeout(60_000 + HISTORIES * 3_000);

const PEOPLE: readonly ModelPerson[] = [
  { bornOn: '1955-03-01', pools: true },
  { bornOn: '1980-01-01', pools: true },
  { bornOn: '2014-12-20', pools: false },
];
const base = { limitHousehold: null, ageMin: null, ageMax: null, leastLifetime: 0 };
const REWARDS: readonly ModelReward[] = [
  { ...base, cost: 5, period: 'month', stock: 2, limitHolder: 1, validDays: 3 },
  { ...base, cost: 8, period: 'year', stock: 5, limitHolder: 3, limitHousehold: 3, ageMin: 60, validDays: 40 },
  { ...base, cost: 3, period: 'quarter', stock: 4, limitHolder: 2, ageMax: 11, leastLifetime: 6, validDays: 10 },
];

type Step =
  | { do: 'credit'; who: number; points: number }
  | { do: 'redeem'; who: number; reward: number; pool: number[] }
  | { do: 'verify' | 'cancel'; voucher: number; own: boolean; typed: boolean }
  | { do: 'wait'; hours: number }
  | { do: 'lapse' };

const person = fc.nat(PEOPLE.length - 1);
const account = fc.nat(PEOPLE.length);
const voucher = fc.nat(30);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('credit' as const), who: account, points: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('redeem' as const),
      who: person,
      reward: fc.nat(REWARDS.length - 1),
      pool: fc.array(account, { maxLength: 3 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('verify' as const, 'cancel' as const),
      voucher,
      own: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
      typed: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 400 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lapse' as const) }) },
);

const database = useDatabase({ max: 12 });
let scene: Scene;
let providers: string[];
let creator: string;

beforeAll(async () => {
  scene = await setScene(database);
  providers = [await scene.addProvider(), await scene.addProvider('书店')];
  creator = await scene.addPerson();
});

/** The real thing beside the model: one household, its rewards, two clerks. */
async function setUp() {
  scene.nowMs = Date.parse('2026-11-20T10:00:00+08:00');
  const members = PEOPLE.map(({ bornOn, pools }) => ({ bornOn, poolAgreed: pools }));
  const [householdId, ...people] = await scene.addHousehold(members, { poolAgreed: true });
  const rewardIds: string[] = [];
  for (const reward of REWARDS)
    rewardIds.push(
      await scene.addReward(
        [providers[0] as string],
        {
          cost: reward.cost,
          period: reward.period,
          stock_per_period: reward.stock,
          limit_holder: reward.limitHolder,
          limit_household: reward.limitHousehold,
          age_min: reward.ageMin,
          age_max: reward.ageMax,
          least_lifetime: reward.leastLifetime,
          valid_days: reward.validDays,
        },
        creator,
      ),
    );
  const clerks = [await scene.clerkOf(providers[0] as string), await scene.clerkOf(providers[1] as string)];
  return { accounts: [...people, householdId], rewardIds, clerks, seen: [] as VoucherSeen[] };
}
type Real = Awaited<ReturnType<typeof setUp>>;

/** Does one step on both and gives what each said. */
async function take(model: Model, real: Real, now: Step): Promise<[string | number, string | number] | null> {
  scene.nowMs += 61_000; // wrong codes are counted by the minute
  const at = <T>(list: readonly T[], i: number) => list[i] as T;
  if (now.do === 'wait') scene.nowMs += now.hours * 3_600_000;
  if (now.do === 'lapse') return [await lapseVouchers(scene.world, scene.nowMs), model.lapse(scene.nowMs)];
  if (now.do === 'credit') {
    model.credit(now.who, now.points);
    const kind = now.who === PEOPLE.length ? 'household' : 'resident';
    await scene.credit(now.points, { kind, id: at(real.accounts, now.who) });
  }
  if (now.do === 'redeem') {
    const ask = { rewardId: at(real.rewardIds, now.reward), pool: now.pool.map((who) => at(real.accounts, who)) };
    const reply = await scene.ask(at(real.accounts, now.who), 'redeem', ask);
    if (reply.ok) real.seen.push(reply.data as unknown as VoucherSeen);
    return [reply.code ?? 'ok', model.redeem(now.who, now.reward, now.pool, scene.nowMs)];
  }
  if ((now.do !== 'verify' && now.do !== 'cancel') || real.seen.length === 0) return null;
  const place = now.voucher % real.seen.length;
  const { voucherId, code, qr } = at(real.seen, place);
  if (now.do === 'cancel') {
    const holder = at(real.accounts, model.vouchers[place]?.holder ?? 0);
    const reply = await scene.ask(holder, 'cancelVoucher', { voucherId });
    return [reply.code ?? 'ok', model.cancel(place, scene.nowMs)];
  }
  const reply = await scene.ask(at(real.clerks, now.own ? 0 : 1), 'verifyVoucher', { code: now.typed ? code : qr });
  return [reply.code ?? 'ok', model.verify(place, now.own, scene.nowMs)];
}

async function expectSame(model: Model, real: Real): Promise<void> {
  const balances = await balancesOf(database.db, real.accounts);
  const mine = real.accounts.map((id) => balances.get(id));
  const theirs = model.accounts.map((one) => ({ ...one, available: one.lifetime - one.held - one.redeemed }));
  expect(mine).toEqual(theirs);
  for (const one of mine) expect(one?.available).toBeGreaterThanOrEqual(0);
  const stock = await database.db
    .selectFrom('reward_stock')
    .select('taken')
    .where('reward_id', 'in', real.rewardIds)
    .execute();
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  expect(sum(stock.map((row) => row.taken))).toBe(sum([...model.taken.values()]));
}

it(`follows the sums of a model through ${HISTORIES} random histories of ${STEPS} steps`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
      const model = new Model(PEOPLE, REWARDS);
      const real = await setUp();
      for (const now of steps) {
        const said = await take(model, real, now);
        if (said) expect([now, said[0]]).toEqual([now, said[1]]);
        await expectSame(model, real);
      }
      await lapseVouchers(scene.world, scene.nowMs + 400 * 86_400_000); // leaves nothing to the next history's job
    }),
    seeded({ numRuns: HISTORIES, endOnFailure: true }),
  );
  expect(await verifyLedger(database.db, scene.world.keys)).toMatchObject({ fault: null });
  const kinds = await database.db
    .selectFrom('ledger_entry')
    .select((entry) => ['kind', entry.fn.countAll<number>().as('count')])
    .groupBy('kind')
    .execute();
  expect(kinds.map((row) => row.kind).sort()).toEqual(['credit', 'hold', 'redeem', 'release']);
  const [twice] = (
    await database.pool.query(
      `select v.id from voucher v left join ledger_entry e on e.source_id = v.id::text and e.kind = 'redeem'
       where v.state = 'redeemed' group by v.id
       having count(e.*) <> (select count(*) from voucher_draw d where d.voucher_id = v.id)`,
    )
  ).rows;
  expect(twice).toBeUndefined();
});
