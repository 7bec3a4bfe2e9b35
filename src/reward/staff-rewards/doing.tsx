import { NewReward, RewardAnew } from './new-reward';
import { RedemptionPanel } from './redemption-panel';
import type { Beside } from './use-aside';

/** A form beside the list: a reward is opened, or opened anew, or the times are set. */
export function Doing({ unitId, beside: { aside, close } }: { unitId: string; beside: Beside }) {
  if (aside?.does === 'make')
    return <NewReward unitId={unitId} onMade={(title) => close(`“${title}”开好了，居民现在就能换`)} />;
  if (aside?.does === 'time')
    return <RedemptionPanel unitId={unitId} onDone={() => close('改好了，居民现在看到的是新的时间')} />;
  if (aside?.does !== 'anew') return null;
  return (
    <RewardAnew
      key={aside.rewardId}
      unitId={unitId}
      rewardId={aside.rewardId}
      onMade={(title) => close(`“${title}”改好了，居民现在看到的是新的`)}
    />
  );
}

export const retiredWords = (title: string) => `“${title}”停了，已经换好的券照样能用`;
