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
/** Where they were ticked: on this page the last time, a moment ago in the register, or by a colleague who may not give it. */
export type BroughtBy = 'before' | 'register' | 'colleague';
interface Draft extends Chosen {
  readonly by: BroughtBy;
  readonly atMs: number;
}

/** After that another deed is meant. */
const KEPT_MS = 2 * HOUR_MS;
const held = inHand<Draft>();

/** Who was ticked before the page was left and not given yet. Names are never put on the disk, so it goes with the app. */
export function chosenBefore(): (Chosen & { readonly by: BroughtBy }) | undefined {
  const draft = held.read();
  return draft && draft.people.length > 0 && clock() - draft.atMs < KEPT_MS ? draft : undefined;
}

export const keepChosen = ({ kind, people }: Chosen, by: BroughtBy = 'before'): void =>
  held.keep({ kind, people, by, atMs: clock() });
