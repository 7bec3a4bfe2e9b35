import { accountsOf } from '../../household';
import type { Call } from '../../kit/handler';
import type { Db } from '../../kit/transaction';
import { balancesOf, NO_POINTS, sumBalances } from '../../ledger';
import { unitsOf } from '../../organisation';
import { type Holder, periodKey, type Source, type Standing } from '../rules';
import { type Taken, takenOf } from '../store/reading';
import type { RewardRow } from '../store/rewards';
import { leftOf, type StockKey, stockOf } from '../store/stock';
import { type RedemptionOf, readRedemption } from './redemption';
import { readShelves } from './shelf';
import type { Subject } from './subject';

/** All that the rules ask about some holders and some rewards. */
export interface Facts {
  readonly balanceOf: (holderId: string) => { readonly available: number; readonly lifetime: number };
  readonly isRural: (subject: Subject) => boolean;
  readonly stockLeft: (reward: RewardRow) => number;
  /** Null for what is on no shelf. */
  readonly shelfLeft: (reward: RewardRow) => number | null;
  readonly taken: readonly Taken[];
  readonly redemption: RedemptionOf;
}

export const stockKeyOf = (reward: RewardRow, today: string): StockKey => ({
  lineId: reward.lineId,
  periodKey: periodKey(reward.period, today),
});

/** What was taken of these rewards in the periods of `today`, by these holders and their households. */
export function readTaken(
  db: Db,
  rewards: readonly RewardRow[],
  subjects: readonly Subject[],
  today: string,
): Promise<Taken[]> {
  return takenOf(
    db,
    rewards.map((reward) => stockKeyOf(reward, today)),
    {
      holderIds: subjects.flatMap((subject) => subject.accountIds),
      householdIds: subjects.flatMap((subject) => subject.householdId ?? []),
    },
  );
}

const communitiesOf = (subjects: readonly Subject[]): string[] => [
  ...new Set(subjects.flatMap(({ communityId }) => communityId ?? [])),
];

/** Whether these live in the country, from the settings of their communities. */
export async function readRural(db: Db, subjects: readonly Subject[]): Promise<Facts['isRural']> {
  const units = await unitsOf(db, communitiesOf(subjects));
  return ({ communityId }) => communityId !== null && units.get(communityId)?.setting === 'rural';
}

/** For lists: one statement each, nothing locked. `payers`: everyone whose points could be drawn on. */
export async function readFacts(
  db: Db,
  rewards: readonly RewardRow[],
  subjects: readonly Subject[],
  payers: readonly Holder[],
  { today, nowMs }: Pick<Call, 'today' | 'nowMs'>,
): Promise<Facts> {
  const accounts = await accountsOf(db, [...new Set(payers.map((payer) => payer.id))]);
  const balances = await balancesOf(db, [...new Set([...accounts.values()].flat())]);
  const of = (id: string) => balances.get(id) ?? NO_POINTS;
  const isRural = await readRural(db, subjects);
  const stock = await stockOf(
    db,
    rewards.map((reward) => stockKeyOf(reward, today)),
  );
  return {
    balanceOf: (id) => sumBalances((accounts.get(id) ?? [id]).map(of)),
    isRural,
    stockLeft: (reward) => leftOf(stock.get(reward.lineId), reward.stockPerPeriod),
    shelfLeft: await readShelves(db, rewards, nowMs),
    taken: await readTaken(db, rewards, subjects, today),
    redemption: await readRedemption(db, rewards, communitiesOf(subjects), nowMs),
  };
}

/** What each account could pay now. */
export const sourcesOf = (facts: Facts, holders: readonly Holder[]): Source[] =>
  holders.map((holder) => ({ holder, available: facts.balanceOf(holder.id).available }));

/** `pool`: those who would pay beside the holder. */
export function standingOf(facts: Facts, reward: RewardRow, subject: Subject, pool: readonly Source[]): Standing {
  const { holder, person, householdId, communityPath, accountIds } = subject;
  const count = (mine: (taken: Taken) => boolean) =>
    facts.taken
      .filter((taken) => taken.lineId === reward.lineId && mine(taken))
      .reduce((sum, taken) => sum + taken.count, 0);
  const { available, lifetime } = facts.balanceOf(holder.id);
  return {
    holder,
    bornOn: person?.bornOn ?? null,
    isBornYearOnly: person?.bornPrecision === 'year',
    communityPath,
    isRural: facts.isRural(subject),
    lifetime,
    available,
    poolAvailable: pool.reduce((sum, source) => sum + source.available, 0),
    takenByHolder: count((taken) => accountIds.includes(taken.holderId)),
    takenByHousehold: count((taken) => householdId !== null && taken.householdId === householdId),
    stockLeft: facts.stockLeft(reward),
    shelfLeft: facts.shelfLeft(reward),
    redemption: facts.redemption(reward, subject.communityId),
  };
}
