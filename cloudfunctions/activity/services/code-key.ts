import type { World } from '../../kit/world';
import type { ActivityRow } from '../store/activities';

/** The key of one activity's codes. A new version of it makes every code drawn with the old one worthless. */
export function codeKey(world: Pick<World, 'keys'>, activity: Pick<ActivityRow, 'activityId' | 'codeVersion'>): Buffer {
  return world.keys.hmac('activityKey', activity.activityId, String(activity.codeVersion));
}
