import type { HolderKind } from '../../../cloudfunctions/values/awards';
import { HOUR_MS } from '../../../cloudfunctions/values/dates';
import { clock } from '../../device/clock';
import { inHand } from '../../device/kept';
import type { Candidate } from './candidates';

/** Who is ticked, and as what: an item for households is not given to people. */
export interface Chosen {
  readonly kind: HolderKind;
  readonly people: readonly Candidate[];
}
interface Draft extends Chosen {
  readonly atMs: number;
}

/** After that another deed is meant. */
const KEPT_MS = 2 * HOUR_MS;
const held = inHand<Draft>();

/** Who was ticked before the page was left and not given yet. Names are never put on the disk, so it goes with the app. */
export function chosenBefore(): Chosen | undefined {
  const draft = held.read();
  return draft && draft.people.length > 0 && clock() - draft.atMs < KEPT_MS ? draft : undefined;
}

export const keepChosen = (chosen: Chosen): void => held.keep({ ...chosen, atMs: clock() });
