import { useState } from 'react';
import { LINES_MAX, QUANTITY_MAX } from '../../../cloudfunctions/values/goods';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { useWrite } from '../../api/use-write';
import { useToggle } from '../../components/checkbox/use-toggle';
import { useBegun } from '../../components/leaving/use-begun';
import { useFinder } from '../../household/find/use-finder';
import type { Person } from '../../household/find/use-found-people';
import { missingOf, payable } from '../pooling';
import type { Reward } from '../reward-words';

export interface Line {
  readonly reward: Reward;
  readonly quantity: number;
  readonly choice?: string;
}

/** How many of it one person may be handed now: what is there, what they may have, what their points reach for. */
function mostOf({ mine, stockLeft, limitHolder, cost }: Reward, freePoints: number): number {
  if (mine.obstacles.some((obstacle) => obstacle !== 'POINTS_INSUFFICIENT')) return 0;
  return Math.max(0, Math.min(stockLeft, limitHolder, QUANTITY_MAX, Math.floor(freePoints / cost)));
}

/** The goods that one person chooses, and what they cost together. */
export function useBasket(person: Person) {
  const holder = { kind: 'resident' as const, id: person.residentId };
  const balance = useRead('ledger.balance', { holderId: person.residentId });
  const rewards = useWhole('reward.list', { holder, kinds: ['open'], holderKinds: ['resident'] }, 'rewards');
  const held = useWhole('reward.vouchers', { holder, state: 'issued' }, 'vouchers');
  const { ticked: pool, toggle } = useToggle<string>();
  const handing = useWrite('reward.handOver');
  const fetching = useWrite('reward.handOutVoucher');
  const [lines, setLines] = useState<readonly Line[]>([]);
  const goods = rewards.data?.filter((reward) => reward.goods !== null);
  const points = lines.reduce((sum, { reward, quantity }) => sum + reward.cost * quantity, 0);
  const available = balance.data?.balance.available;
  /** Of the same holder, so it is the same for each of the goods. */
  const mine = goods?.[0]?.mine;
  const lent = mine?.pool ?? [];
  const household = useRead('household.get', lent.length > 0 ? { householdId: person.householdId } : null);
  const lineOf = ({ rewardId }: Reward) => lines.find((line) => line.reward.rewardId === rewardId);
  const set = (reward: Reward, quantity: number) => {
    handing.clear();
    const others = lines.filter((line) => line.reward.rewardId !== reward.rewardId);
    const before = lineOf(reward);
    setLines(quantity > 0 ? [...others, { ...before, reward, quantity }] : others);
  };
  const choose = (reward: Reward, choice: string) =>
    setLines(lines.map((line) => (line.reward.rewardId === reward.rewardId ? { ...line, choice } : line)));
  useBegun(lines.length > 0 ? '点好的东西还没有发给他。' : undefined);
  const reload = async () => {
    await Promise.all([balance.reload(), rewards.reload(), held.reload()]);
  };
  const hand = async () => {
    const asked = lines.map(({ reward, quantity, choice }) => ({
      ...{ rewardId: reward.rewardId, quantity },
      ...(choice && { choice }),
    }));
    const done = await handing.run({ holder, pool: [...pool], lines: asked });
    if (!done) await reload(); // what was refused stands otherwise than it was shown
    return done;
  };
  const fetchHeld = async (voucherId: string) => {
    const done = await fetching.run({ voucherId });
    if (done) await reload();
    return done;
  };
  const rewardIds = new Set(goods?.map(({ rewardId }) => rewardId));
  return {
    ...{ person, goods, lines, lineOf, set, choose, points, available, hand, fetchHeld, reload },
    /** Whose points may be used beside their own, and whose are. */
    ...{ lent, pool, members: household.data?.members ?? [] },
    togglePool: (id: string) => {
      handing.clear();
      toggle(id);
    },
    missing: mine ? missingOf(points, mine, pool) : 0,
    isFull: lines.length >= LINES_MAX,
    /** Of one thing, with what the others in the basket leave. */
    most: (reward: Reward) =>
      mostOf(reward, payable(reward.mine, pool) - points + reward.cost * (lineOf(reward)?.quantity ?? 0)),
    held: (held.data ?? []).filter(({ rewardId }) => rewardIds.has(rewardId)),
    refusal: rewards.refusal ?? balance.refusal,
    handRefusal: handing.refusal ?? fetching.refusal,
    busy: handing.busy || fetching.busy,
  };
}
export type Basket = ReturnType<typeof useBasket>;

/** The queue: one person after the other, and what the last one was given. */
export function useQueue(unitId: string) {
  const finder = useFinder(unitId, null);
  const [person, choose] = useState<Person>();
  const [told, tell] = useState<string>();
  const [count, setCount] = useState(0);
  return {
    ...{ finder, person, told, count },
    choose: (one: Person) => {
      tell(undefined);
      choose(one);
    },
    next: (words?: string) => {
      choose(undefined);
      tell(words);
      if (words) setCount((served) => served + 1);
      finder.clear();
    },
  };
}
export type Queue = ReturnType<typeof useQueue>;
