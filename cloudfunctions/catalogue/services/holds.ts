import { type Refusal, refuse } from '../../kit/refusal';
import type { Db } from '../../kit/transaction';
import { type PolicyDocumentRow, type ProgrammeRow, policyDocumentsOf } from '../store/basis';

interface Standing {
  readonly unitPath: string;
  readonly isEnded: boolean;
}
/** Whether something new of a unit may rest on it: set there or above, and in force. */
export const holdsIn = <T extends Standing>(unit: { readonly path: string }, row: T | undefined): row is T =>
  row !== undefined && !row.isEnded && unit.path.startsWith(row.unitPath);

/** A programme is the community's very own. */
export const isOwn = (unit: { readonly unitId: string }, { unitId, isEnded }: ProgrammeRow): boolean =>
  unitId === unit.unitId && !isEnded;

/** The notice on which something new of a unit is to rest. */
export async function documentFor(
  db: Db,
  unit: { readonly path: string },
  policyDocumentId: string,
): Promise<PolicyDocumentRow | Refusal<'DOCUMENT_NOT_FOUND'>> {
  const document = (await policyDocumentsOf(db, [policyDocumentId])).get(policyDocumentId);
  return holdsIn(unit, document) ? document : refuse('DOCUMENT_NOT_FOUND');
}
