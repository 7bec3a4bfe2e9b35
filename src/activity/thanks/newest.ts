import type { DataOf } from '../../api';
import { keepCheckIn } from '../../session/checked-in';

export type Thanks = DataOf<'activity.checkIn'>;
let newest: Thanks | undefined;

/** Handed from the scan to the thank-you; gone with the app, as the moment is. */
export const keepThanks = (thanks: Thanks): void => {
  newest = thanks;
  keepCheckIn({ activityId: thanks.activityId, atMs: Date.now() });
};
export const newestThanks = (): Thanks | undefined => newest;
