import type { DataOf } from '../../api';
import { clock } from '../../device/clock';
import { inHand } from '../../device/kept';
import { keepCheckIn } from '../../session/checked-in';

export type Thanks = DataOf<'activity.checkIn'>;
const newest = inHand<Thanks>();

/** Handed from the scan to the thank-you; gone with the app, as the moment is. */
export const keepThanks = (thanks: Thanks): void => {
  newest.keep(thanks);
  keepCheckIn({ activityId: thanks.activityId, atMs: clock() });
};
export const newestThanks = (): Thanks | undefined => newest.read();
