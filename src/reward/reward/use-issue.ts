import { useState } from 'react';
import type { HolderKind } from '../../../cloudfunctions/values/awards';
import { isUnderAge } from '../../../cloudfunctions/values/people';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { useToggle } from '../../components/checkbox/use-toggle';
import { useBegun } from '../../components/leaving/use-begun';
import { servedBy } from '../../household/served-by';
import type { Certain } from '../../session/who';
import { replaceBy } from '../../ways';
import type { Reward } from '../reward-words';

type Resident = Certain<'resident'>;
type Holder = { kind: HolderKind; id: string };

/**
 * Whose points may be used beside the holder's, as the server has them: members who agreed, and the household's own. They are
 * spent by adults, and theirs to ask for.
 */
function lendersOf({ resident, household }: Resident, standing: Reward | undefined) {
  const own = household.members.find(({ residentId }) => residentId === resident.residentId);
  if (!standing || isUnderAge(own?.age ?? null)) return [];
  const names = new Map(household.members.map(({ residentId, name }) => [residentId, name]));
  return standing.mine.pool.map(({ holder: { kind, id }, available }) => {
    const points = `可兑换 ${available} 分`;
    if (kind === 'household') return { id, name: '全家共有的积分', note: `${points}，选了家人还不够，就用这里的` };
    const name = names.get(id);
    return { id, name: name ?? '去世的家人留下的', note: name ? `${points}，${name}同意过合用` : points };
  });
}

/** The reward as it stands for the caller, and for another one where it is not for them. */
function useStanding(rewardId: string, { resident, household }: Resident) {
  const own = resident.residentId;
  const [forId, setForId] = useState(own);
  const first = useRead('reward.get', { rewardId });
  const kind = first.data?.holderKind ?? 'resident';
  const holderId = kind === 'household' ? household.householdId : forId;
  const holder: Holder | undefined =
    kind === 'household' || forId !== own
      ? { kind: kind === 'household' ? kind : 'resident', id: holderId }
      : undefined;
  const theirs = useRead('reward.get', holder ? { rewardId, holder } : null);
  const asked = holder ? theirs : first;
  const askAnew = () => {
    void first.reload();
    void theirs.reload();
  };
  return { first, kind, holder, holderId, setForId, asked, refusal: holder && theirs.refusal, askAnew };
}

/** For whom, with whose points, which of two: what is asked for a voucher, and nothing more. */
export function useIssue(rewardId: string, caller: Resident) {
  const {
    first,
    kind,
    holder,
    holderId,
    setForId,
    asked,
    refusal: standingRefusal,
    askAnew,
  } = useStanding(rewardId, caller);
  const { ticked: pool, toggle: togglePool, clear: clearPool } = useToggle<string>();
  const [choice, setChoice] = useState<string>();
  const { run, busy, refusal, clear } = useWrite('reward.issueVoucher');
  const standing = asked.data;
  useBegun(choice || pool.length > 0 ? '选好的还没有兑换。' : undefined);

  const issue = async () => {
    const voucher = await run({ rewardId, ...(holder && { holder }), pool: [...pool], ...(choice && { choice }) });
    if (voucher) return replaceBy('pages/voucher', { id: voucher.voucherId, fresh: 1 });
    askAnew(); // what was refused stands otherwise than it was shown
  };
  return {
    /** What is true for everybody; `mine` in it may be somebody else's. */
    reward: { data: standing ?? first.data, refusal: first.refusal, reload: first.reload },
    /** The reward as it stands for the one it is for; undefined while that is asked. */
    standing,
    standingRefusal,
    askStanding: asked.reload,
    ...{ kind, holderId, pool, togglePool, choice, setChoice, issue, busy, refusal },
    candidates: [
      ...caller.household.members.filter(({ residentId }) => residentId === caller.resident.residentId),
      ...servedBy(caller.me),
    ],
    setForId: (id: string) => {
      setForId(id);
      clearPool();
      clear();
    },
    lenders: lendersOf(caller, standing),
  };
}
