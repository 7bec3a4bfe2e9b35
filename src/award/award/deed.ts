import { DAY_MS } from '../../../cloudfunctions/values/dates';
import { newId } from '../../api/new-id';
import { keptFor, whoSits } from '../../device/kept';

interface Deed {
  readonly itemId: string;
  readonly deedId: string;
}
/** As long as a request waits for its answer: who comes back later means another deed. */
const KEPT_MS = DAY_MS;

const isDeed = (one: unknown): one is Deed => typeof (one as Deed | null)?.deedId === 'string';
const latest = () =>
  keptFor<Deed>(whoSits(), 'award-deed', { forMs: KEPT_MS, parse: (one) => (isDeed(one) ? one : undefined) });

/**
 * The name of the deed that is being awarded: the same one until there is an answer, also when the app was closed or the
 * list was changed in between. So nobody on it can get the points twice.
 */
export async function deedOf(itemId: string): Promise<string> {
  const known = latest().read();
  if (known?.itemId === itemId) return known.deedId;
  const deedId = await newId();
  latest().keep({ itemId, deedId });
  return deedId;
}

/** The answer is here: the next time is another deed. */
export const forgetDeed = (): void => latest().forget();
