import { useState } from 'react';

type Aside = { readonly does: 'make' | 'time' } | { readonly does: 'look' | 'anew'; readonly rewardId: string };

/** What is done beside the list of rewards, and what was told of it when it was done. */
export function useAside(reload: () => unknown) {
  const [aside, put] = useState<Aside>();
  const [told, tell] = useState<string>();
  const close = (words?: string) => {
    put(undefined);
    tell(words);
    if (words) void reload();
  };
  return {
    ...{ aside, told, close },
    look: (rewardId: string) => put({ does: 'look', rewardId }),
    anew: (rewardId: string) => put({ does: 'anew', rewardId }),
    make: () => put({ does: 'make' }),
    time: () => put({ does: 'time' }),
  };
}
export type Beside = ReturnType<typeof useAside>;
