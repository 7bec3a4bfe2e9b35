import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { useMe } from '../../session';
import { replaceBy } from '../../ways';

type Holder = { kind: 'resident' | 'household' | 'society'; id: string };

/** The household's common points, and what others lend to it, are spent by its adults. */
const ADULT_AGE = 18;

/** For whom, with whose points, which of two: what redeeming asks, and nothing more. */
export function useRedeem(rewardId: string) {
  const { me, refusal: unknownMe, reload: reloadMe } = useMe();
  const own = me?.resident?.residentId;
  const [forId, setForId] = useState<string>();
  const [pool, setPool] = useState<readonly string[]>([]);
  const [choice, setChoice] = useState<string>();
  const family = me?.household?.members ?? [];
  const isAdult = (family.find(({ residentId }) => residentId === own)?.age ?? ADULT_AGE) >= ADULT_AGE;
  const first = useRead('reward.get', own ? { rewardId } : null);
  const kind = first.data?.holderKind ?? 'resident';
  const householdId = me?.household?.householdId;
  const holder: Holder | undefined =
    kind === 'household' && householdId
      ? { kind, id: householdId }
      : forId && forId !== own
        ? { kind: 'resident', id: forId }
        : undefined;
  const theirs = useRead('reward.get', own && holder ? { rewardId, holder } : null);
  const { run, busy, refusal, clear } = useWrite('reward.redeem');
  const standing = holder ? theirs.data : first.data;

  const redeem = async () => {
    const voucher = await run({ rewardId, ...(holder && { holder }), pool: [...pool], ...(choice && { choice }) });
    if (voucher) return replaceBy('pages/voucher', { id: voucher.voucherId, fresh: 1 });
    void first.reload(); // what was refused stands otherwise than it was shown
    void theirs.reload();
  };
  const togglePool = (id: string) => setPool(pool.includes(id) ? pool.filter((other) => other !== id) : [...pool, id]);
  const holderId = kind === 'household' ? householdId : (forId ?? own);
  return {
    /** What is true for everybody; `mine` in it may be somebody else's. */
    reward: standing ?? first.data,
    refused: me ? first.refusal : unknownMe,
    /** Signed in, and nobody to redeem for. */
    unbound: me !== undefined && !own,
    reload: me ? first.reload : reloadMe,
    /** The reward as it stands for the one it is for; undefined while that is asked. */
    standing,
    standingRefusal: holder && theirs.refusal,
    askStanding: theirs.reload,
    kind,
    holderId,
    candidates: family.filter((member) => member.residentId === own || member.mayActFor),
    setForId: (id: string) => {
      setForId(id);
      setPool([]);
      clear();
    },
    lenders: isAdult ? family.filter((member) => member.agreedToPool && member.residentId !== holderId) : [],
    pool,
    togglePool,
    choice,
    setChoice,
    redeem,
    busy,
    refusal,
  };
}
