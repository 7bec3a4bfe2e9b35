import { activityRoom } from '../activity/main';
import { catalogueRoom } from '../catalogue/main';
import { householdRoom } from '../household/main';
import type { Room } from '../kit/room';
import { organisationRoom } from '../organisation/main';
import { rewardRoom } from '../reward/main';

export { findPrincipal } from '../household';

/** Every room that answers calls, in the order of the floors. */
export const rooms: readonly Room[] = [organisationRoom, householdRoom, catalogueRoom, activityRoom, rewardRoom];
