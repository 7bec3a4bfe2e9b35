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

type Resident = Certain<'keeper'>;
type Holder = { kind: HolderKind; id: string };

/**
 * Whose points may be used beside the holder's, as the server has them: members who agreed, and the household's own. They are
 * spent by adults, and theirs to ask for.
 */
function lendersOf({ resident, household }: Resident, standing: Reward | undefined) {
  const own = household?.members.find(({ residentId }) => residentId === resident.residentId);
  if (!standing || !household || isUnderAge(own?.age ?? null)) return [];
  const names = new Map(household.members.map(({ residentId, name }) => [residentId, name]));
  return standing.mine.pool.map(({ holder: { kind, id }, available }) => {
    const points = `可兑换 ${available} 分`;
    if (kind === 'household') return { id, name: '全家共有的积分', note: `${points}，选了家人还不够，就用这里的` };
    const name = names.get(id);
    return { id, name: name ?? '去世的家人留下的', note: name ? `${points}，${name}同意过合用` : points };
  });
}

/** Who is asked about first: whom the page was opened for, else the caller; a ward where they live in no household of ours. */
const firstOf = ({ me, resident: { residentId }, household }: Resident, opened: string | undefined): string =>
  opened ?? (household ? residentId : me.wards[0]?.residentId) ?? residentId;

/** Undefined for the caller themself, who need not be named. */
function holderFor({ resident, household }: Resident, kind: HolderKind, forId: string): Holder | undefined {
  if (kind === 'household' && household) return { kind, id: household.householdId };
  return forId === resident.residentId ? undefined : { kind: 'resident', id: forId };
}

const asking = (rewardId: string, holder: Holder | undefined) => ({ rewardId, ...(holder && { holder }) });

/** The reward as it stands for the first one, and for another one where it is not for them. */
function useStanding(rewardId: string, caller: Resident, opened: string | undefined) {
  const [begun] = useState(() => firstOf(caller, opened));
  const [forId, setForId] = useState(begun);
  const firstHolder = holderFor(caller, 'resident', begun);
  const first = useRead('reward.get', asking(rewardId, firstHolder));
  const kind = first.data?.holderKind ?? 'resident';
  const holder = holderFor(caller, kind, forId);
  const isFirst = holder?.id === firstHolder?.id;
  const theirs = useRead('reward.get', isFirst ? null : asking(rewardId, holder));
  const askAnew = () => {
    void first.reload();
    void theirs.reload();
  };
  const holderId = holder?.id ?? caller.resident.residentId;
  const asked = isFirst ? first : theirs;
  return { first, kind, holder, holderId, setForId, asked, refusal: isFirst ? undefined : theirs.refusal, askAnew };
}

/** For whom, with whose points, which of two: what is asked for a voucher, and nothing more. */
export function useIssue(rewardId: string, caller: Resident, forId?: string) {
  const {
    first,
    kind,
    holder,
    holderId,
    setForId,
    asked,
    refusal: standingRefusal,
    askAnew,
  } = useStanding(rewardId, caller, forId);
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
      ...(caller.household?.members ?? []).filter(({ residentId }) => residentId === caller.resident.residentId),
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
