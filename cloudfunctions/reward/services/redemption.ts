import type { Db } from '../../kit/transaction';
import { businessDate, startOfDayMs } from '../../values/dates';
import { monthOn, nextMonthOn } from '../../values/windows';
import { monthLeft, type Redemption } from '../rules';
import { type RedemptionRule, rulesOf, type Span, spentByLines, spentByUnits } from '../store/redemption';
import type { RewardRow } from '../store/rewards';

const NONE = { points: 0, cents: 0 };
export const NO_RULE: RedemptionRule = { windows: [], monthPoints: null, monthCents: null };

/** The month of that moment, by the calendar of Shanghai. */
export function monthOf(nowMs: number): Span {
  const today = businessDate(nowMs);
  return { fromMs: startOfDayMs(monthOn(today)), untilMs: startOfDayMs(nextMonthOn(today)) };
}

const hasCeiling = ({ monthPoints, monthCents }: Pick<RedemptionRule, 'monthPoints' | 'monthCents'>) =>
  monthPoints !== null || monthCents !== null;

export type RedemptionOf = (reward: RewardRow, communityId: string | null) => Redemption;

/** What windows and ceilings say of rewards in some communities. A reward's own windows come in the place of the community's. */
export async function readRedemption(
  db: Db,
  rewards: readonly RewardRow[],
  communityIds: readonly string[],
  nowMs: number,
): Promise<RedemptionOf> {
  const rules = await rulesOf(db, communityIds);
  const month = monthOf(nowMs);
  const counted = communityIds.filter((id) => hasCeiling(rules.get(id) ?? NO_RULE));
  const byUnit = await spentByUnits(db, counted, month);
  const lines = rewards.filter(hasCeiling).map(({ lineId }) => lineId);
  const byLine = await spentByLines(db, lines, month);
  return (reward, communityId) => {
    const rule = rules.get(communityId ?? '') ?? NO_RULE;
    return {
      nowMs,
      windows: reward.windows ?? rule.windows,
      monthLeft: monthLeft([
        { ceilings: rule, spent: byUnit.get(communityId ?? '') ?? NONE },
        { ceilings: reward, spent: byLine.get(reward.lineId) ?? NONE },
      ]),
    };
  };
}
