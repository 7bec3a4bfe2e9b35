import { verifyLedger } from '../../../cloudfunctions/ledger';
import { announce, family, setScene } from '../../activity/scene';
import { useDatabase } from '../../support/database';
import { insertReward } from '../../support/rows';
import { openDoors, type Told } from '../doors';
import { type Stage, setStage } from '../faults/commands';
import { openWithoutLock } from './without-locks';

/** reliability.md, test 18: the same race with the lock and, over connections that leave it out, without it. */
const ROUNDS_MAX = 30;
const CALLERS = 8;
const database = useDatabase({ max: CALLERS });
let stage: Stage;
beforeAll(async () => {
  stage = await setStage(await setScene(database));
});

type Ask = Stage['ask'];
/** One round of the race: true when it came out as promised. */
type Race = (doors: readonly Ask[]) => Promise<boolean>;

const codes = (told: readonly Told[]) => told.map((one) => one.code ?? 'ok').sort();
const oneOf = (told: readonly Told[], others: string) =>
  codes(told).join() === [...Array.from({ length: told.length - 1 }, () => others), 'ok'].sort().join();
const person = async () => (await family(stage.scene)).head;
const holder = (id: string) => ({ kind: 'resident' as const, id });
const award = (ask: Ask, id: string) =>
  ask(stage.scene.staff, 'award.give', { itemId: stage.scene.itemId, holders: [holder(id)] });

async function reward(values: Parameters<typeof insertReward>[2]): Promise<string> {
  const by = { units: stage.scene.here, createdBy: stage.scene.staff.residentId };
  return insertReward(database.db, by, { cost: 5, stock_per_period: 9_999, limit_holder: 99, ...values });
}

const RACES: Readonly<Record<string, { lock: RegExp; race: Race }>> = {
  'accounts: somebody gives vouchers back while they are given points': {
    lock: /from account where/,
    race: async (doors) => {
      const who = await person();
      for (const _door of doors) await award(stage.ask, who.residentId);
      const rewardId = await reward({});
      const vouchers: unknown[] = [];
      for (const _door of doors.slice(1)) {
        const issued = await stage.ask(who, 'reward.issueVoucher', { rewardId });
        vouchers.push(issued.data?.voucherId);
      }
      const told = doors.map((ask, i) =>
        i === 0 ? award(ask, who.residentId) : ask(who, 'reward.cancelVoucher', { voucherId: vouchers[i - 1] }),
      );
      return codes(await Promise.all(told)).every((code) => code === 'ok');
    },
  },
  'vouchers: it is given back many times at once': {
    lock: /from "voucher" where/,
    race: async (doors) => {
      const who = await person();
      await award(stage.ask, who.residentId);
      const issued = await stage.ask(who, 'reward.issueVoucher', { rewardId: await reward({}) });
      const input = { voucherId: issued.data?.voucherId };
      return oneOf(await Promise.all(doors.map((ask) => ask(who, 'reward.cancelVoucher', input))), 'VOUCHER_CANCELLED');
    },
  },
  'activities: the last place is asked for by many': {
    lock: /from "activity" where/,
    race: async (doors) => {
      const { activityId } = await announce(stage.scene, { signUp: 'open', capacity: 1 });
      const people = await Promise.all(doors.map(person));
      const ask = (door: Ask, i: number) =>
        door(people[i] as (typeof people)[0], 'activity.signUp', { activityId, coming: true });
      await Promise.all(doors.map(ask));
      const { rows } = await database.pool.query(
        "select count(*)::int as n from sign_up where activity_id = $1 and state = 'signedUp'",
        [activityId],
      );
      return rows[0]?.n === 1;
    },
  },
  'stock: the last voucher is asked for by many': {
    lock: /reward_stock/,
    race: async (doors) => {
      const people = await Promise.all(doors.map(person));
      for (const { residentId } of people) await award(stage.ask, residentId);
      const early = await person();
      await award(stage.ask, early.residentId);
      const rewardId = await reward({ stock_per_period: 2 });
      await stage.ask(early, 'reward.issueVoucher', { rewardId }); // opens the period: who opens it has it locked by that
      const told = doors.map((ask, i) => ask(people[i] as (typeof people)[0], 'reward.issueVoucher', { rewardId }));
      return oneOf(await Promise.all(told), 'OUT_OF_STOCK');
    },
  },
};

/** Whether the promise held in every round; each caller has a database object, and so a batcher, of its own. */
async function holds(race: Race, rounds: number, lock?: RegExp): Promise<boolean> {
  const opened = Array.from({ length: CALLERS }, () => openWithoutLock(database.url, lock ?? /^\b$/));
  try {
    const doors = opened.map((one) => openDoors({ ...stage.scene.world, database: one }));
    for (let round = 0; round < rounds; round++) if (!(await race(doors))) return false;
    return true;
  } finally {
    await Promise.all(opened.map((one) => one.close()));
  }
}

describe('a race that the lock decides, and that goes wrong without it, over', () => {
  it.each(Object.entries(RACES))('%s', async (_name, { lock, race }) => {
    expect(await holds(race, 3)).toBe(true);
    expect(await holds(race, ROUNDS_MAX, lock)).toBe(false);
  });
});

it('leaves a ledger whose every chain verifies all the same: the keys are a second guard', async () => {
  expect(await verifyLedger(database.db, stage.scene.world.keys)).toMatchObject({ fault: null });
});
