import { useState } from 'react';
import type { HolderKind } from '../../../cloudfunctions/values/awards';
import { isUnderAge } from '../../../cloudfunctions/values/people';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { useToggle } from '../../components/checkbox/use-toggle';
import type { Certain } from '../../session/who';
import { replaceBy } from '../../ways';

type Resident = Certain<'resident'>;
type Holder = { kind: HolderKind; id: string };

/** Who else may lend their points to the one who is given the voucher: they are spent by adults, and theirs to ask for. */
function lendersOf({ resident, household }: Resident, holderId: string) {
  const own = household.members.find(({ residentId }) => residentId === resident.residentId);
  if (isUnderAge(own?.age ?? null)) return [];
  return household.members.filter((member) => member.agreedToPool && member.residentId !== holderId);
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
    candidates: caller.household.members.filter(
      (member) => member.residentId === caller.resident.residentId || member.mayActFor,
    ),
    setForId: (id: string) => {
      setForId(id);
      clearPool();
      clear();
    },
    lenders: lendersOf(caller, holderId),
  };
}
