import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { clock } from '../../device/clock';
import { usePeopleByIds } from './by-ids';
import { toCandidates } from './candidates';
import { handedOnIn } from './handed-on';
import type { Award } from './use-award';

/** Whom a colleague asks one to give it to, who may not do it themselves: ticked once, on the day they said. */
export function useHandedOn({ items, item, bring, setDeedDate }: Award): void {
  const { params } = useRouter();
  const [handed] = useState(() => handedOnIn(params, clock()));
  const isMeant = item?.holderKind === 'resident';
  const { people } = usePeopleByIds(items.unitId, isMeant ? handed?.ids : undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when they are known
  useEffect(() => {
    if (!people || !handed) return;
    bring(toCandidates('resident', people), 'colleague');
    setDeedDate(handed.deedDate);
  }, [people]);
}
