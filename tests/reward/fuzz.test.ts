import fc from 'fast-check';
import { useDatabase } from '../support/database';
import { seeded } from '../support/seeded';
import { resident, type Scene, setScene, type VoucherSeen } from './scene';

/** Inputs of the right shape with wrong things in them: refused or done, never a fault. */
const database = useDatabase();
let scene: Scene;
let admin: string;
let senior: string;
let clerk: string;
let known: string[];

beforeAll(async () => {
  scene = await setScene(database);
  const providerId = await scene.addProvider();
  clerk = await scene.clerkOf(providerId);
  admin = await scene.addStaff({ role: 'communityAdmin', unitId: scene.units.communityId });
  senior = await scene.addPerson({ bornOn: '1950-01-01' });
  await scene.credit(500, resident(senior));
  const rewardId = await scene.addReward([providerId], { limit_holder: 1000, stock_per_period: 1000, cost: 1 });
  const { voucherId } = await scene.must<VoucherSeen>(senior, 'redeem', { rewardId });
  const { policy_document_id } = await database.db
    .selectFrom('reward')
    .select('policy_document_id')
    .where('id', '=', rewardId)
    .executeTakeFirstOrThrow();
  known = [providerId, rewardId, voucherId, senior, admin, clerk, policy_document_id, ...Object.values(scene.units)];
});

const id = fc.oneof({ weight: 4, arbitrary: fc.nat(50).map((n) => known[n % known.length] as string) }, fc.uuid());
const odd = fc.constantFrom(
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; drop table voucher; --",
  '__proto__',
  '%',
  '\\',
  '家'.repeat(40),
);
const text = fc.oneof(fc.string({ maxLength: 60, unit: 'binary' }), odd);
const number = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, -1, 1.5, 2 ** 31, 2 ** 53, Number.NaN),
  fc.integer({ min: 1, max: 99 }),
);
const holder = fc.record({ kind: fc.constantFrom('resident', 'household', 'society', 'other'), id });
const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 4 });
const some = (fields: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[] = []) =>
  fc.record(fields, { requiredKeys: requiredKeys as never[] });

const kinds = fc.constantFrom('healthCheck', 'agriculture', 'incubation', 'healthCard', 'fitnessOrBook', 'afterSchool');
const proposal = {
  unitId: fc.constant(null).map(() => scene.units.communityId),
  kind: kinds,
  title: text,
  summary: text,
  about: text,
  cost: number,
  holderKind: fc.constantFrom('resident', 'household', 'society'),
  ageMin: number,
  ageMax: number,
  leastLifetime: number,
  period: fc.constantFrom('month', 'quarter', 'year'),
  stockPerPeriod: number,
  limitHolder: number,
  limitHousehold: number,
  validDays: number,
  choices: list(text),
  steps: list(text),
  providerIds: list(id),
  policyDocumentId: id,
  fundedBy: text,
  unitCostCents: number,
};
const cursor = fc.oneof(text, fc.stringMatching(/^\d{1,17}\.[0-9a-f-]{36}$/));

const asks: Record<string, [who: () => string, input: fc.Arbitrary<unknown>]> = {
  list: [() => senior, some({ unitId: id, holder })],
  get: [() => admin, some({ rewardId: id, holder }, ['rewardId'])],
  create: [
    () => admin,
    some(
      proposal,
      Object.keys(proposal).filter((key) => !['about', 'ageMin', 'ageMax', 'leastLifetime'].includes(key)),
    ),
  ],
  retire: [() => admin, some({ rewardId: fc.uuid() })],
  redeem: [() => senior, some({ rewardId: id, holder, pool: list(id), choice: text }, ['rewardId'])],
  redeemFor: [() => admin, some({ rewardId: id, holder, pool: list(id), choice: text }, ['rewardId', 'holder'])],
  vouchers: [
    () => senior,
    some({ holder, voucherId: id, state: fc.constantFrom('issued', 'lapsed', 'x'), cursor, limit: number }),
  ],
  lookUp: [() => clerk, some({ code: text })],
  verifyVoucher: [() => clerk, some({ code: text })],
  cancelVoucher: [() => senior, some({ voucherId: id })],
  verifiedToday: [() => clerk, some({ providerId: id })],
};

it.each(Object.keys(asks))('reward.%s never answers with a fault', async (verb) => {
  const [who, input] = asks[verb] as (typeof asks)[string];
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: input }, fc.anything()), async (given) => {
      scene.nowMs += 20_000;
      const reply = await scene.ask(who(), verb, given as object);
      expect([given, reply.code]).not.toEqual([given, 'FAULT']);
    }),
    seeded({ numRuns: 200 }),
  );
});
