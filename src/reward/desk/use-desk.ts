import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { useToggle } from '../../components/checkbox/use-toggle';
import { useBegun } from '../../components/leaving/use-begun';
import { useFinder } from '../../household/find/use-finder';
import type { Person } from '../../household/find/use-found-people';
import { textOf } from '../../ways';
import type { Reward } from '../reward-words';
import type { Voucher } from '../voucher-words';

type ForWhom = 'resident' | 'household';

/** What one resident has and may have: for themself or for the whole household. */
export function useCounter(person: Person) {
  const { residentId, householdId } = person;
  const [forWhom, setForWhom] = useState<ForWhom>('resident');
  const holder = { kind: forWhom, id: forWhom === 'resident' ? residentId : householdId };
  const balance = useRead('ledger.balance', { holderId: residentId });
  const household = useRead('household.get', { householdId });
  const rewards = usePages('reward.list', { holder, holderKinds: [forWhom] });
  const known = rewards.pages.flatMap((page) => page.rewards);
  const vouchers = usePages('reward.vouchers', { holder, state: 'issued' });
  const issuing = useWrite('reward.issueVoucherFor');
  const cancelling = useWrite('reward.cancelVoucher');
  const [openedId, open] = useState<string>();
  const [choice, setChoice] = useState<string>();
  const { ticked: pool, toggle: togglePool, clear: clearPool } = useToggle<string>();
  const [made, setMade] = useState<Voucher>();
  const [told, setTold] = useState<string>();

  useBegun(!made && openedId && (choice || pool.length > 0) ? '选好的还没有替他兑换。' : undefined);

  const choose = (reward: Reward | undefined) => {
    open(reward?.rewardId);
    setChoice(undefined);
    clearPool();
    setTold(undefined);
    issuing.clear();
  };
  const reload = async () => {
    await Promise.all([balance.reload(), rewards.reload(), vouchers.reload()]);
  };
  const issue = async (reward: Reward) => {
    const voucher = await issuing.run({
      rewardId: reward.rewardId,
      holder,
      pool: [...pool],
      ...(choice && { choice }),
    });
    if (!voucher) return;
    setMade(voucher);
    await reload();
  };
  const cancel = async ({ voucherId, title }: Voucher) => {
    const done = await cancelling.run({ voucherId });
    if (done) setTold(`${title}退好了，${done.pointsBack} 分回到了原来的账户`);
    await reload();
  };
  return {
    person,
    holder,
    ...{ forWhom, choice, setChoice, pool, togglePool, made, told, issue, cancel, choose, reload },
    switchTo: (whom: ForWhom) => {
      setForWhom(whom);
      choose(undefined);
    },
    members: household.data?.members ?? [],
    balance: forWhom === 'resident' ? balance.data?.balance : balance.data?.household?.own,
    rewards: rewards.ready ? known : undefined,
    moreRewards: rewards,
    opened: known.find(({ rewardId }) => rewardId === openedId),
    vouchers: vouchers.pages.flatMap((page) => page.vouchers),
    moreVouchers: vouchers,
    readRefusal: rewards.refusal ?? balance.refusal ?? vouchers.refusal,
    issueRefusal: issuing.refusal,
    issuing: issuing.busy,
    cancelRefusal: cancelling.refusal,
    cancelling: cancelling.busy,
  };
}
export type Counter = ReturnType<typeof useCounter>;

/** Who sits at the desk: found by card, personal code or name, or brought along by another page. */
export function useDesk(unitId: string) {
  const { resident, scanned } = useRouter().params;
  const finder = useFinder(unitId, null, scanned && textOf(scanned));
  const [chosen, choose] = useState<Person>();
  const [left, leave] = useState(false);
  const given = useRead('household.find', resident && !left ? { unitId, residentIds: [resident] } : null);
  return {
    ...{ finder, choose },
    person: chosen ?? given.data?.people[0],
    fetching: given.loading,
    broughtRefusal: given.refusal,
    next: () => {
      choose(undefined);
      leave(true);
      finder.clear();
    },
  };
}
export type Desk = ReturnType<typeof useDesk>;
