import fc from 'fast-check';
import { lapseVouchers } from '../../../../cloudfunctions/reward';
import { type Holder, type Name, REWARDS } from '../cast';
import { codeOf, dataOf, type Stage } from '../stage';
import { caller, command, holder, ifBound, nth, placeOf, recent, worker } from './command';

const reward = fc.oneof(fc.constantFrom(0, 1), fc.nat(REWARDS.length - 1));
const anyPool: fc.Arbitrary<readonly Holder[]> = fc.array(holder, { maxLength: 3 });
const pool = fc.oneof({ weight: 3, arbitrary: fc.constant<readonly Holder[]>([]) }, { weight: 1, arbitrary: anyPool });
interface Pooling {
  readonly by: Name;
  readonly pool: readonly Holder[];
}
const inFamily = fc.constantFrom<Pooling>(
  { by: 'grandma', pool: [] },
  { by: 'grandma', pool: ['mother'] },
  { by: 'grandma', pool: ['wang', 'mother'] },
  { by: 'mother', pool: ['grandma'] },
);
const issued = { isPossible: ({ vouchers }: Stage) => vouchers.length > 0 };

interface Issued {
  readonly voucherId: string;
  readonly code: string;
  readonly qr: string;
}

async function issue(stage: Stage, by: Parameters<Stage['write']>[0], action: string, input: Record<string, unknown>) {
  const answer = await stage.write(by, action, input);
  const voucher = dataOf<Issued>(answer);
  if (voucher) stage.vouchers.push(voucher);
  return codeOf(answer);
}

export const rewardCommands = [
  command({
    name: 'reward.issueVoucher',
    weight: 10,
    step: fc.record({
      reward,
      who: fc.oneof<fc.Arbitrary<Pooling>[]>(fc.record({ by: caller, pool }), inFamily),
      of: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: holder }),
    }),
    take: (stage, { reward, who: { by, pool }, of }) => {
      const whose = of ? { holder: stage.holder(of) } : {};
      const input = { rewardId: stage.built.rewardIds[reward], pool: pool.map(stage.idOf), ...whose };
      return issue(stage, by, 'reward.issueVoucher', input);
    },
    foresee: (model, { reward, who: { by, pool }, of }) =>
      ifBound(model, by, () => model.vouchers.issue(by, reward, of, pool)),
  }),
  command({
    name: 'reward.issueVoucherFor',
    weight: 4,
    step: fc.record({ by: worker, reward, of: holder, pool }),
    take: (stage, { by, reward, of, pool }) => {
      const input = { rewardId: stage.built.rewardIds[reward], holder: stage.holder(of), pool: pool.map(stage.idOf) };
      return issue(stage, by, 'reward.issueVoucherFor', input);
    },
    foresee: ({ vouchers }, { by, reward, of, pool }) => vouchers.issueFor(by, reward, of, pool),
  }),
  command({
    name: 'reward.redeemVoucher',
    weight: 8,
    ...issued,
    step: fc.record({
      at: recent,
      by: fc.constantFrom('clerk', 'clerk', 'clerk', 'otherClerk'),
      shows: fc.constantFrom('qr', 'qr', 'code', 'code', 'nothing'),
      looksOnly: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
    }),
    take: async (stage, { at, by, shows, looksOnly }) => {
      const code = shows === 'nothing' ? 'AAAAAA' : nth(stage.vouchers, at)[shows];
      const asked = looksOnly
        ? stage.read(by, 'reward.lookUpVoucher', { code })
        : stage.write(by, 'reward.redeemVoucher', { code });
      return codeOf(await asked);
    },
    foresee: ({ vouchers }, { at, by, shows, looksOnly }) =>
      vouchers.redeem(by, shows === 'nothing' ? null : placeOf(vouchers.all.length, at), looksOnly),
  }),
  command({
    name: 'reward.cancelVoucher',
    weight: 4,
    ...issued,
    step: fc.record({ by: fc.oneof(caller, worker), at: recent }),
    take: async (stage, { by, at }) =>
      codeOf(await stage.write(by, 'reward.cancelVoucher', { voucherId: nth(stage.vouchers, at).voucherId })),
    foresee: (model, { by, at }) =>
      ifBound(model, by, () => model.vouchers.cancel(by, placeOf(model.vouchers.all.length, at))),
  }),
  command({
    name: 'the job that lapses vouchers',
    weight: 2,
    step: fc.constant(null),
    take: ({ theatre: { world, nowMs } }) => lapseVouchers(world, nowMs),
    foresee: ({ vouchers }) => vouchers.lapse(),
  }),
];
