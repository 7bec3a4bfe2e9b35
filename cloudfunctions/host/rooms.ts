import { activityRoom } from '../activity/main';
import { awardRoom } from '../award/main';
import { catalogueRoom } from '../catalogue/main';
import { filesRoom } from '../files/main';
import { householdRoom } from '../household/main';
import type { Room } from '../kit/room';
import { ledgerRoom } from '../ledger/main';
import { organisationRoom } from '../organisation/main';
import { oversightRoom } from '../oversight/main';
import { rewardRoom } from '../reward/main';

export { findPrincipal } from '../household';
export { runDueJobs } from '../jobs';

/** Every room that answers calls, in the order of the floors. Written by `npm run generate:rooms`. */
export const rooms: readonly Room[] = [
  filesRoom,
  organisationRoom,
  householdRoom,
  catalogueRoom,
  ledgerRoom,
  awardRoom,
  activityRoom,
  rewardRoom,
  oversightRoom,
];
