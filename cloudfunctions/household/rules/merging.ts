import { type Refusal, refuse } from '../../kit/refusal';
import type { PersonRow } from './standing';

interface Link {
  readonly mergedId: string;
  readonly survivorId: string;
}
type Record = Pick<PersonRow, 'residentId'>;

/**
 * Links are one step long: the record that stays is nobody else's, and the one that goes has none of its own. Several may
 * be merged into one.
 */
export function refuseLinking(
  links: readonly Link[],
  survivor: Record,
  merged: Record,
): Refusal<'MERGED_ALREADY'> | null {
  const gone = new Set(links.map(({ mergedId }) => mergedId));
  const staying = new Set(links.map(({ survivorId }) => survivorId));
  const isLinked = gone.has(survivor.residentId) || gone.has(merged.residentId) || staying.has(merged.residentId);
  return isLinked ? refuse('MERGED_ALREADY') : null;
}
