import { activityRoom } from '../activity/main';
import type { Room } from '../kit/room';
import { organisationRoom } from '../organisation/main';

/** Every room that answers calls, in the order of the floors. */
export const rooms: readonly Room[] = [organisationRoom, activityRoom];
