import type { Db } from '../../kit/transaction';
import { balancesOf, NO_POINTS } from '../../ledger';
import { unitsOf } from '../../organisation';
import { periodKey, type Source, type Standing } from '../rules';
import type { Taken } from '../store/reading';
import { takenOf } from '../store/reading';
import type { RewardRow } from '../store/rewards';
import { type StockKey, stockLeft } from '../store/stock';
import type { Subject } from './subject';

/** All that the rules ask about some holders and some rewards, read in a handful of statements. */
export interface Facts {
  readonly availableOf: (holderId: string) => number;
  readonly lifetimeOf: (holderId: string) => number;
  readonly isRural: (communityId: string | null) => boolean;
  readonly stockLeft: (reward: RewardRow) => number;
  readonly taken: readonly Taken[];
}

export const stockKeyOf = (reward: RewardRow, today: string): StockKey => ({
  rewardId: reward.rewardId,
  periodKey: periodKey(reward.period, today),
});

export async function readFacts(
  db: Db,
  rewards: readonly RewardRow[],
  subjects: readonly Subject[],
  today: string,
): Promise<Facts> {
  const holderIds = subjects.map((subject) => subject.holder.id);
  const householdIds = subjects.flatMap((subject) => subject.householdId ?? []);
  const everyone = [
    ...new Set([...holderIds, ...subjects.flatMap(({ consenting }) => consenting.map(({ id }) => id))]),
  ];
  const keys = rewards.map((reward) => stockKeyOf(reward, today));
  const balances = await balancesOf(db, everyone);
  const units = await unitsOf(db, [...new Set(subjects.flatMap((subject) => subject.communityId ?? []))]);
  const left = await stockLeft(db, keys);
  const taken = await takenOf(db, keys, { holderIds, householdIds });
  return {
    availableOf: (id) => (balances.get(id) ?? NO_POINTS).available,
    lifetimeOf: (id) => (balances.get(id) ?? NO_POINTS).lifetime,
    isRural: (communityId) => communityId !== null && units.get(communityId)?.setting === 'rural',
    stockLeft: (reward) => left.get(reward.rewardId) ?? reward.stockPerPeriod,
    taken,
  };
}

/** What each account could pay now. */
export const sourcesOf = (facts: Facts, holders: readonly Source['holder'][]): Source[] =>
  holders.map((holder) => ({ holder, available: facts.availableOf(holder.id) }));

/** `pool`: those who would pay beside the holder. */
export function standingOf(facts: Facts, reward: RewardRow, subject: Subject, pool: readonly Source[]): Standing {
  const { holder, person, householdId, communityPath } = subject;
  const count = (mine: (taken: Taken) => boolean) =>
    facts.taken
      .filter((taken) => taken.rewardId === reward.rewardId && mine(taken))
      .reduce((sum, taken) => sum + taken.count, 0);
  return {
    holder,
    bornOn: person?.bornOn ?? null,
    isBornYearOnly: person?.bornPrecision === 'year',
    communityPath,
    isRural: facts.isRural(subject.communityId),
    lifetime: facts.lifetimeOf(holder.id),
    available: facts.availableOf(holder.id),
    poolAvailable: pool.reduce((sum, source) => sum + source.available, 0),
    takenByHolder: count((taken) => taken.holderId === holder.id),
    takenByHousehold: count((taken) => householdId !== null && taken.householdId === householdId),
    stockLeft: facts.stockLeft(reward),
  };
}
